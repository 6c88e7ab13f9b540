"""The errors of single cookies as findings."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.cookie_checks import CookieCheck
from antiphon.rules.parts import ResponseParts, within
from antiphon.rules.rule import Finding


def cookie_reasons(response: ResponseParts, check: CookieCheck) -> Iterator[Finding]:
    """What one check has against each cookie of a response."""
    for path, cookie in response.cookies:
        if message := check.fault(cookie):
            yield Finding(within(path, check.part), message)
