"""Applications of frameworks: what servers are given the name of, as in `uvicorn shop.main:app`."""

from __future__ import annotations

from typing import Final

_BASES: Final = vars(type)["__mro__"]

#: The classes, where they are defined. FastAPI's is one of Starlette's, APIFlask's one of Flask's.
_CLASSES: Final = frozenset({
    ("aiohttp.web_app", "Application"),
    ("blacksheep.server.application", "Application"),
    ("django.core.handlers.asgi", "ASGIHandler"),
    ("django.core.handlers.wsgi", "WSGIHandler"),
    ("falcon.app", "App"),
    ("flask.app", "Flask"),
    ("litestar.app", "Litestar"),
    ("quart.app", "Quart"),
    ("sanic.app", "Sanic"),
    ("starlette.applications", "Starlette"),
})  # fmt: skip


def is_application(value: object) -> bool:
    """Whether a value is an application of a framework, which is not imported for it. Never calls user code."""
    bases = _BASES.__get__(type(value))
    return any((vars(base).get("__module__"), base.__name__) in _CLASSES for base in bases)
