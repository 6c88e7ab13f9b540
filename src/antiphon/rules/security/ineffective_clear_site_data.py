"""SC014."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.headers.clear_site_data import SiteData
from antiphon.headers.values.tokens import words
from antiphon.http.parsing.pieces import members, shown
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule
from antiphon.rules.site import is_plain_http

#: Clear Site Data section 3.1, and the types that browsers have added.
_TYPES = frozenset(f'"{word}"' for word in words(SiteData))


@rule(
    code="SC014",
    level="error",
    citation="Clear Site Data sections 3.1 and 3.2",
    help='write the types in double quotes: `"cookies", "storage"`',
    bad=HeaderSpec(name="Clear-Site-Data", value="cookies"),
    good=HeaderSpec(name="Clear-Site-Data", value='"cache", "cookies", "storage"'),
)
def ineffective_clear_site_data(response: ResponseParts) -> Iterator[Finding]:
    """Clear-Site-Data is a list of types that browsers know, each in double quotes, and is sent over https.

    Without quotes, in single ones, with capitals or a parameter, and over http, Chromium 156 cleared nothing: after a
    logout the data is still there.
    """
    if (line := response.joined("Clear-Site-Data")) is None:
        return
    path, value = line
    types = members(value)
    unknown = [type_ for type_ in types if type_ not in _TYPES]
    if not types:
        yield Finding(path, "Clear-Site-Data names nothing to clear")
    for type_ in unknown:
        # One unknown type in quotes does no harm to the others.
        harmless = len(unknown) < len(types) and type_[0] == type_[-1] == '"' and '"' not in type_[1:-1]
        yield Finding(path, f"no browser clears {shown(type_)}", "warning" if harmless else None)
    if is_plain_http(response):
        yield Finding(path, "browsers ignore Clear-Site-Data over http")
