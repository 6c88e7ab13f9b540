"""FL003."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.disposition import disposition
from antiphon.http.parsing.pieces import shown
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import CaptureLevel, Finding, rule


@rule(
    code="FL003",
    level="error",
    citation="RFC 6266 section 4.3 and appendix D; RFC 8187 section 3.2",
    help="write `filename=\"naive.txt\"; filename*=UTF-8''na%C3%AFve.txt`: plain ASCII for old clients, then the name",
    bad=HeaderSpec(name="Content-Disposition", value='attachment; filename="naïve.txt"'),
    good=HeaderSpec(
        name="Content-Disposition", value="attachment; filename=\"naive.txt\"; filename*=UTF-8''na%C3%AFve.txt"
    ),
)
def non_ascii_filename(response: ResponseParts) -> Iterator[Finding]:
    """A file name beyond ASCII is given in filename*, in UTF-8 and percent-escapes.

    In filename, Chromium 156 lost a name in Latin-1 altogether, and guessed one in UTF-8; other clients show two wrong
    letters for each. filename* wins in either order.
    """
    for path, value in response.values("Content-Disposition"):
        found = disposition(value)[1]
        for parameter in found:
            given = parameter.value or ""
            if parameter.name.lower() == "filename" and not given.isascii():
                extended = any(one.name.lower() == "filename*" for one in found)
                yield Finding(
                    path, f"the filename {shown(given)} is not ASCII", in_captures=_weight(given, extended=extended)
                )


def _weight(given: str, *, extended: bool) -> CaptureLevel | None:
    """filename* wins where both are given; browsers guess UTF-8, and lose a name in another encoding."""
    if extended:
        return "info"
    try:
        given.encode("latin-1", errors="replace").decode()
    except UnicodeDecodeError:
        return None
    return "warning"
