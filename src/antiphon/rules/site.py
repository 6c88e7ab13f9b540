"""What rules may ask of the site that a response belongs to."""

from __future__ import annotations

import functools
from collections.abc import Callable

from antiphon.http.set_cookie import is_ip_address
from antiphon.spec import ResponseSpec


def host_of(spec: ResponseSpec) -> str | None:
    """The declared host in lower case; None where the site does not say."""
    return spec.site.host.lower() if spec.site is not None and spec.site.host else None


def is_loopback(host: str) -> bool:
    """Whether a host is this very machine, so that plain HTTP counts as secure (Secure Contexts section 3.1)."""
    return (
        host == "localhost"
        or host.endswith(".localhost")
        or host in ("[::1]", "::1")
        or (is_ip_address(host) and host.startswith("127."))
    )


def domain_matches(host: str, domain: str) -> bool:
    """Whether a host lies in a domain (draft-ietf-httpbis-rfc6265bis-22 section 5.1.3). Both are in lower case."""
    return host == domain or (host.endswith(f".{domain}") and not is_ip_address(host))


@functools.cache
def public_suffix_of() -> Callable[[str], str | None] | None:
    """The look-up in the public suffix list: a host's listed suffix, or None. None where the list is not installed.

    The list comes with the extra `antiphon[psl]`, and is read once, when a rule first asks for it.
    """
    try:
        from publicsuffixlist import PublicSuffixList
    except ImportError:
        return None
    return PublicSuffixList(accept_unknown=False).publicsuffix
