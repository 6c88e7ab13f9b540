# Written by `nox -s generate` from src; do not edit.
"""The two directions of a cookie's value."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import ClassVar, Generic, TypeVar

T = TypeVar("T")

class CookieCodec(ABC, Generic[T]):
    """Writes values of one type into cookies, and reads them back: `read(write(value))` is the value.

    It is given to a specifier, `theme: str = cookie(encode=codec)`, and reads the same cookie of a request.
    """

    is_signed: ClassVar[bool]
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

    def __repr__(self) -> str: ...
