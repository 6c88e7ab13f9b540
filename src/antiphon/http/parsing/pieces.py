"""Lists and parameters (RFC 9110 sections 5.6.1, 5.6.4 and 5.6.6), right or wrong."""

from __future__ import annotations

import re
from typing import NamedTuple

from antiphon.http.expression import expression

#: A quoted-string, or all that follows where its quote does not end; or the text outside quotes.
_QUOTED = r'"(?:[^"\\]|\\.)*+\\?"?'
_PIECES = {
    separator: expression(rf"(?:{_QUOTED}|[^\"{separator}]++)*+", re.DOTALL) for separator in (",", ";", " ", "=")
}
_QUOTED_PAIR = expression(r"\\(.)", re.DOTALL)
_DIGITS = expression(r"[0-9]+")

#: More digits than any number in HTTP needs; longer ones all count as this many.
_MOST_DIGITS = 40
_SHOWN = 60


class Parameter(NamedTuple):
    """One `name=value` as it was written.

    `value` keeps its quotes and is None where there is no `=`. `spaced` is true where whitespace is around the `=`.
    """

    name: str
    value: str | None
    spaced: bool = False


def split(text: str, separator: str) -> list[str]:
    """The pieces between separators outside quotes, without the whitespace around them; some may be empty."""
    if '"' not in text:
        return [piece.strip(" \t") for piece in text.split(separator)]
    pattern, pieces, at = _PIECES[separator], [], 0
    while True:
        match = pattern.match(text, at)
        end = match.end() if match else at
        pieces.append(text[at:end].strip(" \t"))
        if end >= len(text):
            return pieces
        at = end + 1


def members(text: str) -> list[str]:
    """The members of a comma-separated list that are not empty."""
    return [member for member in split(text, ",") if member]


def parameter(piece: str) -> Parameter:
    """A piece as a parameter; one that begins with a quote is all name."""
    if piece.startswith('"'):
        return Parameter(piece, None)
    name, equals, value = piece.partition("=")
    if not equals:
        return Parameter(piece, None)
    spaced = name[-1:] in (" ", "\t") or value[:1] in (" ", "\t")
    return Parameter(name.rstrip(" \t"), value.lstrip(" \t"), spaced)


def parameters(pieces: list[str]) -> list[Parameter]:
    """The pieces that are not empty, as parameters."""
    return [parameter(piece) for piece in pieces if piece]


def unquoted(text: str) -> str:
    """The value of a token or quoted-string."""
    if len(text) >= 2 and text[0] == text[-1] == '"':
        return _QUOTED_PAIR.sub(r"\1", text[1:-1])
    return text


def whole_number(text: str) -> int | None:
    """The number that 1*DIGIT says, or None for anything else. However many digits there are, it takes no time."""
    if _DIGITS.fullmatch(text) is None:
        return None
    digits = text.lstrip("0") or "0"
    return int(digits) if len(digits) <= _MOST_DIGITS else 10**_MOST_DIGITS


def shown(text: str) -> str:
    """A value as a message shows it: quoted, escaped, and cut where it is long."""
    return repr(text) if len(text) <= _SHOWN else f"{text[:_SHOWN]!r}..."
