"""Refresh taken apart (HTML, "shared declarative refresh steps")."""

from __future__ import annotations

import re

from antiphon.http.expression import expression
from antiphon.http.parsing.target import host_behind, scheme_of
from antiphon.http.targets import WEB_SCHEMES, target_fault

#: A non-negative integer; then, optionally, ";" and "url=" with a URL string.
REFRESH: re.Pattern[str] = expression(
    r"""(?P<seconds>[0-9]+)(?:[ \t]*;[ \t]*url=(?P<quote>["']?)(?P<url>[^"'][^"']*)(?P=quote))?""", re.IGNORECASE
)


def refresh_fault(url: str) -> str:
    """Why browsers do not go where the target of a Refresh seems to lead; empty where they do.

    Chromium 150 follows it as it follows Location, but never to an app: that needs a user's gesture.
    """
    if host_behind(url) is not None:
        return "goes to a host without saying so"
    scheme = scheme_of(url)
    if scheme is not None and scheme not in WEB_SCHEMES:
        return f"has the scheme {scheme!r}, which no browser follows from a Refresh"
    fault = target_fault(url)
    # To the same URL again is what a Refresh may well mean.
    return fault.what if fault is not None and not url.startswith("#") else ""
