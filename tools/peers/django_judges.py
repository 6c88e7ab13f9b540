"""Puts the twelve mistakes of tests/mistakes/pages that every framework can spell to the judges of two Django projects.

python tools/peers/django_judges.py rest     with drf-openapi-tester, djangorestframework and drf-spectacular
python tools/peers/django_judges.py modern   with django-modern-rest[pydantic] and pytest-django

Each program is a `get` of a view. In `rest` the document says what was meant, and `SchemaTester.validate_response` is
asked. In `modern` the client of the framework's pytest plugin asks, and the framework judges as it sends; cookies and
fields are written where it wants them, in `modify`. It prints what each says of the wrong program and of the right one.
"""

from __future__ import annotations

import importlib
import json
import logging
import sys
import textwrap
from typing import Any, Final, NamedTuple


class Mistake(NamedTuple):
    """The lines of a view, wrong and right, and what is declared."""

    bad: str
    good: str
    declared: str = "{200: User}"


_OK: Final = 'return Response({"id": 1})'
_COOKIE: Final = 'response = Response({{"id": 1}})\nresponse.set_cookie("sid", "x", {})\nreturn response'
#: As Django REST framework spells them; `declared` is what drf-spectacular is told.
REST: Final = {
    "01": Mistake(_COOKIE.format('samesite="None"'), _COOKIE.format('samesite="None", secure=True')),
    "02": Mistake(
        'return Response({"id": 1}, headers={"Cahce-Control": "no-store"})',
        'return Response({"id": 1}, headers={"Cache-Control": "no-store"})',
    ),
    "03": Mistake('return Response({"id": "one"})', _OK),
    "04": Mistake('return Response({"id": 1}, status=204)', "return Response(status=204)", "{204: None}"),
    "05": Mistake(
        'return Response(status=200, headers={"Location": "/new"})',
        'return Response(status=302, headers={"Location": "/new"})',
        "{302: None}",
    ),
    "06": Mistake('return Response({"id": 1}, status=2000)', _OK),
    "07": Mistake(
        "return Response(status=303)", 'return Response(status=303, headers={"Location": "/new"})', "{303: None}"
    ),
    "08": Mistake('return Response({"id": 1}, headers={"X-Next": "a\\r\\nSet-Cookie: admin=1"})', _OK),
    "09": Mistake(_COOKIE.format("http_only=True"), _COOKIE.format("httponly=True")),
    "10": Mistake(_COOKIE.format('max_age="1h"'), _COOKIE.format("max_age=3600")),
    "11": Mistake('return Response({"id": object()})', _OK),
    "12": Mistake('return Response({"detail": "gone"}, status=410)', _OK, "{200: User, 404: User}"),
}
_USER: Final = "def get(self) -> User:\n    return User(id=1)"
_NOTHING: Final = "def get(self) -> None:\n    return None"


def _modified(arguments: str, body: str = _USER) -> str:
    return f"@modify({arguments})\n{body}"


#: As django-modern-rest spells them; `declared` is the controller's `responses`.
MODERN: Final = {
    "01": Mistake(
        _modified('cookies={"sid": NewCookie(value="x", samesite="none")}'),
        _modified('cookies={"sid": NewCookie(value="x", samesite="none", secure=True)}'),
    ),
    "02": Mistake(
        _modified('headers={"Cahce-Control": NewHeader(value="no-store")}'),
        _modified('headers={"Cache-Control": NewHeader(value="no-store")}'),
    ),
    "03": Mistake('def get(self) -> User:\n    return {"id": "one"}', _USER),
    "04": Mistake(
        _modified("status_code=HTTPStatus.NO_CONTENT"), _modified("status_code=HTTPStatus.NO_CONTENT", _NOTHING)
    ),
    "05": Mistake(
        'def get(self) -> User:\n    raise RedirectTo("/new", status_code=HTTPStatus.OK)',
        'def get(self) -> User:\n    raise RedirectTo("/new")',
        '[ResponseSpec(None, status_code=HTTPStatus.FOUND, headers={"Location": HeaderSpec()})]',
    ),
    "06": Mistake(_modified("status_code=2000"), _USER),
    "07": Mistake(
        _modified("status_code=HTTPStatus.SEE_OTHER", _NOTHING),
        _modified('status_code=HTTPStatus.SEE_OTHER, headers={"Location": NewHeader(value="/new")}', _NOTHING),
    ),
    "08": Mistake(_modified('headers={"X-Next": NewHeader(value="a\\r\\nSet-Cookie: admin=1")}'), _USER),
    "09": Mistake(
        _modified('cookies={"sid": NewCookie(value="x", http_only=True)}'),
        _modified('cookies={"sid": NewCookie(value="x", httponly=True)}'),
    ),
    "10": Mistake(
        _modified('cookies={"sid": NewCookie(value="x", max_age="1h")}'),
        _modified('cookies={"sid": NewCookie(value="x", max_age=3600)}'),
    ),
    "11": Mistake('def get(self) -> dict[str, object]:\n    return {"at": object()}', _USER),
    "12": Mistake(
        'def get(self) -> User:\n    return self.to_response({"detail": "gone"}, status_code=HTTPStatus.GONE)', _USER
    ),
}
_REST_HEAD: Final = """\
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.response import Response
from rest_framework.views import APIView

class User(serializers.Serializer):
    id = serializers.IntegerField()
"""
_MODERN_HEAD: Final = """\
from http import HTTPStatus
from dmr import *
from dmr.plugins.pydantic import PydanticSerializer
from pydantic import BaseModel

class User(BaseModel):
    id: int
"""


