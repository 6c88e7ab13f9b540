"""Everything that the feed can send."""

from __future__ import annotations

from datetime import timedelta

import msgspec

from antiphon import Event, EventReply, HTMLReply, Problem


class Price(msgspec.Struct):
    """The data of a tick."""

    symbol: str
    cents: int


class Tick(Event[Price], name="tick"):
    """A price has changed."""


class Closing(Event[str], name="closing"):
    """The exchange has closed. A browser should stop listening."""


class Failed(Event[Problem], name="failed"):
    """The feed broke; a browser comes again by itself."""


class Prices(
    EventReply[Tick | Closing | Failed],
    error=Failed(Problem(title="The feed broke")),
    retry=timedelta(seconds=2),
):
    """The prices, as they change."""


class Page(HTMLReply, cache_control="no-cache"):
    """A page that follows the feed."""
