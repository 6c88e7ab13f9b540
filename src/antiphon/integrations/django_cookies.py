"""The cookies of Django's response classes, which may be those of a declared response."""

from __future__ import annotations

import copy
import functools
from collections.abc import Mapping
from http.cookies import Morsel, SimpleCookie
from types import MappingProxyType
from typing import Any

from antiphon.http.set_cookie import read


class Cookies(SimpleCookie):
    """The cookies of a response. Those of the declared one are here to be read; it sends them itself.

    What is set or deleted here is sent by Django, in the place of a declared one of that name. The lines are read when
    somebody asks for more than what is to be sent.
    """

    _unread: list[str] | None = None
    _own: Mapping[str, list[tuple[str, Morsel[str]]]] = MappingProxyType({})

    def __init__(self, lines: list[str]) -> None:
        super().__init__()
        self._unread = lines

    def read(self) -> None:
        """Have the cookies of the lines as a dict has them."""
        lines, self._unread = self._unread, None
        found: dict[str, list[tuple[str, Morsel[str]]]] = {}
        for line in lines or ():
            cookie = read(line)
            morsel: Morsel[str] = Morsel()
            try:
                morsel.set(cookie.name, cookie.value or "", cookie.value or "")
            except ValueError:  # a name that Python's Morsel does not take
                continue
            morsel.update(_attributes(line))
            dict.__setitem__(self, cookie.name, morsel)
            found.setdefault(cookie.name, []).append((line, copy.copy(morsel)))
        if found:
            self._own = found

    def values(self) -> Any:
        """The cookies that Django sends: those that somebody set since."""
        if self._unread is not None:
            return ()
        return [morsel for name, morsel in self.items() if not self._is_untouched(name)]

    def changed(self) -> frozenset[str]:
        """The names of declared cookies that somebody has set or taken away since."""
        if self._unread is not None:
            return frozenset()
        return frozenset(name for name in self._own if not self._is_untouched(name))

    def _is_untouched(self, name: str) -> bool:
        own = self._own.get(name)
        return own is not None and self.get(name) == own[-1][1]


def _reading(name: str) -> Any:
    """The method of a dict of cookies, which has them read before."""
    method: Any = getattr(SimpleCookie, name)

    @functools.wraps(method)
    def reading(self: Cookies, *arguments: Any, **keywords: Any) -> Any:
        if self._unread is not None:
            self.read()
        return method(self, *arguments, **keywords)

    return reading


for _name in (
    *("__contains__", "__delitem__", "__eq__", "__getitem__", "__ior__", "__iter__", "__len__", "__ne__", "__or__"),
    *("__repr__", "__reversed__", "__ror__", "__setitem__", "__str__", "clear", "copy", "get", "items", "js_output"),
    *("keys", "load", "output", "pop", "popitem", "setdefault", "update"),
):
    setattr(Cookies, _name, _reading(_name))


def _attributes(line: str) -> dict[str, Any]:
    """The attributes that Python's Morsel knows."""
    found: dict[str, Any] = {}
    known: Any = Morsel()
    for part in line.split(";")[1:]:
        name, equals, value = part.strip().partition("=")
        if name.lower() in known:
            found[name.lower()] = value if equals else True
    return found