def view(framework: str, lines: str, declared: str) -> Any:
    """The view of a program. Raises whatever its framework raises when it is made."""
    if framework == "rest":
        body = textwrap.indent(lines, "        ")
        text = (
            f"{_REST_HEAD}\nclass Shown(APIView):\n"
            f"    @extend_schema(responses={declared})\n    def get(self, request):\n{body}\n"
        )
    else:
        responses = f"    responses = {declared}\n" if declared.startswith("[") else ""
        body = textwrap.indent(lines, "    ")
        text = f"{_MODERN_HEAD}\nclass Shown(Controller[PydanticSerializer]):\n{responses}{body}\n"
    names: dict[str, Any] = {"__name__": "shown"}
    exec(compile(text, "shown.py", "exec", dont_inherit=True), names)
    return names["Shown"].as_view()


def said(framework: str, lines: str, declared: str) -> str:
    """The words about one program: of its import, of its request, or of the judge; empty where all is well."""
    try:
        shown = view(framework, lines, declared)
    except Exception as error:  # noqa: BLE001 - whatever the framework raises
        return f"at import: {type(error).__name__}"
    urls: Any = sys.modules["urls"]
    urls.urlpatterns = [importlib.import_module("django.urls").path("shown", shown)]
    importlib.import_module("django.urls").clear_url_caches()
    test: Any = importlib.import_module("django.test" if framework == "rest" else "dmr.test")
    client = (test.Client if framework == "rest" else test.DMRClient)()
    try:
        response = client.get("/shown")
    except Exception as error:  # noqa: BLE001 - the same
        return f"at the request: {type(error).__name__}"
    if framework == "rest":
        tester: Any = importlib.import_module("openapi_tester").SchemaTester
        try:
            tester().validate_response(response)
        except Exception as error:  # noqa: BLE001 - the same
            return f"{type(error).__name__}"
        return ""
    told = response.content.decode()
    return f"422: {told[:100]}" if response.status_code in (422, 500) else ""


def main() -> None:
    """Set Django up, and print a line for each mistake."""
    framework = sys.argv[1]
    settings: Any = importlib.import_module("django.conf").settings
    apps = ["django.contrib.contenttypes", "django.contrib.auth"]
    settings.configure(
        ALLOWED_HOSTS=["*"],
        DEBUG=False,
        ROOT_URLCONF="urls",
        SECRET_KEY="none",
        INSTALLED_APPS=[*apps, "rest_framework", "drf_spectacular"] if framework == "rest" else [*apps, "dmr"],
        REST_FRAMEWORK={
            "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
            "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
            "UNAUTHENTICATED_USER": None,
            "DEFAULT_AUTHENTICATION_CLASSES": [],
        },
    )
    sys.modules["urls"] = type(sys)("urls")
    sys.modules["urls"].__dict__["urlpatterns"] = []
    importlib.import_module("django").setup()
    logging.disable()
    mistakes = REST if framework == "rest" else MODERN
    told = {
        name: {"bad": said(framework, one.bad, one.declared), "good": said(framework, one.good, one.declared)}
        for name, one in mistakes.items()
    }
    print(json.dumps(told, indent=1))


if __name__ == "__main__":
    main()
