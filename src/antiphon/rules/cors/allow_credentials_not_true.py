"""CR004."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.pieces import shown
from antiphon.rules.examples import HeaderSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

_ORIGIN = (
    HeaderSpec(name="Access-Control-Allow-Origin", value="https://app.example"),
    HeaderSpec(name="Vary", value="Origin"),
)


@rule(
    code="CR004",
    level="error",
    citation="Fetch, CORS check",
    help="write `true` in lower case, or leave the field out",
    bad=ResponseSpec(status=200, headers=(*_ORIGIN, HeaderSpec(name="Access-Control-Allow-Credentials", value="True"))),
    good=ResponseSpec(
        status=200, headers=(*_ORIGIN, HeaderSpec(name="Access-Control-Allow-Credentials", value="true"))
    ),
)
def allow_credentials_not_true(response: ResponseParts) -> Iterator[Finding]:
    """Access-Control-Allow-Credentials is `true`, in lower case, or absent.

    For `True`, `1` or `"true"` a request with credentials fails in Chromium 156 with InvalidAllowCredentials. `false`
    says no more than its absence does, and is a warning.
    """
    for path, value in response.values("Access-Control-Allow-Credentials"):
        if value != "true":
            message = f"Access-Control-Allow-Credentials is {shown(value)}, and only `true` means anything"
            off = value.lower() == "false"  # it says what leaving it out says
            yield Finding(path, message, "warning" if off else None, "silent" if off else None)
