"""CC009."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.cache_control import ARGUMENTS, directives, meant
from antiphon.http.parsing.pieces import shown
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="CC009",
    level="error",
    citation="RFC 9111 sections 5.2.2 and 5.2.3",
    help="spell the directive as RFC 9111 does, such as `no-store` and `max-age=60`",
    bad=HeaderSpec(name="Cache-Control", value="nostore"),
    good=HeaderSpec(name="Cache-Control", value='no-store, community="UCI"'),
)
def misspelt_cache_directive(response: ResponseParts) -> Iterator[Finding]:
    """A Cache-Control directive is spelt as a cache knows it.

    What a cache does not know it ignores: with `nostore`, `no_store` or `"no-store"` beside max-age Chromium 156 kept
    the response and used it again, private data and all. It did so with `no-store="x"`, too.
    """
    for path, value in response.values("Cache-Control"):
        known = directives(value)
        pairs = {(one.name.lower(), one.value) for one in known}
        for directive in known:
            name = directive.name
            if right := meant(directive):
                alike = (right, "max-age") if right == "s-maxage" else (right,)
                said = any((other, directive.value) in pairs for other in alike)
                message = f"{shown(name)} means nothing; {right} was probably meant"
                yield Finding(path, message, in_captures="warning" if said else None)
            elif ARGUMENTS.get(name.lower()) == "nothing" and directive.value is not None:
                yield Finding(path, f"{name} takes no value, and with one it means nothing")
