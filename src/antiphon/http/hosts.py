"""Classify a host: an IP address, this machine itself, or a name."""

from __future__ import annotations

import re

from antiphon.http.expression import expression
from antiphon.http.grammar import IPV4

#: RFC 6761 section 6.3. A name may end in the dot of the root.
_LOCALHOST = expression(r"(?:.+\.)?localhost\.?", re.IGNORECASE | re.ASCII | re.DOTALL)


def is_loopback(host: str) -> bool:
    """Whether a host is this very machine, so that plain HTTP counts as secure (Secure Contexts section 3.1)."""
    if _LOCALHOST.fullmatch(host) or host in ("[::1]", "::1"):
        return True
    address = host.removesuffix(".")
    return address.startswith("127.") and bool(IPV4.fullmatch(address))


def is_ip_address(host: str) -> bool:
    """Whether a host is an IP address (draft-ietf-httpbis-rfc6265bis-22 section 5.1.3: no Domain can widen it)."""
    return bool(IPV4.fullmatch(host)) or ":" in host
