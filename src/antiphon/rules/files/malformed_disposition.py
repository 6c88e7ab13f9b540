"""FL001."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.expression import expression
from antiphon.http.grammar import QUOTED_STRING, TOKEN
from antiphon.http.parsing.disposition import disposition
from antiphon.http.parsing.pieces import shown, split
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import CaptureLevel, Finding, rule

#: RFC 2231 section 3, which RFC 8187 section 3.1 leaves out of HTTP.
_CONTINUATION = expression(r"[^*]+\*[0-9]+\*?")
#: Parameters with values of their own rules: FL002, FL003 and FL004.
_FILENAMES = frozenset({"filename", "filename*"})


@rule(
    code="FL001",
    level="error",
    citation="RFC 6266 sections 4.1 and 4.2; RFC 8187 section 3.1",
    help='write `attachment; filename="report.pdf"`',
    bad=HeaderSpec(name="Content-Disposition", value='filename="report.pdf"'),
    good=HeaderSpec(name="Content-Disposition", value='attachment; filename="report.pdf"'),
)
def malformed_disposition(response: ResponseParts) -> Iterator[Finding]:
    """Content-Disposition begins with a type, inline or attachment, and has each parameter once and in one piece.

    Without the type Chromium 156 shows the content instead of saving it. It takes the first of two file names, and
    ignores one that is cut into `filename*0` and `filename*1`.
    """
    for path, value in response.values("Content-Disposition"):
        for fault, weight in _faults(value):
            yield Finding(path, f"Content-Disposition {fault}", in_captures=weight)


def _faults(value: str) -> Iterator[tuple[str, CaptureLevel | None]]:
    """Each fault, and its weight in a capture: browsers pass over what they do not understand, but for the type."""
    type_, parameters = disposition(value)
    if not TOKEN.fullmatch(type_):
        yield f"begins with {shown(type_)}, which is not a disposition type", None
    elif "." in type_:
        yield (
            f"begins with {shown(type_)}, which clients take for a type of its own and not for a file's name",
            "warning",
        )
    if "" in split(value, ";")[1:]:
        yield "has a semicolon with nothing behind it", "info"
    seen: set[str] = set()
    for parameter in parameters:
        name, given = parameter.name.lower(), parameter.value
        if not TOKEN.fullmatch(name) or given is None:
            yield f"has {shown(parameter.name)} where a parameter should be", "warning"
        elif name in seen:
            yield f"has {parameter.name} twice", "warning"
        elif _CONTINUATION.fullmatch(name):
            yield f"has {parameter.name}, a piece of a parameter, and clients read whole ones", "warning"
        elif name not in _FILENAMES and not name.endswith("*") and not _is_value(given):
            yield f"has {parameter.name} with a value that is neither a token nor a quoted string", "info"
        seen.add(name)


def _is_value(text: str) -> bool:
    return bool(TOKEN.fullmatch(text) or QUOTED_STRING.fullmatch(text))
