# Written by `nox -s generate` from src; do not edit.
"""The operations of applications: each handler with its paths and methods, and the responses that it names."""

from collections.abc import Callable, Iterator
from typing import Any

from antiphon.integrations.documented import Documented

def operation(path: str, method: str, handler: Callable[..., Any]) -> Documented:
    """An operation whose handler names its responses.

    Where it names content beside them, what the framework documents of that stays. One whose annotation cannot be read,
    such as a handler of another package, has none.
    """

def of_rules(app: Any) -> Iterator[Documented]:
    """The operations of an application of Flask, APIFlask, flask-smorest or Quart. HEAD and OPTIONS follow from GET."""

def of_aiohttp(app: Any) -> Iterator[Documented]:
    """The operations of an application of aiohttp, and of those that were added to it."""

def of_sanic(app: Any) -> Iterator[Documented]:
    """The operations of an application of Sanic."""

def of_blacksheep(app: Any, prefix: str = "") -> Iterator[Documented]:
    """The operations of an application of BlackSheep, and of those that are mounted in it."""
