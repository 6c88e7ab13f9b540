# Written by `antiphon stubs`; do not edit.
"""Every response of the service. `antiphon stubs catalogue` writes down what they are called with."""

from datetime import timedelta
from typing import Literal
from uuid import UUID

from antiphon import Location
from antiphon.compiler.compiled import compiled
from antiphon.responses import JSONResponse, PlainTextResponse, RedirectResponse
import catalogue.models as models
from catalogue.models import Tier
from starlette.background import BackgroundTask

@compiled
def user_created(
    content: models.User,
    *,
    location: Location,
    x_tier: Tier = Tier.FREE,
    session: str,
    background: BackgroundTask | None = None,
) -> JSONResponse[Literal[201], models.User]:
    """The account exists, and its owner is signed in."""

@compiled
def users(
    content: list[models.User],
    *,
    retry_after: timedelta | None = None,
    background: BackgroundTask | None = None,
) -> JSONResponse[Literal[200], list[models.User]]:
    """All accounts; `retry_after` says when to ask again."""

@compiled
def moved(*, user_id: UUID, background: BackgroundTask | None = None) -> RedirectResponse[Literal[308]]: ...

@compiled
def teapot(content: str, *, kettle: int, background: BackgroundTask | None = None) -> PlainTextResponse[Literal[418]]:
    """Short and stout."""
