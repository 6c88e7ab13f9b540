"""How browsers change the name that a response gives for saving a file.

Recorded with Chromium 150 on Linux (2,255 names, and every code point of the planes 0, 1 and 14 inside a name) and
read from its source for Windows (net/base/filename_util_internal.cc). RFC 6266 section 4.3 leaves all of it to the
recipient.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from antiphon.http.expression import expression

#: Octets of UTF-8: a file system has 255, and Chromium writes `.crdownload` behind the name while the file arrives.
MAX_FILE_NAME = 244

#: The longest extension in characters: longer text after the last dot belongs to the name.
_LONGEST_EXTENSION = 32

_SEPARATOR = r"/\\"
_CONTROL = r"\x00-\x1f\x7f-\x9f"
#: The controls of writing direction, with which a name that ends in `.exe` is made to look as if it ended in `.txt`.
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_RESERVED = ':*?"<>|'
# Category Cf of Unicode 15, without the controls of direction. A table, not unicodedata: the answer must not change
# with the version of Python.
_FORMAT = (
    "\u00ad\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200d\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001"
    "\U000e0020-\U000e007f"
)
_NONCHARACTER = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
_SURROGATE = "\ud800-\udfff"
#: White_Space of Unicode and the tilde: replaced where they are the first or the last character.
_AT_AN_END = "~ \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"


class NameFault(NamedTuple):
    """One fault of a name: its pattern, `what` it is for a message, and whether it is `dangerous` to write."""

    pattern: re.Pattern[str]
    what: str
    dangerous: bool


#: Browsers replace these by `_` anywhere. The first three leave the folder, cut the line or deceive the reader.
REPLACED: tuple[NameFault, ...] = (
    NameFault(expression(f"[{_SEPARATOR}]"), "a path separator", dangerous=True),
    NameFault(expression(f"[{_CONTROL}]"), "a control character", dangerous=True),
    NameFault(expression(f"[{_DIRECTION}]"), "a character that reverses what is shown", dangerous=True),
    NameFault(expression(f"[{_SURROGATE}]"), "a lone surrogate, which UTF-8 cannot say", dangerous=True),
    NameFault(expression(f"[{_RESERVED}]"), "a character that no file name has on Windows", dangerous=False),
    NameFault(expression(f"[{_FORMAT}]"), "an invisible character", dangerous=False),
    NameFault(expression(f"[{_NONCHARACTER}]"), "a code point that is not a character", dangerous=False),
)

#: Browsers remove or replace these at an end of the name. The name changes little, and other clients keep them.
TRIMMED: tuple[NameFault, ...] = (
    NameFault(expression(r"\A\."), "a dot at its beginning", dangerous=False),
    NameFault(expression(r"\.\Z"), "a dot at its end", dangerous=False),
    NameFault(expression(rf"\A[{_AT_AN_END}]|[{_AT_AN_END}]\Z"), "a space or tilde at an end", dangerous=False),
)

#: Windows keeps these for devices and for itself, whatever the extension (read from Chromium's source, not recorded).
RESERVED_ON_WINDOWS: re.Pattern[str] = expression(
    r"(?:aux|con|nul|prn|clock\$|com[1-9]|lpt[1-9])(?:\..*)?|desktop\.ini|thumbs\.db", re.IGNORECASE | re.DOTALL
)

_REPLACED = expression(f"[{''.join(fault.pattern.pattern[1:-1] for fault in REPLACED)}]")
_END = expression(rf"\A[{_AT_AN_END}]|[{_AT_AN_END}]\Z")
_ONLY_DASHES = expression(r"[-_]*")


def faults(name: str) -> Iterator[tuple[str, bool]]:
    """All faults of a declared name, each as a phrase and whether it is dangerous or loses the name."""
    for fault in (*REPLACED, *TRIMMED):
        if fault.pattern.search(name):
            yield fault.what, fault.dangerous
    if not name:
        yield "no letter, so that the end of the URL names the file", False
    elif saved_as(name) == "download" != name.strip("."):
        yield "nothing that names a file", True  # a path of dots, or what Chromium calls `download`
    if _size(name) > MAX_FILE_NAME:
        yield f"more than {MAX_FILE_NAME} octets", False


def dangers(name: str) -> Iterator[str]:
    """The dangers in a name: it leaves a folder, cuts a line or deceives, whether or not a browser uses the name."""
    yield from (fault.what for fault in REPLACED if fault.dangerous and fault.pattern.search(name))


def saved_as(name: str) -> str:
    """The name that Chromium saves a file under when this one is declared; empty where it takes the URL's own."""
    name = unicodedata.normalize("NFC", name)
    if not name:
        return ""
    name = name.strip(".")
    if _ONLY_DASHES.fullmatch(name.replace("/", "_").replace("\\", "_")):
        return "download"
    return _END.sub("_", _REPLACED.sub("_", name))


def sendable(name: str) -> str:
    """The name as it is to be sent: itself, unless it holds what browsers replace, names nothing, or is too long.

    Dots, spaces and tildes at its ends stay, since browsers only trim them and other clients keep them. Whoever saves
    the file gets `saved_as` of what is returned, which differs from it in nothing else.
    """
    if _PLAIN.fullmatch(name) or not name:
        return name
    mended = _REPLACED.sub("_", name)
    return "download" if _ONLY_DASHES.fullmatch(mended.strip(".")) else _shortened(mended)


#: Names that need no check: letters, digits, and inside them spaces, parentheses, `_`, `.` and `-`.
_PLAIN = expression(r"[A-Za-z0-9](?:[A-Za-z0-9 ()_.-]{0,198}[A-Za-z0-9])?")


def _size(name: str) -> int:
    # A few characters take more octets once they are in Unicode's normal form, which is what browsers save.
    return max(len(form.encode(errors="replace")) for form in (name, unicodedata.normalize("NFC", name)))


def _shortened(name: str) -> str:
    """The name within MAX_FILE_NAME octets, with its extension."""
    if _size(name) <= MAX_FILE_NAME:
        return name
    stem, dot, extension = unicodedata.normalize("NFC", name).rpartition(".")
    if not stem or len(extension.encode()) > _LONGEST_EXTENSION:
        stem, dot, extension = stem + dot + extension, "", ""
    end = (dot + extension).encode()
    return stem.encode()[: MAX_FILE_NAME - len(end)].decode(errors="ignore") + end.decode()
