"""The lines of a text as Python and editors count them."""

from __future__ import annotations

import re


def python_lines(text: str, *, keepends: bool = False) -> list[str]:
    """The lines: of the ends that `str.splitlines` knows, a form feed and a Unicode separator end none here."""
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)
    lines = lines if lines[-1] else lines[:-1]
    return lines if keepends else [line.rstrip("\r\n") for line in lines]
