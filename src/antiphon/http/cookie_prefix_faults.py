"""Checks of a cookie's prefix (draft-ietf-httpbis-rfc6265bis-22 section 4.1.3), which browsers hold it to."""

from __future__ import annotations

from antiphon.http.set_cookie import Cookie, prefix_of, shown


def secure_prefix_without_secure(cookie: Cookie) -> str | None:
    """The prefix __Secure- without Secure."""
    if prefix_of(cookie) != "__Secure-" or cookie.secure:
        return None
    return f"cookie {shown(cookie.name)} has the __Secure- prefix but not Secure; browsers drop it"


def _host_prefix_faults(cookie: Cookie) -> str:
    lacks = [] if cookie.secure else ["Secure"]
    lacks += [] if cookie.path == "/" else ["Path=/"]
    return " and ".join(lacks)


def host_prefix_unmet(cookie: Cookie) -> str | None:
    """The prefix __Host- or __Host-Http- without Secure and Path=/, or with a Domain."""
    if not prefix_of(cookie).startswith("__Host-"):
        return None
    if lacks := _host_prefix_faults(cookie):
        return f"cookie {shown(cookie.name)} has the __Host- prefix but not {lacks}; browsers drop it"
    if cookie.domain is not None:
        return f"cookie {shown(cookie.name)} has the __Host- prefix and a Domain; browsers drop it"
    return None


def http_prefix_unmet(cookie: Cookie) -> str | None:
    """The prefix __Http- without Secure and HttpOnly."""
    if prefix_of(cookie) != "__Http-" or (cookie.secure and cookie.http_only):
        return None
    return f"cookie {shown(cookie.name)} has the __Http- prefix but not both Secure and HttpOnly; browsers drop it"


def host_http_prefix_unmet(cookie: Cookie) -> str | None:
    """The prefix __Host-Http- without HttpOnly; the rest is `host_prefix_unmet`'s."""
    if prefix_of(cookie) != "__Host-Http-" or cookie.http_only:
        return None
    return f"cookie {shown(cookie.name)} has the __Host-Http- prefix but not HttpOnly; browsers drop it"
