"""Edits that do what a finding's help says, for the rules whose help leaves no choice: one a row.

An edit rewrites the Python text that a finding points at, and nothing else.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Mapping
from typing import Final

from antiphon.diagnostics.call_site import Position
from antiphon.diagnostics.python_lines import python_lines

#: A plain string literal that has no escapes.
_LITERAL = re.compile(r"""(?P<quote>["'])(?P<text>[^"'\\\n]*)(?P=quote)""")
_Edit = Callable[[str], str | None]


def _in_last_literal(change: Callable[[str], str]) -> _Edit:
    """The last literal of the text, changed: the value of a field is written behind its name."""

    def edit(text: str) -> str | None:
        found = list(_LITERAL.finditer(text))
        if not found:
            return None
        last = found[-1]
        return f"{text[: last.start('text')]}{change(last['text'])}{text[last.end('text') :]}"

    return edit


def _secure(text: str) -> str | None:
    """The cookie with `secure=True`; the step that makes a Secure one, which has no such argument."""
    if re.match(r"\.?insecure_cookie(_param)?\s*\(", text):
        return text.replace("insecure_cookie", "cookie", 1)
    if re.search(r"\bsecure\s*=", text):
        return re.sub(r"\bsecure\s*=\s*False\b", "secure=True", text)
    if re.fullmatch(r"\w+\s*=.*", text, re.DOTALL):  # the argument alone
        return f"{text}, secure=True"
    return f"{text[:-1].rstrip().rstrip(',')}, secure=True)" if text.endswith(")") else None


def _capped(text: str) -> str | None:
    """The lifetime that browsers cap it to anyway."""
    changed = re.sub(r"(\bmax_age\s*=\s*)[\d_]+(?:\s*\*\s*[\d_]+)*", r"\g<1>34_560_000", text, count=1)
    return changed if changed != text else None


def _rooted(text: str) -> str | None:
    changed = re.sub(r"""(\bpath\s*=\s*["'])(?!/)""", r"\g<1>/", text, count=1)
    return changed if changed != text else None


def _without_domain(text: str) -> str | None:
    """The step or the call without its Domain; an argument alone becomes the default."""
    if re.fullmatch(r"""domain\s*=\s*["'][^"'\\]*["']""", text):
        return "domain=None"
    changed = re.sub(r""",\s*domain\s*=\s*["'][^"'\\]*["']""", "", text, count=1)
    return changed if changed != text else None


_PREFIXES: Final = {
    "__host-": "__Host-",
    "__secure-": "__Secure-",
    "__http-": "__Http-",
    "__host-http-": "__Host-Http-",
}


def _prefixed(text: str) -> str | None:
    """The first literal with its prefix in the standard's case."""
    found = _LITERAL.search(text)
    for prefix in sorted(_PREFIXES, key=len, reverse=True):
        if found is not None and found["text"].lower().startswith(prefix):
            start = found.start("text")
            return f"{text[:start]}{_PREFIXES[prefix]}{text[start + len(prefix) :]}"
    return None


#: Each rule with the edit that its help describes.
FIXES: Final[Mapping[str, _Edit]] = {
    "CC002": _in_last_literal(lambda value: re.sub(r"\s*;\s*", ", ", value)),
    "CK021": _capped,
    "CK035": _without_domain,
    "CK040": _rooted,
    "CK052": _secure,
    "CK060": _secure,
    "CK064": _prefixed,
    "CK070": _secure,
    "CR001": _in_last_literal(lambda value: value.rstrip("/")),
    "CR004": _in_last_literal(lambda _value: "true"),
    "HD001": _in_last_literal(lambda value: value.strip(" :\t")),
    "HD004": _in_last_literal(lambda value: value.strip(" \t")),
    "SC001": _in_last_literal(lambda _value: "nosniff"),
    "SC004": _in_last_literal(lambda value: re.sub(r"\s*,\s*", "; ", value)),
    "SC012": _in_last_literal(str.lower),
    "SC013": _in_last_literal(str.lower),
}


def fixed(source: str, code: str, where: Position) -> str | None:
    """The source with one finding's edit; None where the rule has none, or where it changes nothing."""
    edit = FIXES.get(code)
    span = _span(source, where)
    if edit is None or span is None:
        return None
    start, end = span
    changed = edit(source[start:end])
    return None if changed is None or changed == source[start:end] else f"{source[:start]}{changed}{source[end:]}"


def _span(source: str, where: Position) -> tuple[int, int] | None:
    """The offsets of a place in the source; None where it has no end."""
    if where.end_line is None or where.end_column is None:
        return None
    starts = [0, *itertools.accumulate(map(len, python_lines(source, keepends=True)))]
    if where.end_line > len(starts):
        return None
    return starts[where.line - 1] + where.column - 1, starts[where.end_line - 1] + where.end_column - 1
