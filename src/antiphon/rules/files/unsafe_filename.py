"""FL006."""

from __future__ import annotations

import re
from collections.abc import Iterator

from antiphon.http.parsing.disposition import filenames
from antiphon.http.parsing.pieces import shown
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule
from antiphon.spec import HeaderSpec

#: What a name must not hold, and how a message calls it. One row a fault.
_FAULTS = (
    (re.compile(r"[/\\]"), "a path separator"),
    (re.compile(r"[\x00-\x1f\x7f-\x9f]"), "a control character"),
    (re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"), "a character that reverses what is shown"),
    (re.compile(r"\A\."), "a dot at its beginning"),
    (re.compile(r"[. ]\Z"), "a dot or space at its end"),
)
#: Windows keeps these for devices, whatever the extension.
_DEVICES = re.compile(r"(?:aux|con|nul|prn|com[1-9]|lpt[1-9])(?:\..*)?", re.IGNORECASE | re.DOTALL)


@rule(
    code="FL006",
    level="error",
    citation="RFC 6266 sections 4.3 and 7",
    help="give the last part of the path alone, such as `report.pdf`",
    bad=HeaderSpec(name="Content-Disposition", value='attachment; filename="../../etc/passwd"'),
    good=HeaderSpec(name="Content-Disposition", value='attachment; filename="etc.passwd.txt"'),
)
def unsafe_filename(response: ResponseParts) -> Iterator[Finding]:
    r"""A file name is no path: it has no separator, no control, no dot in front or behind, nothing that reverses it.

    Browsers rewrite it: Chromium 156 saved `../../etc/passwd` as _.._etc_passwd and `.htaccess` as htaccess. Behind
    U+202E a name that ends in .exe is shown as ending in .jpg. Other clients write where the path says.
    """
    for path, value in response.values("Content-Disposition"):
        for name in filenames(value):
            for pattern, what in _FAULTS:
                if pattern.search(name):
                    yield Finding(path, f"the file name {shown(name)} has {what}")
            if _DEVICES.fullmatch(name):
                yield Finding(path, f"the file name {shown(name)} is that of a device on Windows", "warning")
