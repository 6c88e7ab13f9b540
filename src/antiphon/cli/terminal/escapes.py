r"""Characters that a stream cannot carry are written as escapes that JSON and Python read alike: `\u00fc`.

So a terminal or a pipe that is not UTF-8 (`PYTHONIOENCODING=ascii`, a code page of Windows) gets JSON that can be read:
JSON does not know all escapes of Python's `backslashreplace`, such as `\xfc`.
"""

from __future__ import annotations

import codecs
import io
from typing import Final, TextIO

_NAME: Final = "antiphon-escapes"


def escape_on(stream: TextIO) -> None:
    """Let a stream write escapes from now on, where it has an encoding at all."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors=_NAME)


def _escaped(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4)), error.end


codecs.register_error(_NAME, _escaped)
