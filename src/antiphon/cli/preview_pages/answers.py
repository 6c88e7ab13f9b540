"""The answers of the preview's server, declared with antiphon itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from antiphon import fragment, respond
from antiphon.cli.preview_pages.page import policy
from antiphon.responses import Response

#: The answers are for this browser alone, for no other origin, and never kept.
_HOUSE = (
    fragment()
    .x_content_type_options("nosniff")
    .referrer_policy("no-referrer")
    .header("Cross-Origin-Opener-Policy", "same-origin")
    .header("Cross-Origin-Resource-Policy", "same-origin")
    .cache_control(no_store=True)
)
_NOTHING = fragment().header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")

page: Callable[[str], Response[Any, Any]] = (
    respond(200)
    .html()
    .header("Content-Security-Policy", f"{policy(live=True)}; frame-ancestors 'none'")
    .add(_HOUSE)
    .compile()
)

description: Callable[[bytes], Response[Any, Any]] = (
    respond(200).bytes("application/json").add(_NOTHING).add(_HOUSE).compile()
)

#: A page of another origin that has its name resolved to this machine (DNS rebinding) sends that name as its Host.
misdirected: Callable[[], Response[Any, Any]] = (
    respond(421).text("This server answers to 127.0.0.1 and localhost alone.\n").add(_NOTHING).add(_HOUSE).compile()
)

not_found: Callable[[], Response[Any, Any]] = (
    respond(404).text("There is /, /project.json and /events.\n").add(_NOTHING).add(_HOUSE).compile()
)

method_not_allowed: Callable[[], Response[Any, Any]] = (
    respond(405).text("GET and HEAD are understood.\n").allow("GET", "HEAD").add(_NOTHING).add(_HOUSE).compile()
)
