"""FL005."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.expression import expression
from antiphon.http.grammar import NEEDLESS_ESCAPE
from antiphon.http.parsing.disposition import disposition
from antiphon.http.parsing.pieces import shown
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

_PERCENT = expression(r"%[0-9A-Fa-f]{2}")
#: RFC 2047 section 2: encoded-word = "=?" charset "?" encoding "?" encoded-text "?="
_ENCODED_WORD = expression(r"=\?[^?]+\?[BbQq]\?[^?]*\?=")


@rule(
    code="FL005",
    level="warning",
    citation="RFC 6266 appendix D; RFC 9110 section 5.6.4",
    help="put such a name in filename*: `filename*=UTF-8''100%25.txt`",
    bad=HeaderSpec(name="Content-Disposition", value='attachment; filename="a-%41.html"'),
    good=HeaderSpec(name="Content-Disposition", value="attachment; filename*=UTF-8''a-%2541.html"),
)
def rewritten_filename(response: ResponseParts) -> Iterator[Finding]:
    r"""A filename holds nothing that a browser decodes: no percent-escapes, no needless backslashes, no encoded words.

    Chromium 156 saved `a-%41.html` as a-A.html, `f\oo` as foo and `=?UTF-8?Q?foo-=C3=A4.html?=` as foo-ä.html. Others
    keep the name as it is written.
    """
    for path, value in response.values("Content-Disposition"):
        for parameter in disposition(value)[1]:
            name = parameter.value or ""
            if parameter.name.lower() != "filename":
                continue
            for pattern in (_PERCENT, _ENCODED_WORD, NEEDLESS_ESCAPE):
                if found := pattern.search(name):
                    yield Finding(path, f"the filename {shown(name)} holds {shown(found[0])}, which browsers decode")
