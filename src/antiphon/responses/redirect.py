"""The target of a redirect, as it is sent in Location."""

from __future__ import annotations

import re
from urllib.parse import quote

from antiphon.errors import ParamError
from antiphon.http.grammar import CONTROL, PATH_OCTETS

#: Schemes that browsers never follow from a redirect (Fetch, HTTP-redirect fetch; seen in Chromium 156).
_DEAD = re.compile(r"(?i:javascript|vbscript|data|file|blob|about|chrome|view-source):")
#: The authority of an http or https URL, or of a reference without a scheme, with its userinfo.
_USERINFO = re.compile(r"(?:(?i:https?):)?//[^/?#]*@")


def redirect_target(url: object) -> bytes:
    """The octets, with what a URL cannot hold percent-encoded, as Starlette does it; any origin may be meant.

    Raises ParamError for an empty target, a control character, user information, or a scheme that no browser follows.
    """
    if type(url) is str and url.isascii():
        octets = url.encode()
        # The common case, a plain path, has nothing to encode and no scheme, no authority: nothing to refuse.
        if octets.translate(PATH_OCTETS) == octets and octets[:1] == b"/" != octets[1:2]:
            return octets
    return _with_care(str(url))


def _with_care(text: str) -> bytes:
    """The same by the long way."""
    if not text:
        raise _refused(
            "is empty, which browsers do not follow", "give the target, such as '/'", "RFC 9110 section 10.2.2"
        )
    control = CONTROL.search(text)
    if control is not None:
        raise _refused(
            f"holds the control character U+{ord(control[0]):04X} at position {control.start()}",
            "refuse such input; browsers remove some of these and then read another URL",
            "RFC 3986 section 2; URL Standard section 4.4",
        )
    if _DEAD.match(text):
        raise _refused(
            f"has the scheme {text.partition(':')[0]!r}, which no browser follows from a redirect",
            "redirect to an http or https URL",
            "Fetch: HTTP-redirect fetch",
        )
    if _USERINFO.match(text):
        raise _refused(
            "holds user information before the host, which hides where it leads",
            "leave out what stands before '@'",
            "RFC 9110 section 4.2.4",
        )
    try:
        return quote(text, safe=":/%#?=@[]!$&'()*+,;").encode()
    except UnicodeEncodeError:
        raise _refused("holds a lone surrogate", "give text that UTF-8 can say", "RFC 3986 section 2.5") from None


def _refused(what: str, help: str, cite: str) -> ParamError:
    return ParamError("url", what, help=help, cite=cite)
