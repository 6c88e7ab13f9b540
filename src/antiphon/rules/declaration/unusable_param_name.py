"""AN009."""

from __future__ import annotations

import keyword
import unicodedata
from collections.abc import Iterator

from antiphon.rules.examples import HeaderSpec, ParamSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

#: The other parameters of a compiled response.
_TAKEN = {"content": "the response's content", "background": "the work that follows the response"}
_ETAG = HeaderSpec(name="ETag")


@rule(
    code="AN009",
    level="error",
    applies_to_captures=False,
    citation="Python Language Reference section 2.3 (identifiers and keywords)",
    help="write a Python identifier such as `session`, that is not a keyword, begins with a letter and is used once",
    bad=ResponseSpec(status=200, headers=(_ETAG,), params=(ParamSpec(name="e-tag", fills="header", slot="ETag"),)),
    good=ResponseSpec(status=200, headers=(_ETAG,), params=(ParamSpec(name="etag", fills="header", slot="ETag"),)),
)
def unusable_param_name(response: ResponseParts) -> Iterator[Finding]:
    """The name of a param can be the name of a keyword parameter.

    It becomes one of the compiled response. `content` is the response's content, `background` the work that follows it,
    names that begin with an underscore are the compiler's, and Python takes names that differ only in their
    compatibility forms for one.
    """
    seen: set[str] = set()
    for index, param in enumerate(response.params):
        name = unicodedata.normalize("NFKC", param.name)
        fault = ""
        if not name.isidentifier() or keyword.iskeyword(name):
            fault = "is not an identifier that a parameter can have"
        elif name in _TAKEN:
            fault = f"is the name of {_TAKEN[name]}"
        elif name.startswith("_"):
            fault = "begins with an underscore, as the compiler's own names do"
        elif name in seen:
            fault = "is the name of another param"
        seen.add(name)
        if fault:
            yield Finding(f"params[{index}].name", f"the param name {param.name!r} {fault}")
