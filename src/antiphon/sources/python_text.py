"""The text of Python source, in the encoding that it names itself (PEP 263)."""

from __future__ import annotations

import io
import tokenize
from typing import NamedTuple


class PythonText(NamedTuple):
    """A source: its octets, its text with line ends as they are, and the encoding."""

    octets: bytes
    text: str
    encoding: str

    def encoded(self, text: str) -> bytes:
        """Another text as the octets of the same file. Raises ValueError for what the encoding cannot carry."""
        return text.encode(self.encoding)


def python_text(octets: bytes) -> PythonText:
    """Decode a source. Raises ValueError for one that is not in its encoding, or names none of text."""
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(octets).readline)
        return PythonText(octets, octets.decode(encoding), encoding)
    except (SyntaxError, LookupError) as error:  # `# coding: hex` names a codec, but none of text
        raise ValueError(str(error)) from None
