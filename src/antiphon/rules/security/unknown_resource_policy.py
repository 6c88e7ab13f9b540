"""SC013."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.headers.cross_origin_resource_policy import CrossOriginResourcePolicy
from antiphon.http.parsing.pieces import shown
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="SC013",
    level="error",
    citation="Fetch, cross-origin resource policy internal check",
    help="write `same-origin`, `same-site` or `cross-origin`, in lower case",
    bad=HeaderSpec(name="Cross-Origin-Resource-Policy", value="Same-Origin"),
    good=HeaderSpec(name="Cross-Origin-Resource-Policy", value="same-origin"),
)
def unknown_resource_policy(response: ResponseParts) -> Iterator[Finding]:
    """Cross-Origin-Resource-Policy is same-origin, same-site or cross-origin, in lower case.

    For `Same-Origin`, `same-origin;` or two values Chromium 156 let every site load the resource.
    """
    for path, value in response.values("Cross-Origin-Resource-Policy"):
        if value not in CrossOriginResourcePolicy.choices:
            yield Finding(path, f"Cross-Origin-Resource-Policy is {shown(value)}, which protects nothing")
