from __future__ import annotations

from antiphon import respond

page = respond(200).html().compile()


def endpoint() -> object:
    return page("<h1>Orders</h1>")
