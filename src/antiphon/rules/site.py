"""The facts about a response's site that rules may use."""

from __future__ import annotations

import contextlib
import contextvars
import functools
from collections.abc import Callable, Generator

from antiphon.http.hosts import is_ip_address, is_loopback
from antiphon.http.set_cookie import Cookie
from antiphon.rules.parts import ResponseParts


def host_of(response: ResponseParts) -> str | None:
    """The declared host in lower case; None where the site does not say."""
    return response.site.host.lower() if response.site is not None and response.site.host else None


def is_plain_http(response: ResponseParts) -> bool:
    """Whether the site says that browsers reach it over http, and not on the user's own machine."""
    site = response.site
    return site is not None and site.scheme == "http" and not is_loopback(site.host or "")


def domain_of(cookie: Cookie) -> str:
    """The Domain as browsers compare it: in lower case, without the one dot in front that they strip."""
    return (cookie.domain or "").lower().removeprefix(".")


def domain_matches(host: str, domain: str) -> bool:
    """Whether a host lies in a domain (draft-ietf-httpbis-rfc6265bis-22 section 5.1.3). Both are in lower case."""
    return host == domain or (host.endswith(f".{domain}") and not is_ip_address(host))


def public_suffix_of() -> Callable[[str], str | None] | None:
    """The look-up in the public suffix list: a host's listed suffix, or None. None where the list is not installed.

    The list comes with the extra `antiphon[psl]`, and is read once, when a rule first asks for it.
    """
    return str if _EVERY_HOST.get() else _listed()


#: Whether every host is taken for a public suffix.
_EVERY_HOST = contextvars.ContextVar("_EVERY_HOST", default=False)


@contextlib.contextmanager
def every_host_a_suffix() -> Generator[None]:
    """Within it each host is listed: a rule that finds nothing then would find nothing with any list."""
    token = _EVERY_HOST.set(True)
    try:
        yield
    finally:
        _EVERY_HOST.reset(token)


@functools.cache
def _listed() -> Callable[[str], str | None] | None:
    try:
        from publicsuffixlist import PublicSuffixList
    except ImportError:
        return None
    return PublicSuffixList(accept_unknown=False).publicsuffix
