"""One cookie's plain values to its Set-Cookie line and back.

The one writer: the compiler, the drop-in `set_cookie` and the cookie rules all use it. http.cookies is not used:
it quotes where it should refuse, and knows `Partitioned` only on Python 3.14.

Section numbers are those of draft-ietf-httpbis-rfc6265bis-22 unless another document is named.
"""

from __future__ import annotations

import decimal
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, NamedTuple, Protocol, TypeVar

from antiphon.http.cookie_dates import cookie_date
from antiphon.http.dates import format_http_date, names_moment
from antiphon.http.expression import expression
from antiphon.http.grammar import DIGITS, TCHAR

#: Section 5.6 step 5: name and value together, in octets. The "=" does not count.
MAX_NAME_AND_VALUE: int = 4096
#: Section 5.6, attribute step 6: a longer attribute value is ignored.
MAX_ATTRIBUTE_VALUE: int = 1024
#: Section 5.1.1 step 5: the date of an earlier year is none.
FIRST_YEAR: int = 1601


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


SAME_SITE: dict[str, str] = {"lax": "Lax", "strict": "Strict", "none": "None"}


def attributes(cookie: Cookie) -> Iterator[tuple[str, str | None]]:
    """The attributes in the order in which they are written; a value of None is a flag."""
    if cookie.domain is not None:
        yield "Domain", cookie.domain
    if cookie.expires is not None:
        yield "Expires", _date_text(cookie.expires)
    if cookie.http_only:
        yield "HttpOnly", None
    if cookie.max_age is not None:
        yield "Max-Age", age_text(cookie.max_age)
    if cookie.partitioned:
        yield "Partitioned", None
    if cookie.path is not None:
        yield "Path", cookie.path
    if cookie.same_site is not None:
        yield "SameSite", SAME_SITE.get(cookie.same_site.lower(), cookie.same_site)
    if cookie.secure:
        yield "Secure", None
    yield from cookie.extensions


def attribute_text(cookie: Cookie) -> str:
    """Everything after the value: `; Path=/; Secure` and so on, empty where there are no attributes."""
    return written(attributes(cookie))


def written(pairs: Iterable[tuple[str, str | None]]) -> str:
    """Attributes as they are written behind a value."""
    return "".join(f"; {name}" if value is None else f"; {name}={value}" for name, value in pairs)


def write(cookie: Cookie) -> str:
    """The field value of one Set-Cookie line. Check `cookie_checks.reasons` first: this checks nothing."""
    return f"{cookie.name}={cookie.value or ''}{attribute_text(cookie)}"


_LONG = 10**18


def age_text(age: int | str) -> str:
    """Max-Age as it is written, however many digits it has."""
    # str() refuses an int of more than 4300 digits; such a cookie is refused by CK008, not by a ValueError.
    if isinstance(age, str):
        return age
    return str(age) if -_LONG < age < _LONG else str(decimal.Decimal(age))


def _date_text(moment: datetime | str) -> str:
    if isinstance(moment, str):
        return moment
    try:
        return format_http_date(moment)
    except (ValueError, OverflowError):  # naive, or outside the years 1 to 9999 once it is in GMT
        return moment.isoformat()


#: The attributes that browsers know, in lower case, and the fields that hold them.
FIELDS: dict[str, str] = {
    "domain": "domain",
    "expires": "expires",
    "httponly": "http_only",
    "max-age": "max_age",
    "partitioned": "partitioned",
    "path": "path",
    "samesite": "same_site",
    "secure": "secure",
}
FLAGS: frozenset[str] = frozenset(("secure", "httponly", "partitioned"))


def attribute_key(name: str, value: str | None = None) -> str:
    """The text that browsers read as the attribute's name: all before the "=", trimmed, in lower case (section 5.6)."""
    text = name if value is None else f"{name}={value}"
    return text.partition("=")[0].strip(" \t").lower()


