"""The name under which a file is to be saved."""

from __future__ import annotations

import re

from antiphon.errors import ParamError
from antiphon.http.grammar import TOKEN

#: C0 and C1 controls, line separators, and the bidirectional controls that make `exe.txt` read as `txt.exe`.
_INVISIBLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def check_file_name(name: str) -> None:
    """Raises ParamError for a name that browsers rewrite before they save it, or that could lead out of a folder."""
    what = _fault(name)
    if what:
        raise ParamError(
            "filename",
            what,
            help="give the bare name that the file shall have, such as 'report.pdf'",
            cite="RFC 6266 section 4.3",
        )


def _fault(name: str) -> str | None:
    invisible = _INVISIBLE.search(name)
    if invisible is not None:
        return f"holds the invisible character U+{ord(invisible[0]):04X} at position {invisible.start()}"
    if "/" in name or "\\" in name:
        return f"{name!r} holds a path separator"
    if name.startswith(".") or name.endswith((".", " ")) or not name.strip():
        return f"{name!r} begins with a dot, ends with a dot or a space, or is empty; browsers rename it"
    if any("\ud800" <= character <= "\udfff" for character in name):
        return "holds a lone surrogate, which UTF-8 cannot say"
    return None


def check_disposition(disposition: str) -> None:
    """Raises ParamError unless it is a disposition type: one token."""
    if not TOKEN.fullmatch(disposition):
        raise ParamError(
            "content_disposition_type",
            f"{disposition!r} is not a token",
            help='write "attachment" or "inline"',
            cite="RFC 6266 section 4.1",
        )
