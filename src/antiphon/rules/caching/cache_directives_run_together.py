"""CC002."""

from __future__ import annotations

import re
from collections.abc import Iterator

from antiphon.http.expression import expression
from antiphon.http.parsing.cache_control import ARGUMENTS, directives, is_directive, meant
from antiphon.http.parsing.pieces import Parameter, shown
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

#: Directives whose loss changes what caches do. Caches treat the response the same without any other.
_PROTECTING = expression(r"(?<![\w-])(?:no-store|no-cache|private)(?![\w-])", re.IGNORECASE)
_LIFETIME = expression(r"(?<![\w-])(?:s-maxage|max-age)[ \t]*=", re.IGNORECASE)


@rule(
    code="CC002",
    level="error",
    citation="RFC 9111 section 5.2",
    help="put a comma between directives: `public, max-age=60`",
    bad=HeaderSpec(name="Cache-Control", value="public; max-age=60"),
    good=HeaderSpec(name="Cache-Control", value="public, max-age=60"),
)
def cache_directives_run_together(response: ResponseParts) -> Iterator[Finding]:
    """Cache-Control is a list of directives with commas between them.

    With `public max-age=60` and `public; max-age=60` Chromium 156 knows neither directive: nothing is cached, or what
    must not be cached is.
    """
    for path, value in response.values("Cache-Control"):
        for directive in directives(value):
            # Another spelling of a known directive is CC009's.
            if not is_directive(directive) and not meant(directive) and not _is_wrong_number(directive):
                text = directive.name if directive.value is None else f"{directive.name}={directive.value}"
                lost = _PROTECTING.search(text) is not None or _LIFETIME.search(text) is not None
                message = f"{shown(text)} is not one directive"
                yield Finding(path, message, in_captures=None if lost else "warning")


def _is_wrong_number(directive: Parameter) -> bool:
    """Whether it is one directive with a malformed number of seconds, which CC001 reports."""
    if directive.value is None or ARGUMENTS.get(directive.name.lower()) != "seconds":
        return False
    return not any(separator in directive.value for separator in "; \t")
