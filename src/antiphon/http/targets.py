"""Targets of redirects: which of them clients do not follow, and why.

Seen in Chromium 150 and 156 (docs/decisions/0071-what-browsers-and-servers-do.md). The typed field, the drop-in class
and the rules read targets here, so that all of them give the same answer.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from antiphon.http.expression import expression
from antiphon.http.grammar import CONTROL, URI
from antiphon.http.parsing.target import authority_fault, host_behind, scheme_of

#: Schemes that run code, read the machine or the page, or open a socket. Browsers never go there from a redirect.
UNSAFE_SCHEMES: Final = frozenset(
    (
        *("about", "blob", "chrome", "chrome-extension", "cid", "content", "data", "devtools", "feed", "file"),
        *("filesystem", "jar", "javascript", "mhtml", "res", "resource", "vbscript", "view-source", "ws", "wss"),
    )
)
#: Schemes of the web: the only ones that scripts follow, and the only ones with a host that is looked up.
WEB_SCHEMES: Final = frozenset(("http", "https"))

#: A name with a dot, or localhost, and a port: `tel:112` and `myapp:1` are URLs of an app.
_HOST_AND_PORT = expression(r"(?:[A-Za-z][A-Za-z0-9\-]*(?:\.[A-Za-z0-9\-]+)+|localhost):[0-9]{1,5}(?=[/?#]|\Z)")
#: The characters of an authority that need no encoding (RFC 3986 section 3.2).
_OF_URIS = expression(r"[A-Za-z0-9\-._~!$&'()*+,;=:%\[\]]+")
_TWO_SLASHES = expression(r"(?:[A-Za-z][A-Za-z0-9+.\-]*:)?//(?P<authority>[^/\\?#]+)")


class TargetFault(NamedTuple):
    """Why clients do not go where a target seems to lead."""

    what: str
    help: str
    cite: str


_EMPTY: Final = TargetFault(
    "is empty, which browsers do not follow", "give the target, such as '/'", "RFC 9110 section 10.2.2"
)
_NO_HOST: Final = TargetFault(
    "has no host behind two slashes; browsers look for one in what follows",
    "write one slash in front of a path, or `https://` and the host",
    "URL Standard section 4.4; RFC 3986 section 4.2",
)


def unsafe_scheme(target: str) -> str | None:
    """The scheme of a target that no browser follows from a redirect; None for any other target."""
    scheme = scheme_of(target)
    return scheme if scheme in UNSAFE_SCHEMES else None


def host_as_scheme(target: str) -> str | None:
    """The host and port that a client reads as a scheme, as in `www.shop.example:8000/x`; None for any other target."""
    match = _HOST_AND_PORT.match(target) if ":" in target else None
    return match[0] if match else None


def target_fault(target: str) -> TargetFault | None:
    """Why clients do not go where a redirect's target seems to lead; None where they do. Any origin may be meant.

    A target that a URI cannot hold as it is, such as one with spaces, is for the caller to encode or refuse.
    """
    if not target.strip(" \t"):
        return _EMPTY
    control = CONTROL.search(target)
    if control is not None:
        return TargetFault(
            f"holds the control character U+{ord(control[0]):04X} at position {control.start()}",
            "refuse such input; browsers remove some of these and then read another URL",
            "RFC 3986 section 2; URL Standard section 4.4",
        )
    if target.startswith("#"):
        return TargetFault(
            "leads to the same URL again",
            "name the path in front of the fragment: `/help#top`",
            "RFC 9110 section 15.4",
        )
    if (named := host_as_scheme(target)) is not None:
        return TargetFault(
            f"names the scheme {named.partition(':')[0]!r}: a host and a port without `https://` are read so",
            f"write `https://{named}`, or `./` in front of a path",
            "RFC 3986 sections 3.1 and 4.2",
        )
    scheme = scheme_of(target)
    if scheme in UNSAFE_SCHEMES:
        return TargetFault(
            f"has the scheme {scheme!r}, which no browser follows from a redirect",
            "redirect to an http or https URL, or to an app by its own scheme",
            "Fetch: HTTP-redirect fetch",
        )
    if scheme is not None and scheme not in WEB_SCHEMES:
        return None
    if scheme is None and host_behind(target) is None:
        return None
    return _authority_fault(target, scheme or "https")


def _authority_fault(target: str, scheme: str) -> TargetFault | None:
    match = _TWO_SLASHES.match(target)
    if match is None:
        return _NO_HOST
    authority = match["authority"]
    if "@" in authority:
        return TargetFault(
            "holds user information before the host, which hides where it leads",
            "leave out the part in front of '@'",
            "RFC 9110 section 4.2.4",
        )
    fault = authority_fault(f"{scheme}://{authority}/")
    if not fault and ("[" in authority or "]" in authority) and not _is_bracketed(authority):
        fault = "has a bracket in its host that is not closed"
    if not fault and _OF_URIS.fullmatch(authority) and not URI.fullmatch(f"{scheme}://{authority}/"):
        fault = "has a host or a port that no browser takes"
    if not fault:
        return None
    return TargetFault(fault, "write `https://`, the host, and a port only where it is needed", "RFC 3986 section 3.2")


def _is_bracketed(authority: str) -> bool:
    return bool(re.fullmatch(r"\[[0-9A-Fa-f:.]+\](?::[0-9]*)?", authority))
