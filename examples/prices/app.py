"""The feed as an ASGI application: `uvicorn --app-dir examples prices.app:app`, then open it in a browser."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.routing import Route

from antiphon import Comment, last_event_id
from prices.responses import Closing, Page, Price, Prices, Tick

HTML = """<!doctype html>
<title>Prices</title>
<ul id="prices"></ul>
<script>
  const feed = new EventSource("/prices");
  const show = text => document.getElementById("prices").append(
    Object.assign(document.createElement("li"), {textContent: text}));
  feed.addEventListener("tick", event => {
    const price = JSON.parse(event.data);
    show(`${event.lastEventId}: ${price.symbol} ${price.cents / 100}`);
  });
  feed.addEventListener("closing", event => { show(JSON.parse(event.data)); feed.close(); });
</script>
"""

#: The prices of a short day, and the seconds between two of them.
DAY = [Price("ABC", cents) for cents in (1250, 1255, 1248, 1260, 1275)]
BETWEEN = 1.0


async def changes(seen: int, between: float) -> AsyncIterator[Tick | Closing | Comment]:
    """The prices that a client has not seen yet, each in its time."""
    yield Comment("connected")
    for number in range(seen, len(DAY)):
        await asyncio.sleep(between)
        yield Tick(DAY[number], id=str(number + 1))
    yield Closing("The exchange has closed.")


async def prices(request: Request) -> Prices:
    """The feed, from where this client left off."""
    between: float = request.app.state.between
    return Prices(changes(last_event_id(request, int) or 0, between))


async def page(request: Request) -> Page:
    """A page that follows the feed."""
    return Page(HTML)


def service(between: float = BETWEEN) -> Starlette:
    """The application, with so many seconds between two prices."""
    app = Starlette(routes=[Route("/", page), Route("/prices", prices)])
    app.state.between = between
    return app


app = service()