def folded(cookie: C) -> C | PlainCookie:
    """The cookie as a browser reads it: an extension with the name of a known attribute *is* that attribute.

    What no field can hold stays an extension: an attribute for the second time, and a flag with a value.
    """
    if not cookie.extensions:
        return cookie
    fields: dict[str, Any] = {name: getattr(cookie, name) for name in ("name", "value", *FIELDS.values())}
    rest: list[tuple[str, str | None]] = []
    for name, value in cookie.extensions:
        key = attribute_key(name, value)
        _, equals, given = (name if value is None else f"{name}={value}").partition("=")
        field = FIELDS.get(key)
        if field is None or not (fields[field] is None or fields[field] is False) or (key in FLAGS and equals):
            rest.append((name, value))
        else:
            fields[field] = key in FLAGS or given
    return PlainCookie(**fields, extensions=tuple(rest)) if len(rest) < len(cookie.extensions) else cookie


def read(line: str) -> PlainCookie:
    """The cookie of a Set-Cookie field value, octet for octet: nothing is trimmed, so that the checks see it all.

    A line without "=" is a value without a name (section 5.6 step 3).
    """
    pair, *pieces = line.split(";")
    name, equals, value = pair.partition("=")
    extensions: list[tuple[str, str | None]] = []
    for piece in pieces:
        key, given, text = piece.lstrip(" \t").partition("=")
        extensions.append((key, text if given else None))
    return folded(
        PlainCookie(name=name if equals else "", value=value if equals else pair, extensions=tuple(extensions))
    )


_JOINT = expression(rf",[ \t]*{TCHAR}+=")
_WIDE_JOINT = expression(rf",[ \t]+{TCHAR}+=")


def is_joined(line: str) -> bool:
    """Whether a Set-Cookie field value looks like several, joined with commas: `a=1, b=2`.

    A comma in a date, a path, a quoted value or an unknown attribute is taken for what it is.
    """
    pair, *pieces = line.split(";")
    value = pair.partition("=")[2]
    if _JOINT.search(value) and not (value.startswith('"') and value.endswith('"')):
        return True
    for piece in pieces:
        name, _, _ = piece.partition("=")
        free = "," not in name and attribute_key(name) not in FIELDS.keys() - {"path"}
        if (_WIDE_JOINT if free else _JOINT).search(piece):
            return True
    return False


def is_deletion(cookie: Cookie, *, at: datetime | None = None) -> bool:
    """Whether the cookie's lifetime is over on arrival: Max-Age of zero or less, or a date that has passed.

    `Expires=0` and `Expires=-1`, which are meant to delete and do not, count as well. `at` is when the cookie arrives:
    an aware datetime, or now.
    """
    if cookie.max_age is not None:
        age = age_text(cookie.max_age)
        if DIGITS.fullmatch(age.removeprefix("-")):
            return age.startswith("-") or not age.strip("0")
    expires = cookie.expires
    if isinstance(expires, str):
        if expires in ("0", "-1"):
            return True
        expires = cookie_date(expires)
    return expires is not None and names_moment(expires) and expires <= (at or datetime.now(UTC))


def shown(text: str) -> str:
    """A text for a message: quoted, and cut where it is long."""
    return repr(text if len(text) <= 40 else f"{text[:40]}...")


_WORD = expression(r"[A-Za-z][A-Za-z-]{0,19}")


def attribute_shown(cookie: Cookie, key: str) -> str:
    """An attribute's name for a message; three dots for what may well be a piece of a value that a semicolon cut."""
    value = cookie.value or ""
    cut = value.startswith('"') and value.count('"') % 2 == 1
    return shown(key) if key in FIELDS or (_WORD.fullmatch(key) and not cut) else "'...'"


#: Section 4.1.3 and draft-ietf-httpbis-layered-cookies section 4.1.3; the longest first.
PREFIXES: tuple[str, ...] = ("__Host-Http-", "__Host-", "__Secure-", "__Http-")


def prefix_of(cookie: Cookie) -> str:
    """The prefix of the cookie's name, spelt right, or "": browsers compare without regard to case (section 5.4)."""
    if not cookie.name.startswith("__"):
        return ""
    name = cookie.name.lower()
    return next((prefix for prefix in PREFIXES if name.startswith(prefix.lower())), "")
