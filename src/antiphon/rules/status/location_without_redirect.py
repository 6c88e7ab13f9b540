"""ST016."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.status import REDIRECTS
from antiphon.rules.examples import HeaderSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

#: RFC 9110 sections 15.3.2 and 15.4.1 give Location a meaning with 201 and 300. With 202 it names the status monitor
#: of section 15.3.3 in practice.
_MEANINGFUL = REDIRECTS | {201, 202}
_DEAD = frozenset({305, 306})


@rule(
    code="ST016",
    level="warning",
    citation="RFC 9110 sections 10.2.2, 15.4.6 and 15.4.7; Fetch, redirect status",
    help="to send the client on, answer 303, or 307 to keep the method; to name a resource, use Link",
    bad=ResponseSpec(status=200, headers=(HeaderSpec(name="Location", value="/new"),)),
    good=ResponseSpec(status=307, headers=(HeaderSpec(name="Location", value="/new"),)),
)
def location_without_redirect(response: ResponseParts) -> Iterator[Finding]:
    """Location is sent with a redirect (301, 302, 303, 307, 308), or with a status that gives it a meaning.

    With any other status nobody goes there. Chromium 156 did not follow it with 201, 300, 304, 305, 306 or 309; 305
    and 306 are dead, and no client acts on them. With 300 it names the server's own choice, and a browser shows the
    content instead of going there: that is advice.
    """
    if response.status in _DEAD:
        yield Finding("status", f"no client acts on a {response.status} any more", in_captures="info")
    elif response.status == 300:
        for path, _ in response.headers("Location"):
            yield Finding(path, "browsers do not follow the Location of a 300: they show its content", "info")
    elif response.status not in _MEANINGFUL:
        for path, _ in response.headers("Location"):
            message = f"a {response.status} is not a redirect: nobody follows its Location"
            yield Finding(path, message, in_captures="info")
