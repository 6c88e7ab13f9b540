"""Django's response classes with a declared response's lines."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import ResponseHeaders

from antiphon.http.set_cookie import read
from antiphon.integrations.django_cookies import Cookies
from antiphon.integrations.settled import TextLines, settled, text_lines, unjoined
from antiphon.runtime.plan import RawHeader

#: Statuses to which Django's CommonMiddleware gives a length of 0 that is not theirs (RFC 9110 section 8.6).
_WITHOUT_LENGTH = frozenset((204, 304))


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
        self._text = text_lines(own)
        self._given: dict[str, tuple[str, str]] = {}
        cookies: list[str] = []
        for name, value in self._text:
            if name == "set-cookie":
                cookies.append(value)
            else:
                before = self._given.get(name)
                self._given[name] = name.title(), value if before is None else f"{before[1]}, {value}"
        self.headers._store = self._given.copy()  # its own way in checks every line again
        if cookies:
            self.cookies = Cookies(cookies)

    def items(self) -> TextLines:
        """The lines that are sent. Both of Django's handlers ask for them, and add `cookies.values()`."""
        changed = self.cookies.changed() if isinstance(self.cookies, Cookies) else frozenset[str]()
        if self.headers._store == self._given and not changed:
            return self._text
        now = {name: value for name, (_, value) in self.headers._store.items() if not self._is_wrong(name)}
        given = {name: value for name, (_, value) in self._given.items()}
        own = [line for line in self.antiphon_lines if not (changed and _name(line) in changed)]
        return text_lines(settled(own, unjoined(own, given, now), self.antiphon_where))

    def _is_wrong(self, key: str) -> bool:
        return key == "content-length" and self.status_code in _WITHOUT_LENGTH and key not in self._given

    def render(self) -> Any:
        """The response itself: Django renders what a view returned, when hooks have seen it."""
        return self


class Whole(_Carrier, HttpResponse):
    """A response with its body."""


class InPieces(_Carrier, StreamingHttpResponse):
    """A response whose body comes piece by piece."""
