# Written by `nox -s generate` from src; do not edit.
"""One cookie's plain values to its Set-Cookie line and back.

The one writer: the compiler, the drop-in `set_cookie` and the cookie rules all use it. http.cookies is not used:
it quotes where it should refuse, and knows `Partitioned` only on Python 3.14.

Section numbers are those of draft-ietf-httpbis-rfc6265bis-22 unless another document is named.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple, Protocol, TypeVar

MAX_NAME_AND_VALUE: int
MAX_ATTRIBUTE_VALUE: int
FIRST_YEAR: int

class Cookie(Protocol):
    """A cookie to write. Attributes that are None or False are not written."""

    @property
    def name(self) -> str: ...
    @property
    def value(self) -> str | None: ...
    @property
    def domain(self) -> str | None: ...
    @property
    def path(self) -> str | None: ...
    @property
    def max_age(self) -> int | str | None: ...
    @property
    def expires(self) -> datetime | str | None: ...
    @property
    def secure(self) -> bool: ...
    @property
    def http_only(self) -> bool: ...
    @property
    def same_site(self) -> str | None: ...
    @property
    def partitioned(self) -> bool: ...
    @property
    def extensions(self) -> tuple[tuple[str, str | None], ...]: ...

C = TypeVar("C", bound=Cookie)

class PlainCookie(NamedTuple):
    """A cookie without pydantic, for the run-time part."""

    name: str
    value: str | None = None
    domain: str | None = None
    path: str | None = None
    max_age: int | str | None = None
    expires: datetime | str | None = None
    secure: bool = False
    http_only: bool = False
    same_site: str | None = None
    partitioned: bool = False
    extensions: tuple[tuple[str, str | None], ...] = ()

SAME_SITE: dict[str, str]

def attributes(cookie: Cookie) -> Iterator[tuple[str, str | None]]:
    """The attributes in the order in which they are written; a value of None is a flag."""

def attribute_text(cookie: Cookie) -> str:
    """Everything after the value: `; Path=/; Secure` and so on, empty where there are no attributes."""

def written(pairs: Iterable[tuple[str, str | None]]) -> str:
    """Attributes as they are written behind a value."""

def write(cookie: Cookie) -> str:
    """The field value of one Set-Cookie line. Check `cookie_checks.reasons` first: this checks nothing."""

def age_text(age: int | str) -> str:
    """Max-Age as it is written, however many digits it has."""

FIELDS: dict[str, str]
FLAGS: frozenset[str]

def attribute_key(name: str, value: str | None = None) -> str:
    """The text that browsers read as the attribute's name: all before the "=", trimmed, in lower case (section 5.6)."""

def folded(cookie: C) -> C | PlainCookie:
    """The cookie as a browser reads it: an extension with the name of a known attribute *is* that attribute.

    What no field can hold stays an extension: an attribute for the second time, and a flag with a value.
    """

def read(line: str) -> PlainCookie:
    """The cookie of a Set-Cookie field value, octet for octet: nothing is trimmed, so that the checks see it all.

    A line without "=" is a value without a name (section 5.6 step 3).
    """

def is_joined(line: str) -> bool:
    """Whether a Set-Cookie field value looks like several, joined with commas: `a=1, b=2`.

    A comma in a date, a path, a quoted value or an unknown attribute is taken for what it is.
    """

def is_deletion(cookie: Cookie, *, at: datetime | None = None) -> bool:
    """Whether the cookie's lifetime is over on arrival: Max-Age of zero or less, or a date that has passed.

    `Expires=0` and `Expires=-1`, which are meant to delete and do not, count as well. `at` is when the cookie arrives:
    an aware datetime, or now.
    """

def shown(text: str) -> str:
    """A text for a message: quoted, and cut where it is long."""

def attribute_shown(cookie: Cookie, key: str) -> str:
    """An attribute's name for a message; three dots for what may well be a piece of a value that a semicolon cut."""

PREFIXES: tuple[str, ...]

def prefix_of(cookie: Cookie) -> str:
    """The prefix of the cookie's name, spelt right, or "": browsers compare without regard to case (section 5.4)."""
