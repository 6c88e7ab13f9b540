"""SC012."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.headers.field import FieldError
from antiphon.headers.values.structured.reading import read_item
from antiphon.headers.values.structured.values import Token
from antiphon.http.parsing.pieces import shown
from antiphon.http.policies import EMBEDDER_POLICIES, OPENER_POLICIES
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

_FIELDS = {
    "Cross-Origin-Opener-Policy": OPENER_POLICIES,
    "Cross-Origin-Opener-Policy-Report-Only": OPENER_POLICIES,
    "Cross-Origin-Embedder-Policy": EMBEDDER_POLICIES,
    "Cross-Origin-Embedder-Policy-Report-Only": EMBEDDER_POLICIES,
}


@rule(
    code="SC012",
    level="error",
    citation="HTML, obtain an opener policy and obtain an embedder policy; RFC 9651 section 3.3",
    help="write one value in lower case: `same-origin` for the opener, `require-corp` for the embedder",
    bad=HeaderSpec(name="Cross-Origin-Opener-Policy", value="Same-Origin"),
    good=HeaderSpec(name="Cross-Origin-Opener-Policy", value='same-origin; report-to="coop"'),
)
def malformed_opener_or_embedder_policy(response: ResponseParts) -> Iterator[Finding]:
    """Cross-Origin-Opener-Policy and -Embedder-Policy are one token each, in lower case, on one line.

    For `Same-Origin`, `"same-origin"` in quotes, or two lines that say the same, Chromium 156 does not isolate the
    page: other windows reach it, and SharedArrayBuffer is missing.
    """
    for name, known in _FIELDS.items():
        for path, _ in response.headers(name)[1:]:
            yield Finding(path, f"{name} is given a second time, and browsers ignore both")
        line = response.joined(name) if len(response.headers(name)) == 1 else None
        if line is None:
            continue
        path, value = line
        try:
            item = read_item(value).value
        except FieldError as error:
            yield Finding(path, f"{name} cannot be read: {error}")
            continue
        if not isinstance(item, Token) or item not in known:
            yield Finding(path, f"{name} is {shown(value)}, which is not one of its values")
