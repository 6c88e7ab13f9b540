"""Puts the programs of a framework on Django to its own judge and to the door of `pytest --antiphon`.

python tools/peers/on_django/judges.py rest     with antiphon, drf-openapi-tester, djangorestframework, drf-spectacular
python tools/peers/on_django/judges.py modern   with antiphon, django-modern-rest[pydantic] and pytest-django

Each program is a `get` of a view, asked once. In `rest` the document says what was meant, and
`SchemaTester.validate_response` is asked. In `modern` the client of the framework's pytest plugin asks, and the
framework judges as it sends. It prints, as JSON, what becomes of the wrong program and of the right one: whether its
import raises, whether the request fails, and the words of each judge.
"""

from __future__ import annotations

import asyncio
import importlib
import json
import logging
import sys
import warnings
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from antiphon.pytest_plugin.doors import Record, django_client
from tools.peers.on_django.program import programs
from tools.peers.rows import ANSWERS, FAILS, RAISES

Told = dict[str, str]


def asked(framework: str, text: str, record: Record) -> Told:
    """The outcome of one program, and the words of each judge; empty where it is silent."""
    names: dict[str, Any] = {"__name__": "shown", "__file__": str(Path(__file__))}
    try:
        exec(compile(text, "shown.py", "exec", dont_inherit=True), names)
        shown = names["Shown"].as_view()
    except Exception as error:  # noqa: BLE001 - whatever the framework raises
        return {"outcome": RAISES, "judged": "", "peer": "" if framework == "rest" else type(error).__name__}
    urls: Any = importlib.import_module("django.urls")
    sys.modules["urls"].__dict__["urlpatterns"] = [urls.path("shown", shown)]
    urls.clear_url_caches()
    test: Any = importlib.import_module("django.test" if framework == "rest" else "dmr.test")
    client = test.Client if framework == "rest" else test.DMRClient
    try:
        if "async def get" in text:
            response, content = asyncio.run(_streamed(shown, test.DMRAsyncRequestFactory().get("/shown")))
        else:
            response = client().get("/shown")
            content = _text(response if response.streaming else [response.content])
    except Exception:  # noqa: BLE001 - the same
        return {"outcome": FAILS, "judged": _codes(record), "peer": ""}
    judged = _codes(record)
    if framework == "modern":
        failed = response.status_code == 500
        return {"outcome": FAILS if failed else ANSWERS, "judged": judged, "peer": _refused(response, content)}
    return {"outcome": ANSWERS, "judged": judged, "peer": _tested(response)}


async def _streamed(view: Any, request: Any) -> tuple[Any, str]:
    """The response of an asynchronous view, and its content to the end. Django's clients fail on these streams."""
    response = await view(request)
    return response, _text([piece async for piece in response] if response.streaming else [response.content])


def _text(pieces: Iterable[bytes]) -> str:
    return b"".join(pieces).decode(errors="replace")


def _codes(record: Record) -> str:
    return " ".join(dict.fromkeys(one.code for response in record.taken() for one in response.findings))


def _refused(response: Any, content: str) -> str:
    """The word of django-modern-rest for a response, or an event, that is not what its endpoint declares."""
    if response.streaming:
        return "ErrorEvent" if "value_error" in content else ""
    return "422" if response.status_code == 422 else ""


def _tested(response: Any) -> str:
    tester: Any = importlib.import_module("openapi_tester").SchemaTester
    try:
        tester().validate_response(response)
    except Exception as error:  # noqa: BLE001 - whatever it complains with
        return type(error).__name__
    return ""


def set_up(framework: str) -> None:
    """Django without a database, and with the applications that a framework needs."""
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
    warnings.simplefilter("ignore")


def main() -> None:
    """Set Django up, open the door, and print what each judge says of each program."""
    framework = sys.argv[1]
    set_up(framework)
    record = Record()
    django_client.open_door(importlib.import_module("django.test.client"), record)
    told: Final = {
        kind: {number: asked(framework, text, record) for number, text in programs(framework, kind).items()}
        for kind in ("bad", "good")
    }
    print(json.dumps(told, indent=1))


if __name__ == "__main__":
    main()
