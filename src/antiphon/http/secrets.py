"""Keep secrets out of messages: the values of cookies, anywhere in a Set-Cookie line."""

from __future__ import annotations

import re
from collections.abc import Iterable

from antiphon.http.expression import expression
from antiphon.http.set_cookie import FIELDS, attribute_key

#: Attributes whose value is never personal.
_PLAIN = frozenset({*FIELDS, "comment", "discard", "max-age", "priority", "sameparty", "version"})
_LETTERS = expression(r"[^a-z0-9]+")
#: Text that can be an attribute's name rather than a piece of a value.
_WORD = expression(r"[a-z][a-z-]{0,19}")
#: Where a second cookie may begin behind a comma (RFC 9110 section 5.3).
_JOINT = expression(r",[^,;=]*=")


def holds_cookies(name: str) -> bool:
    """Whether a field name is Set-Cookie's or a misspelling of it, such as one with a space before the colon."""
    return _LETTERS.sub("", name.lower()) in ("setcookie", "setcookie2", "cookie")


def covered(line: str) -> str:
    """A Set-Cookie field value with asterisks for the values of all its cookies; it keeps its length.

    Names, and the attributes that browsers know, stay. A quoted value ends at its quote, whatever is in it.
    """
    pair, semicolon, rest = line.partition(";")
    if _quote_is_open(pair):
        stop = rest.find('"') + 1 or len(rest)
        pair, rest = f"{pair};{rest[:stop]}", rest[stop:]
        semicolon = ""
    first = pair.find("=") + 1
    told = [pair[:first] + "*" * (len(pair) - first), semicolon]
    return "".join([*told, ";".join(map(_attribute, rest.split(";")))])


def _quote_is_open(pair: str) -> bool:
    value = pair.partition("=")[2].lstrip(" \t\\")
    return value.startswith('"') and value.count('"') % 2 == 1


def _attribute(piece: str) -> str:
    """One attribute. The value is covered of one that nobody knows, and of a cookie that a comma joins to it."""
    first = piece.find("=") + 1
    if attribute_key(piece) not in _PLAIN:
        kept = first if _WORD.fullmatch(attribute_key(piece)) else 0
        return piece[:kept] + "*" * (len(piece) - kept)
    joint = _JOINT.search(piece)
    return piece[: joint.end()] + "*" * (len(piece) - joint.end()) if joint else piece


def covered_lines(lines: Iterable[tuple[bytes, bytes]]) -> list[tuple[str, str]]:
    """Field lines as they may be shown: the values of cookies are covered."""
    told = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in lines]
    return [(name, covered(value) if holds_cookies(name) else value) for name, value in told]


def disguised(line: str) -> str:
    """A Set-Cookie field value for rules that show values: crosses for letters and digits, but in attributes' names."""
    pair, *pieces = line.split(";")
    return ";".join([_crossed(pair), *map(_disguised_attribute, pieces)])


def _disguised_attribute(piece: str) -> str:
    name, equals, value = piece.partition("=")
    return f"{name}{equals}{_crossed(value)}" if attribute_key(piece) in _PLAIN else _crossed(piece)


def _crossed(text: str) -> str:
    """Another text of the same kind: what a field can carry, or cannot, is found in it as in the first."""
    return re.sub(r"[^\W_]", _cross, text)


def _cross(letter: re.Match[str]) -> str:
    return "x" if letter[0] < "\x80" else "\xe9" if letter[0] < "\u0100" else "\u03c9"
