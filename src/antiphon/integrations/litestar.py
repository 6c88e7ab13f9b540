"""Litestar: a handler's return annotation is its contract.

    @post("/users", sync_to_thread=False)
    def sign_up(data: SignUp) -> UserCreated | EmailTaken: ...

    app = Litestar([sign_up], plugins=[Replies()])

The document has the responses that the annotation names. `after_request` hooks get a response of Litestar's own class.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from litestar import Controller, Router
from litestar.handlers import HTTPRouteHandler
from litestar.openapi.spec import OpenAPI
from litestar.plugins import InitPlugin, ReceiveRoutePlugin
from litestar.routes import HTTPRoute

from antiphon.errors import SpecError
from antiphon.integrations.annotation import Reading, read
from antiphon.integrations.documented import Documented, document
from antiphon.integrations.litestar_layers import Around
from antiphon.integrations.litestar_response import Carried
from antiphon.integrations.operations import operation
from antiphon.reply.operation import spec_of
from antiphon.reply.raisable import Raisable, Raised
from antiphon.responses import Response

if TYPE_CHECKING:
    from litestar.config.app import AppConfig
    from litestar.routes import BaseRoute


__all__ = ["Carried", "Replies"]


class Replies(InitPlugin, ReceiveRoutePlugin):
    """Let the handlers of an application return declared responses, raise them, and have them in its document."""

    def __init__(self) -> None:
        self._routes: list[HTTPRoute] = []

    def on_app_init(self, app_config: AppConfig) -> AppConfig:
        """Called by Litestar, before the routes are made."""
        for handler in _handlers(app_config.route_handlers):
            _take_status(handler)
        handlers: Any = app_config.exception_handlers
        handlers.setdefault(Raisable, _raised)
        handlers.setdefault(Raised, _raised)
        config: Any = app_config.openapi_config
        if config is not None:
            write = config.to_openapi_schema

            def to_openapi_schema() -> Any:
                made = write()
                made.__class__ = _Document
                made.antiphon_replies = self
                return made

            config.to_openapi_schema = to_openapi_schema
        return app_config

    def receive_route(self, route: BaseRoute) -> None:
        """Called by Litestar with each route."""
        if isinstance(route, HTTPRoute):
            self._routes.append(route)
            for handler in route.route_handlers:
                _convert(handler)

    def operations(self) -> Iterable[Documented]:
        """The operations of the document."""
        for route in self._routes:
            for handler in route.route_handlers:
                for method in handler.http_methods:
                    yield operation(route.path_format or "/", method, handler.fn)


class _Document(OpenAPI):
    """Litestar's document, with the responses that are declared."""

    def to_schema(self) -> dict[str, Any]:
        return document(super().to_schema(), vars(self)["antiphon_replies"].operations())


def _handlers(given: Iterable[Any]) -> Iterable[HTTPRouteHandler]:
    """The handlers that an application is given: by themselves, in controllers and in routers."""
    for one in given:
        if isinstance(one, HTTPRouteHandler):
            yield one
        elif isinstance(one, type) and issubclass(one, Controller):
            yield from _handlers(value for base in one.__mro__ for value in vars(base).values())
        elif isinstance(one, Router):
            yield from _handlers(handler for route in one.routes for handler in getattr(route, "route_handlers", ()))


def _take_status(handler: Any) -> None:
    """Let Litestar take the handler: it knows one status of it, and refuses content with that of a DELETE."""
    try:
        reading: Reading = read(handler.fn)
    except SpecError:  # of another package, perhaps; Litestar has its own words for it
        return
    if not reading.sources and not any(issubclass(other, Response) for other in reading.others):
        return
    status = spec_of(reading.sources[0]).status if reading.sources else 200
    handler.status_code = status if status >= 200 and status not in (204, 304) else 200
    if not reading.has_model:
        handler.return_dto = None


def _convert(handler: Any) -> None:
    """Let the handler's last step know declared responses."""
    theirs = handler.get_response_handler()
    hooks = [layer.after_request for layer in handler.ownership_layers if layer.after_request]
    around = Around(handler, hooks[-1] if hooks else None)

    async def respond(data: Any, **keywords: Any) -> Any:
        return await around.answer(data) if isinstance(data, Response) else await theirs(data=data, **keywords)

    handler._response_handler_mapping["default_handler"] = respond


def _raised(_request: Any, error: Any) -> Any:
    """The handler of what was raised."""
    return Carried(error.response if isinstance(error, Raised) else error)
