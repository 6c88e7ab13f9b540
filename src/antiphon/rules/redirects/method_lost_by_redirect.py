"""RD007."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule
from antiphon.spec import HeaderSpec, ResponseSpec

#: Which status keeps the method and the content where this one does not.
_INSTEAD = {301: 308, 302: 307}


@rule(
    code="RD007",
    level="warning",
    in_captures="info",
    citation="RFC 9110 sections 15.4.2, 15.4.3, 15.4.4, 15.4.8 and 15.4.9; Fetch, HTTP-redirect fetch",
    help="answer 307 or 308 to have the same request made elsewhere, and 303 to send the client to a result",
    bad=ResponseSpec(
        status=302, method="POST", headers=(HeaderSpec(name="Location", value="https://api.example/v2/orders"),)
    ),
    good=ResponseSpec(
        status=307, method="POST", headers=(HeaderSpec(name="Location", value="https://api.example/v2/orders"),)
    ),
)
def method_lost_by_redirect(response: ResponseParts) -> Iterator[Finding]:
    """A redirect of a POST says whether it stays a POST: 307 and 308 keep the method, 303 makes it a GET.

    For 301 and 302 it is up to the client: Chromium 156 turns POST into GET, without its content, and keeps PUT, PATCH
    and DELETE; command-line clients differ. It is judged where the spec says that it answers POST.
    """
    if response.method == "POST" and response.status in _INSTEAD:
        yield Finding("status", f"a {response.status} turns a POST into a GET; a {_INSTEAD[response.status]} keeps it")
