"""CC003."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.cache_control import ARGUMENTS, directives
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import CaptureLevel, Finding, rule


@rule(
    code="CC003",
    level="error",
    citation="RFC 9111 section 4.2.1",
    help="keep the one that is meant",
    bad=HeaderSpec(name="Cache-Control", value="max-age=60, max-age=0"),
    good=HeaderSpec(name="Cache-Control", value="max-age=60, s-maxage=600"),
)
def cache_directive_repeated(response: ResponseParts) -> Iterator[Finding]:
    """A Cache-Control directive is given once, counted over all field lines.

    Of two, Chromium 156 takes the first, other caches the last, and some treat the response as stale.
    """
    seen: dict[str, str | None] = {}
    for path, value in response.values("Cache-Control"):
        for directive in directives(value):
            name = directive.name.lower()
            if name not in ARGUMENTS:
                continue
            if name in seen:
                same = seen[name] == directive.value
                weight: CaptureLevel = "info" if same else "silent" if ARGUMENTS[name] == "names" else "warning"
                yield Finding(path, f"{name} is given a second time", "warning" if same else None, weight)
            seen.setdefault(name, directive.value)
