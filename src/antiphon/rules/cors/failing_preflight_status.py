"""CR011."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.rules.examples import HeaderSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

_METHODS = HeaderSpec(name="Access-Control-Allow-Methods", value="PUT")
_LOCATION = HeaderSpec(name="Location", value="https://api.example/v2/")
#: Fields that browsers read in the answer to a preflight alone.
_PREFLIGHT = ("Access-Control-Allow-Headers", "Access-Control-Allow-Methods", "Access-Control-Max-Age")
#: Starlette's and Litestar's middleware refuse with the first, others with the second.
_REFUSALS = (400, 403)


@rule(
    code="CR011",
    level="error",
    citation="Fetch, CORS-preflight fetch",
    help="answer OPTIONS with 204 and the Access-Control fields, before any authentication or redirect",
    bad=ResponseSpec(status=307, method="OPTIONS", headers=(_LOCATION, _METHODS)),
    good=ResponseSpec(status=204, method="OPTIONS", headers=(_METHODS,)),
)
def failing_preflight_status(response: ResponseParts) -> Iterator[Finding]:
    """The answer to a preflight has a status from 200 to 299, or refuses it by 400 or 403.

    With a redirect, a 304, a 4xx or a 5xx the preflight fails in Chromium 156 whatever the fields say, and the
    request itself is never sent. It is an error where the spec says that it answers OPTIONS; where it says nothing, the
    fields of a preflight do nothing, and do no harm. A 400 or a 403 is how frameworks refuse an origin, a method or a
    field on purpose, and is left alone.
    """
    if 200 <= response.status <= 299 or (response.method == "OPTIONS" and response.status in _REFUSALS):
        return
    lines = response.headers(*_PREFLIGHT)
    if lines and response.method == "OPTIONS":
        yield Finding("status", f"a preflight that is answered {response.status} fails")
    elif lines and response.method is None:
        path, header = lines[0]
        yield Finding(path, f"{header.name} is read in a preflight, and a {response.status} fails one", "info")
