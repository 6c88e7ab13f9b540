"""The two directions of a cookie's value."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

if TYPE_CHECKING:
    from antiphon.diagnostics.call_site import CallSite

T = TypeVar("T")


class CookieCodec(ABC, Generic[T]):
    """Writes values of one type into cookies, and reads them back: `read(write(value))` is the value.

    It is given to a specifier, `theme: str = cookie(encode=codec)`, and reads the same cookie of a request.
    """

    is_signed: ClassVar[bool] = False
    """Whether a text proves something, so that no tool may show one of a made-up value."""

    @abstractmethod
    def __call__(self, value: T) -> str:
        """The cookie's text, of octets that browsers keep. Raises ValueError, whose message never holds the value."""

    @abstractmethod
    def decode(self, text: str) -> T:
        """The value that was written. Raises ValueError for other text; its message holds none of the text."""

    def read(self, cookies: Mapping[str, str], name: str) -> T | None:
        """The value in the cookie of that name; None where there is none, or its text was not written by this codec.

        `cookies` are those of a request, such as `request.cookies`. A name includes its prefix: `__Host-session`.
        """
        text = cookies.get(name)
        if text is None:
            return None
        try:
            return self.decode(text)
        except ValueError:
            return None

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.__module__}:{getattr(self, '__qualname__', '')}>"

    def _declared(self, call_site: CallSite) -> None:
        """Take the name that it is assigned to, by which descriptions and built modules find it again."""
        from antiphon.diagnostics.assigned_name import assigned_name  # built modules that have no codec do without

        self.__module__ = call_site.module or ""
        self.__qualname__ = assigned_name(call_site) or f"<locals>.{type(self).__name__}"
