"""Django's response classes with a declared response's lines."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from http.cookies import Morsel, SimpleCookie
from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import ResponseHeaders

from antiphon.http.set_cookie import read
from antiphon.integrations.settled import TextLines, joined, settled, text_lines, unjoined
from antiphon.runtime.plan import RawHeader

#: Statuses to which Django's CommonMiddleware gives a length of 0 that is not theirs (RFC 9110 section 8.6).
_WITHOUT_LENGTH = frozenset((204, 304))


class Cookies(SimpleCookie):
    """The cookies of a response. Those of the declared one are here to be read; it sends them itself.

    What is set or deleted here is sent by Django, in the place of a declared one of that name.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        super().__init__()
        self._own: dict[str, list[tuple[str, Morsel[str]]]] = {}
        for line in lines:
            cookie = read(line)
            morsel: Morsel[str] = Morsel()
            try:
                morsel.set(cookie.name, cookie.value or "", cookie.value or "")
            except ValueError:  # a name that Python's Morsel does not take
                continue
            morsel.update(_attributes(line))
            dict.__setitem__(self, cookie.name, morsel)
            self._own.setdefault(cookie.name, []).append((line, copy.copy(morsel)))

    def values(self) -> Any:
        """The cookies that Django sends: those that somebody set since."""
        return [morsel for name, morsel in self.items() if not self._is_untouched(name)]

    def changed(self) -> frozenset[str]:
        """The names of declared cookies that somebody has set or taken away since."""
        return frozenset(name for name in self._own if not self._is_untouched(name))

    def _is_untouched(self, name: str) -> bool:
        own = self._own.get(name)
        return own is not None and self.get(name) == own[-1][1]


def _attributes(line: str) -> dict[str, Any]:
    """The attributes that Python's Morsel knows."""
    found: dict[str, Any] = {}
    known: Any = Morsel()
    for part in line.split(";")[1:]:
        name, equals, value = part.strip().partition("=")
        if name.lower() in known:
            found[name.lower()] = value if equals else True
    return found


def _name(line: RawHeader) -> str | None:
    """The name of the cookie that a line sets; None of any other line."""
    return read(line[1].decode("latin-1")).name if line[0] == b"set-cookie" else None


class _Carrier:
    """The lines of a declared response, and what became of them."""

    headers: ResponseHeaders
    cookies: Any
    status_code: int
    antiphon_lines: list[RawHeader]
    """The lines of the declared response."""
    antiphon_where: str
    """The place that made it, for messages."""

    def keep(self, own: list[RawHeader], where: str) -> None:
        """Begin with these lines, whatever the constructor has made."""
        self.antiphon_lines, self.antiphon_where = own, where
        self._given = joined(own)
        self.headers = ResponseHeaders({})
        # Its own way in checks every line again.
        self.headers._store = {name: (name.title(), value) for name, value in self._given.items()}
        self.cookies = Cookies(value for name, value in text_lines(own) if name == "set-cookie")

    def items(self) -> TextLines:
        """The lines that are sent. Both of Django's handlers ask for them, and add `cookies.values()`."""
        now = {name: value for name, (_, value) in self.headers._store.items() if not self._is_wrong(name)}
        changed = self.cookies.changed()
        if now == self._given and not changed:
            return text_lines(self.antiphon_lines)
        own = [line for line in self.antiphon_lines if not (changed and _name(line) in changed)]
        return text_lines(settled(own, unjoined(own, self._given, now), self.antiphon_where))

    def _is_wrong(self, key: str) -> bool:
        return key == "content-length" and self.status_code in _WITHOUT_LENGTH and key not in self._given

    def render(self) -> Any:
        """The response itself: Django renders what a view returned, when hooks have seen it."""
        return self


class Whole(_Carrier, HttpResponse):
    """A response with its body."""


class InPieces(_Carrier, StreamingHttpResponse):
    """A response whose body comes piece by piece."""
