"""The programs of a framework on Django: each a module with a view that is called `Shown`."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from typing import Final

from tools.peers.on_django import (
    modern_content,
    modern_cookies,
    modern_fields,
    modern_statuses,
    rest_content,
    rest_cookies,
    rest_fields,
    rest_statuses,
)
from tools.peers.on_django.mistake import Mistake

_REST: Final = """\
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.response import Response
from rest_framework.views import APIView

class User(serializers.Serializer):
    id = serializers.IntegerField()

class Shown(APIView):
    @extend_schema(responses={declared})
    def get(self, request):
"""
_MODERN: Final = """\
from http import HTTPStatus

from django.http import HttpResponse
from dmr import (
    Controller, CookieSpec, HeaderSpec, NewCookie, NewHeader, RedirectTo, ResponseSpec, modify, validate,
)
from dmr.plugins.pydantic import PydanticSerializer
from pydantic import BaseModel

class User(BaseModel):
    id: int

"""

MISTAKES: Final[Mapping[str, Mapping[str, Mistake]]] = {
    "rest": rest_cookies.MISTAKES | rest_fields.MISTAKES | rest_statuses.MISTAKES | rest_content.MISTAKES,
    "modern": modern_cookies.MISTAKES | modern_fields.MISTAKES | modern_statuses.MISTAKES | modern_content.MISTAKES,
}


def program(framework: str, mistake: Mistake, kind: str) -> str:
    """The module of one spelling, `bad` or `good`."""
    lines = mistake.bad if kind == "bad" else mistake.good
    if framework == "rest":
        declared = (mistake.declared_right if kind == "good" else "") or mistake.declared or "{200: User}"
        head = _REST.replace("{declared}", declared)
        return mistake.above + head + textwrap.indent(lines, "        ") + "\n"
    bases = (modern_content.LINES, modern_content.EVENTS)
    base = next((one for one in bases if f"import {one}" in mistake.above), "Controller")
    declared = f"    responses = {mistake.declared}\n" if mistake.declared else ""
    body = textwrap.indent(lines, "    ")
    return f"{_MODERN}{mistake.above}class Shown({base}[PydanticSerializer]):\n{declared}{body}\n"


def programs(framework: str, kind: str) -> dict[str, str]:
    """The programs of a framework, `bad` or `good`, by the number of the mistake."""
    found = {number: program(framework, one, kind) for number, one in MISTAKES[framework].items()}
    return dict(sorted(found.items()))
