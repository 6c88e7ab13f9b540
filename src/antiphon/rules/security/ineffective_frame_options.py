"""SC002."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.content_security_policy import policies
from antiphon.http.parsing.pieces import shown
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

#: The frame-ancestors that says the same.
_SAME = {"deny": ("'none'",), "sameorigin": ("'self'",)}


@rule(
    code="SC002",
    level="error",
    citation="HTML, X-Frame-Options; Content Security Policy Level 3 section 6.4.2",
    help="write `DENY` or `SAMEORIGIN`; to allow other origins, use `Content-Security-Policy: frame-ancestors`",
    bad=HeaderSpec(name="X-Frame-Options", value="ALLOW-FROM https://app.example"),
    good=HeaderSpec(name="X-Frame-Options", value="DENY"),
)
def ineffective_frame_options(response: ResponseParts) -> Iterator[Finding]:
    """X-Frame-Options is DENY or SAMEORIGIN, once.

    With ALLOW-FROM, SAME-ORIGIN, `DENY;` or quotes Chromium 156 framed the page: clickjacking works and the field looks
    right. Said twice, the same option works and is a warning. Beside frame-ancestors it is ignored altogether.
    """
    if (line := response.joined("X-Frame-Options")) is None:
        return
    path, value = line
    options = {member.strip(" \t").lower() for member in value.split(",")}
    option = options.pop() if len(options) == 1 else ""
    if option in _SAME and option != value.lower():
        yield Finding(path, f"X-Frame-Options says {option.upper()} more than once", "warning")
    if option not in _SAME:
        yield Finding(path, f"X-Frame-Options is {shown(value)}, which is neither DENY nor SAMEORIGIN")
        return
    for _, policy in response.values("Content-Security-Policy"):
        for directives in policies(policy):
            found = [directive.words for directive in directives if directive.name.lower() == "frame-ancestors"]
            if found and tuple(word.lower() for word in found[0]) != _SAME[option]:
                yield Finding(path, "frame-ancestors says something else, and X-Frame-Options is ignored", "info")
