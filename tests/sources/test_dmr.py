"""Calls of django-modern-rest: what is seen, what is left alone, and the table against the installed framework."""

from __future__ import annotations

import inspect

import pytest

from antiphon.sources.frameworks import dmr
from antiphon.sources.read import judge_source
from tests.sources.test_tables import _named

HEAD = """\
from http import HTTPStatus
from dmr import APIError, Controller, HeaderSpec, NewCookie, NewHeader, RedirectTo, modify
from dmr.plugins.pydantic import PydanticSerializer
from shop import Ours
"""


def found(text: str) -> list[tuple[str, int, int]]:
    """The code, line and column of each finding; the lines count from below the imports."""
    return [
        (one.diagnostic.code, one.diagnostic.position.line - 4, one.diagnostic.position.column)
        for one in judge_source(f"{HEAD}{text}", "shop.py").found
        if one.diagnostic.position
    ]


SEEN = {
    "fields and cookies of an endpoint": (
        """\
class Shown(Controller[PydanticSerializer]):
    @modify(
        headers={"ETag": NewHeader(value="v1"), "Cahce-Control": HeaderSpec(), "Allow": NewHeader(value=["GET"])},
        cookies={"__Host-sid": NewCookie(value="x", samesite="none")},
    )
    def get(self) -> int: ...
""",
        [("CC015", 3, 42), ("AN004", 3, 49), ("PY001", 3, 105), ("CK052", 4, 53), ("CK061", 4, 18)],
    ),
    "a whole response of a controller": (
        """\
class Shown(Controller[PydanticSerializer]):
    def get(self):
        return self.to_response(1, status_code=HTTPStatus.UNAUTHORIZED)
    def post(self):
        response = self.to_error(1, status_code=HTTPStatus.GONE)
        response.status = 404
        return response
    def put(self):
        raise self.to_response(1)
    def patch(self):
        return self.found, HTTPStatus.NOT_FOUND
""",
        [("ST011", 3, 36), ("PY003", 6, 9), ("PY007", 9, 15), ("PY006", 11, 16)],
    ),
    "exceptions": (
        """\
def refused(a, request):
    if a:
        raise APIError("no", status_code=HTTPStatus.UNAUTHORIZED, cookies={"a": NewCookie(value="", http_only=True)})
    raise RedirectTo(request.GET.get("next"), status_code=HTTPStatus.OK)
""",
        [("ST011", 3, 30), ("PY001", 3, 101), ("PY004", 4, 47), ("PY008", 4, 22)],
    ),
    "a cookie by itself": ('session = NewCookie(value="x", samesite="none")\n', [("CK052", 1, 32)]),
}


@pytest.mark.parametrize(("source", "expected"), SEEN.values(), ids=list(SEEN))
def test_its_calls_are_judged_at_their_arguments(source: str, expected: list[tuple[str, int, int]]) -> None:
    """The name of a field or a cookie is the key in front of it."""
    assert sorted(expected) == sorted(found(source))


LEFT_ALONE = {
    "a method of the class itself": """\
class Shown(Controller[PydanticSerializer]):
    def to_response(self, data, **options): ...
    def get(self):
        return self.to_response(1, status_code=HTTPStatus.UNAUTHORIZED)
""",
    "a class of the project": """\
class Shown(Ours):
    def get(self):
        return self.to_response(1, status_code=HTTPStatus.UNAUTHORIZED)
""",
    "a class without a base": """\
class Shown:
    def get(self):
        return self.to_response(1, status_code=HTTPStatus.UNAUTHORIZED)
""",
    "a media type that the renderer replaces": """\
class Shown(Controller[PydanticSerializer]):
    def get(self):
        return self.to_response(1, headers={"Content-Type": "text"})
""",
    "JSON that another renderer may send as it is": """\
import json
class Shown(Controller[PydanticSerializer]):
    def get(self):
        return self.to_response(json.dumps({}))
""",
    "what an endpoint lacks": """\
class Shown(Controller[PydanticSerializer]):
    @modify(status_code=HTTPStatus.UNAUTHORIZED)
    def get(self) -> int: ...
""",
}


@pytest.mark.parametrize("source", LEFT_ALONE.values(), ids=list(LEFT_ALONE))
def test_what_is_not_certain_is_left_alone(source: str) -> None:
    """Nothing is guessed of a class that may have methods of its own, nor of what a renderer makes."""
    assert [] == found(source)


def test_the_keywords_are_those_of_the_installed_framework() -> None:
    """Each call exists, and takes what its row says, and nothing else."""
    pytest.importorskip("dmr")
    keywords_of = {name: row.keywords for name, row in dmr.FRAMEWORK.responses.items()}
    keywords_of |= {name: row.keywords for name, row in dmr.FRAMEWORK.cookie_classes.items()}
    for name, keywords in keywords_of.items():
        taken = set(inspect.signature(_named(name)).parameters) - {"self"}
        assert keywords is None or set(keywords) == taken, name
    for name, parameter in dmr.FRAMEWORK.field_classes.items():
        assert parameter in inspect.signature(_named(name)).parameters
