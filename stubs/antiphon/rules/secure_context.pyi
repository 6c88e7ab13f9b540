# Written by `nox -s generate` from src; do not edit.
"""Whether a response is known to be sent where browsers trust nothing."""

from antiphon.spec import ResponseSpec

def is_loopback(host: str) -> bool:
    """Whether a host is the user's own machine."""

def is_plain_http(spec: ResponseSpec) -> bool:
    """Whether the site says that browsers reach it over http, and not on the user's own machine."""
