"""FL006."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.file_names import RESERVED_ON_WINDOWS, dangers, faults, saved_as
from antiphon.http.parsing.disposition import filenames
from antiphon.http.parsing.pieces import shown
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="FL006",
    level="error",
    citation="RFC 6266 sections 4.3 and 7",
    help="give the last part of the path alone, such as `report.pdf`",
    bad=HeaderSpec(name="Content-Disposition", value='attachment; filename="../../etc/passwd"'),
    good=HeaderSpec(name="Content-Disposition", value='attachment; filename="etc.passwd.txt"'),
)
def unsafe_filename(response: ResponseParts) -> Iterator[Finding]:
    r"""A file name names a file, not a path: it has no separator, no control character, and nothing that reverses text.

    Browsers rewrite it: Chromium 150 saved `../../etc/passwd` as _.._etc_passwd. Behind U+202E a name that ends in .exe
    is shown as ending in .jpg. Other clients write where the path says. A name that is merely saved under a name very
    like it is a warning: of `.htaccess` Chromium makes htaccess, of `a:b.txt` a_b.txt, and it asks before it saves one
    of more than 244 octets.
    """
    for path, value in response.values("Content-Disposition"):
        names = list(filenames(value))
        for name in names[:1]:
            yield from _faults(path, name)
        for name in names[1:]:  # which old clients take
            yield from (Finding(path, f"the file name {shown(name)} has {has}") for has in dangers(name))


def _faults(path: str, name: str) -> Iterator[Finding]:
    for has, dangerous in faults(name):
        if dangerous:
            yield Finding(path, f"the file name {shown(name)} has {has}")
        else:
            saved = f"; Chromium saves it as {shown(saved_as(name))}" if saved_as(name) != name else ""
            yield Finding(path, f"the file name {shown(name)} has {has}{saved}", "warning")
    if RESERVED_ON_WINDOWS.fullmatch(name):
        yield Finding(path, f"the file name {shown(name)} is that of a device on Windows", "warning")
