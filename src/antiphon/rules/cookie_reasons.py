"""The errors of single cookies as findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from antiphon.http.cookie_checks import CookieCheck
from antiphon.http.set_cookie import Cookie
from antiphon.rules.parts import ResponseParts, within
from antiphon.rules.rule import CaptureLevel, Finding


def cookie_reasons(
    response: ResponseParts, check: CookieCheck, in_captures: Callable[[Cookie], CaptureLevel | None] | None = None
) -> Iterator[Finding]:
    """The findings of one check for each cookie. `in_captures` gives the level in a capture, where it is lower."""
    for path, cookie in response.cookies:
        if message := check.fault(cookie):
            yield Finding(within(path, check.part), message, in_captures=in_captures(cookie) if in_captures else None)
