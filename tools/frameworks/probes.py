"""Probes: the same wrong responses, asked of each framework.

A probe builds a response in the framework's own way and looks for the mistake in the lines that it would send.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, NamedTuple

from probed import Framework, Lines


class Probe(NamedTuple):
    """One wrong response. `wrong` says of the lines (or of the content) whether the mistake is in them."""

    says: str
    build: Callable[[Framework], Any]
    wrong: Callable[[Any], bool]


def _line(lines: Lines, name: str) -> str:
    return next((value for key, value in lines if key.lower() == name), "")


def _cookie(says: str, wrong: Callable[[str], bool], *arguments: str, **given: Any) -> Probe:
    return Probe(says, lambda one: one.cookie(*arguments, **given), lambda lines: wrong(_line(lines, "set-cookie")))


PROBES = (
    _cookie("SameSite=None without Secure", lambda line: "secure" not in line.lower(), "a", "b", samesite="none"),
    _cookie("`__Host-` with a Domain, without Secure",
            lambda line: "domain" in line.lower() and "secure" not in line.lower(),
            "__Host-a", "b", domain="shop.example"),
    _cookie("Path `/; Domain=evil.example`", lambda line: "; domain=evil.example" in line.lower(),
            "a", "b", path="/; Domain=evil.example"),
    _cookie("Domain `shop.example; Path=/x`", lambda line: "; path=/x" in line.lower(),
            "a", "b", domain="shop.example; Path=/x"),
    _cookie("a value of 5,000 octets", lambda line: len(line) > 5000, "a", "b" * 5000),
    _cookie("Max-Age of 1.5", lambda line: "max-age=1.5" in line.lower(), "a", "b", max_age=1.5),
    Probe("CR LF in a field's value", lambda one: one.field("X-A", "b\r\nX-Evil: 1"),
          lambda lines: "\r\n" in _line(lines, "x-a")),
    Probe("a blank in a field's name", lambda one: one.field("X A", "b"), lambda lines: bool(_line(lines, "x a"))),
    Probe("content on 204", lambda one: one.status(204), bool),
    Probe("status 999", lambda one: one.status(999), bool),
    Probe("a redirect to `javascript:alert(1)`", lambda one: one.redirect("javascript:alert(1)"),
          lambda lines: _line(lines, "location").startswith("javascript:")),
    Probe("a redirect to `//evil.example`, from a user's text", lambda one: one.redirect("//evil.example"),
          lambda lines: _line(lines, "location").startswith("//")),
)  # fmt: skip


def outcome(probe: Probe, framework: Framework) -> str:
    """Whether the framework hands the mistake to the server, refuses it, or makes something else of it."""
    try:
        made = probe.build(framework)
        if asyncio.iscoroutine(made):
            made = asyncio.run(made)
    except Exception as error:  # noqa: BLE001 - any exception is a refusal here
        return f"{type(error).__name__}"
    return "**accepted**" if probe.wrong(made) else "mended"
