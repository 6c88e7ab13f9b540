# Written by `nox -s generate` from src; do not edit.
"""Litestar: a handler's return annotation is its contract.

    @post("/users", sync_to_thread=False)
    def sign_up(data: SignUp) -> UserCreated | EmailTaken: ...

    app = Litestar([sign_up], plugins=[Replies()])

The document has the responses that the annotation names. `after_request` hooks get a response of Litestar's own class.
"""

from collections.abc import Iterable

from litestar.config.app import AppConfig
from litestar.plugins import InitPlugin, ReceiveRoutePlugin
from litestar.routes import BaseRoute

from antiphon.integrations.documented import Documented
from antiphon.integrations.litestar_response import Carried

__all__ = ["Carried", "Replies"]

class Replies(InitPlugin, ReceiveRoutePlugin):
    """Let the handlers of an application return declared responses, raise them, and have them in its document."""

    def __init__(self) -> None: ...
    def on_app_init(self, app_config: AppConfig) -> AppConfig:
        """Called by Litestar, before the routes are made."""

    def receive_route(self, route: BaseRoute) -> None:
        """Called by Litestar with each route."""

    def operations(self) -> Iterable[Documented]:
        """The operations of the document."""
