"""FL004."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.disposition import disposition
from antiphon.http.parsing.extended_value import extended_fault
from antiphon.http.parsing.pieces import shown
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="FL004",
    level="error",
    citation="RFC 8187 section 3.2.1; RFC 6266 section 4.1",
    help="write `filename*=UTF-8''na%C3%AFve.txt`, without quotes",
    bad=HeaderSpec(name="Content-Disposition", value="attachment; filename*=\"UTF-8''naive.txt\""),
    good=HeaderSpec(name="Content-Disposition", value="attachment; filename*=UTF-8''na%C3%AFve.txt"),
)
def malformed_extended_filename(response: ResponseParts) -> Iterator[Finding]:
    """filename* is UTF-8, two apostrophes, and text in percent-escapes, without quotes.

    In quotes, without a charset, with one apostrophe or with broken UTF-8, Chromium 156 ignores it and saves the file
    under a name of its own.
    """
    for path, value in response.values("Content-Disposition"):
        found = disposition(value)[1]
        for parameter in found:
            if not parameter.name.endswith("*") or parameter.value is None:
                continue
            if fault := extended_fault(parameter.value):
                # Where there is a filename beside, clients fall back on it; raw spaces Chromium reads.
                beside = any(one.name.lower() == "filename" for one in found)
                read = beside or extended_fault(parameter.value.replace(" ", "%20")) == ""
                message = f"{parameter.name} is {shown(parameter.value)}, which {fault}"
                yield Finding(path, message, in_captures="warning" if read else None)
