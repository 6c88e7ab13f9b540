"""RD007."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.rules.examples import HeaderSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

#: The status that repeats the same request; 303 says that a GET follows.
_INSTEAD = {301: 308, 302: 307}


@rule(
    code="RD007",
    level="warning",
    in_captures="info",
    citation="RFC 9110 sections 15.4.2, 15.4.3, 15.4.4, 15.4.8 and 15.4.9; Fetch, HTTP-redirect fetch",
    help="answer 303 to send the client to a result, such as the page after a login; 307 or 308 to have the same "
    "request made elsewhere",
    bad=ResponseSpec(
        status=301, method="POST", headers=(HeaderSpec(name="Location", value="https://api.example/v2/orders"),)
    ),
    good=ResponseSpec(
        status=307, method="POST", headers=(HeaderSpec(name="Location", value="https://api.example/v2/orders"),)
    ),
)
def method_lost_by_redirect(response: ResponseParts) -> Iterator[Finding]:
    """A redirect of a POST says whether it stays a POST: 307 and 308 keep the method, 303 makes it a GET.

    For 301 and 302 it is up to the client: Chromium 156 turns POST into GET, without its content, and keeps PUT, PATCH
    and DELETE; command-line clients differ. A 302 to the page after a form is an old custom that every browser follows,
    and 303 says the same to everybody, so that is advice. It is judged where the spec says that it answers POST.
    """
    if response.method == "POST" and response.status in _INSTEAD:
        kept = _INSTEAD[response.status]
        message = f"browsers turn a POST into a GET after a {response.status}; 303 says so, {kept} keeps the POST"
        yield Finding("status", message, "info" if response.status == 302 else None)
