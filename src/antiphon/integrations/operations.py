"""The operations of applications: each handler with its paths and methods, and the responses that it names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from antiphon.errors import SpecError
from antiphon.integrations.annotation import declared_by, read
from antiphon.integrations.documented import METHODS, Documented, braced


def operation(path: str, method: str, handler: Callable[..., Any]) -> Documented:
    """An operation whose handler names its responses.

    Where it names content beside them, what the framework documents of that stays. One whose annotation cannot be read,
    such as a handler of another package, has none.
    """
    try:
        sources, has_model = declared_by(handler), read(handler).has_model
    except SpecError:
        return Documented(path, method, ())
    if has_model:
        return Documented(path, method, sources, frozenset())
    return Documented(path, method, sources)


def of_rules(app: Any) -> Iterator[Documented]:
    """The operations of an application of Flask, APIFlask, flask-smorest or Quart. HEAD and OPTIONS follow from GET."""
    for rule in app.url_map.iter_rules():
        view = app.view_functions[rule.endpoint]
        for method in sorted(rule.methods - {"HEAD", "OPTIONS"}):
            handler = getattr(getattr(view, "view_class", None), method.lower(), view)
            yield operation(braced(rule.rule), method, handler)


def of_aiohttp(app: Any) -> Iterator[Documented]:
    """The operations of an application of aiohttp, and of those that were added to it."""
    for route in app.router.routes():
        if route.resource is None or route.method == "HEAD":
            continue
        path = re.sub(r"{([^{}:]+):[^{}]*}", r"{\1}", route.resource.canonical)
        if route.method != "*":
            yield operation(path, route.method, route.handler)
            continue
        handlers = {name: getattr(route.handler, name, None) for name in METHODS}
        yield from (operation(path, name, one) for name, one in handlers.items() if one is not None)


def of_sanic(app: Any) -> Iterator[Documented]:
    """The operations of an application of Sanic."""
    for route in app.router.routes:
        for method in sorted(route.methods - {"HEAD", "OPTIONS"}):
            yield operation("/" + re.sub(r"<([^:<>]+)(?::[^<>]*)?>", r"{\1}", route.path), method, route.handler)


def of_blacksheep(app: Any, prefix: str = "") -> Iterator[Documented]:
    """The operations of an application of BlackSheep, and of those that are mounted in it."""
    for method, routes in app.router.routes.items():
        for route in routes:
            handler = getattr(route.handler, "root_fn", route.handler)
            path = prefix + route.mustache_pattern
            yield operation(path if path == "/" else path.rstrip("/"), method.decode(), handler)
    for route in app.mount_registry.mounted_apps:
        if hasattr(route.handler, "mount_registry"):
            yield from of_blacksheep(route.handler, prefix.rstrip("/") + route.pattern.decode().rstrip("/*"))
