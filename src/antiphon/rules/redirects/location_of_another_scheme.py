"""RD003."""

from __future__ import annotations

import re
from collections.abc import Iterator

from antiphon.http.parsing.pieces import shown
from antiphon.http.parsing.target import is_reference, scheme_of
from antiphon.http.status import REDIRECTS
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule
from antiphon.spec import HeaderSpec, ResponseSpec

#: Schemes that Chromium 150 neither follows nor hands to an app.
_NEVER_FOLLOWED = frozenset({
    *("about", "blob", "chrome", "chrome-extension", "cid", "content", "data", "devtools", "feed", "file"),
    *("filesystem", "jar", "javascript", "mhtml", "res", "vbscript", "view-source", "ws", "wss"),
})  # fmt: skip
#: What makes a host of the word in front of a colon.
_PORT = re.compile(r":[0-9]{1,5}(?:[/?#]|$)")


@rule(
    code="RD003",
    level="error",
    citation="Fetch, HTTP-redirect fetch; RFC 8252 section 7.1",
    help="redirect to http or https; an app's own scheme is a reversed domain name: `com.example.app:/done`",
    bad=ResponseSpec(status=303, headers=(HeaderSpec(name="Location", value="javascript:alert(1)"),)),
    good=ResponseSpec(status=303, headers=(HeaderSpec(name="Location", value="com.example.app:/signed-in"),)),
)
def location_of_another_scheme(response: ResponseParts) -> Iterator[Finding]:
    """A redirect leads to http, to https, or to an app by a scheme of its own.

    Chromium 156 stops at data:, file:, blob:, about: and chrome: with ERR_UNSAFE_REDIRECT, and does nothing for
    javascript:. Scripts that fetch get a network error for everything but http and https.
    """
    if response.status not in REDIRECTS:
        return
    for path, value in response.values("Location"):
        scheme = scheme_of(value)
        # A scheme with a dot in it is the reversed domain name of an app (RFC 8252 section 7.1).
        if scheme and scheme not in ("http", "https") and "." not in scheme and is_reference(value.strip(" \t")):
            message = f"Location is {shown(value)}, and browsers do not follow {scheme}:"
            for_an_app = scheme not in _NEVER_FOLLOWED and not _PORT.match(value.strip(" \t"), len(scheme))
            yield Finding(path, message, in_captures="silent" if for_an_app else None)
