"""Whether a response is known to be sent where browsers trust nothing."""

from __future__ import annotations

import re

from antiphon.spec import ResponseSpec

#: Secure Contexts section 3.1: hosts that are trustworthy without https.
_LOOPBACK = re.compile(r"(?:.+\.)?localhost\.?|127(?:\.[0-9]+){3}|\[::1\]|::1", re.IGNORECASE)


def is_loopback(host: str) -> bool:
    """Whether a host is the user's own machine."""
    return bool(_LOOPBACK.fullmatch(host))


def is_plain_http(spec: ResponseSpec) -> bool:
    """Whether the site says that browsers reach it over http, and not on the user's own machine."""
    return spec.site is not None and spec.site.scheme == "http" and not is_loopback(spec.site.host or "")
