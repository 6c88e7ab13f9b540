"""The user's own lines as they may be shown: a report may go where the source does not."""

from __future__ import annotations

import re

_COOKIE = re.compile("cookie", re.IGNORECASE)
#: A text in quotes that ends on its line.
_TEXT = re.compile(r"""(?P<quote>["'])(?P<text>(?:(?!(?P=quote))[^\\\n]|\\.)*+)(?P=quote)""")
#: The code before a text that is not a cookie's value: the begin of a call, an index, and most keywords.
_NO_VALUE = re.compile(r"\w\(\s*[rbfu]{0,2}$|(?<!\bvalue)(?<!\bdefault)(?<=\w)=[rbfu]{0,2}$|[\w)\]]\[$", re.IGNORECASE)
#: So far back is looked for it.
_WINDOW = 120


def without_secrets(lines: list[str]) -> list[str]:
    """Lines of one declaration. Where it is about cookies, texts that may be their values are covered with asterisks.

    Names, attributes and the keys of dictionaries stay. Each line keeps its length, so columns still hold.
    """
    if not any(_COOKIE.search(line) for line in lines):
        return lines
    return _TEXT.sub(_covered, "\n".join(lines)).split("\n")


def _covered(found: re.Match[str]) -> str:
    start, end = found.span()
    before, after = found.string[max(start - _WINDOW, 0) : start], found.string[end : end + _WINDOW]
    if _NO_VALUE.search(before) or after.lstrip().startswith(":"):
        return found[0]
    return f"{found['quote']}{'*' * len(found['text'])}{found['quote']}"
