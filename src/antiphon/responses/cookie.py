"""The arguments of Starlette's `set_cookie` -> one Set-Cookie line, or a ParamError with every fault.

The arguments that rarely change are checked and written once; a call then checks the value and joins octets.
Section numbers are those of draft-ietf-httpbis-rfc6265bis-22 unless another document is named.
"""

# ruff: noqa: FBT001, PLR0917 - the arguments are those of Starlette's signature
from __future__ import annotations

import re
import time
from datetime import UTC, datetime
from decimal import Decimal
from functools import lru_cache
from operator import index
from typing import Any, NamedTuple
from uuid import UUID

from antiphon.errors import ParamError
from antiphon.http.cookie_checks import losses
from antiphon.http.dates import format_http_date
from antiphon.http.grammar import COOKIE_OCTETS
from antiphon.http.set_cookie import MAX_NAME_AND_VALUE, PlainCookie, attributes
from antiphon.responses.lost_cookie import lost_cookie
from antiphon.runtime.plan import RawHeader


class _Fixed(NamedTuple):
    """A cookie without its value and date: the octets before, between and after them, and how long a value may be."""

    before: bytes
    between: bytes
    after: bytes
    room: int


def set_cookie_line(
    key: str,
    value: Any,
    max_age: float | str | None,
    expires: datetime | str | float | None,
    path: str | None,
    domain: str | None,
    secure: bool,
    httponly: bool,
    samesite: str | None,
    partitioned: bool,
) -> RawHeader:
    """The line, with attributes in Starlette's order and spelling. Raises ParamError; never repeats the value.

    An empty `path`, `domain` or `expires` is left out, as Starlette does. Max-Age may be any number that is whole.
    """
    given = (key, value, max_age, expires, path, domain, secure, httponly, samesite, partitioned)
    if value.__class__ is not str or (max_age is not None and max_age.__class__ is not int):
        return _checked(*given)
    try:
        fixed = _fixed(key, max_age, path, domain, secure, httponly, samesite, partitioned)
        octets = value.encode()
    except (TypeError, UnicodeError):  # an argument that cannot be hashed; a lone surrogate
        return _checked(*given)
    date = b"" if expires is None or expires == "" else _date(expires)
    if fixed is None or date is None or octets.translate(COOKIE_OCTETS) != octets or len(octets) > fixed.room:
        return _checked(*given)
    return b"set-cookie", fixed.before + octets + fixed.between + date + fixed.after


@lru_cache(maxsize=512)
def _fixed(
    key: str,
    max_age: int | None,
    path: str | None,
    domain: str | None,
    secure: bool,
    httponly: bool,
    samesite: str | None,
    partitioned: bool,
) -> _Fixed | None:
    """None where the cookie is refused whatever its value is."""
    given = (key, "", max_age, None, path, domain, secure, httponly, samesite, partitioned)
    if _wrong_types(*given):
        return None
    cookie = _cookie(*given)
    return None if losses(cookie) else _written(cookie, samesite)


def _cookie(
    key: str,
    value: str,
    max_age: int | None,
    expires: datetime | str | None,
    path: str | None,
    domain: str | None,
    secure: bool,
    httponly: bool,
    samesite: str | None,
    partitioned: bool,
) -> PlainCookie:
    return PlainCookie(
        name=key,
        value=value,
        domain=domain or None,
        path=path or None,
        max_age=max_age,
        expires=expires,
        secure=bool(secure),
        http_only=bool(httponly),
        same_site=samesite,
        partitioned=bool(partitioned),
    )


def _written(cookie: PlainCookie, samesite: str | None) -> _Fixed:
    """Starlette spells SameSite as the caller does, and puts `expires` after Domain."""
    texts = {
        name: f"; {name}" if text is None else f"; {name}={samesite if name == 'SameSite' else text}"
        for name, text in attributes(cookie)
    }
    between = texts.pop("Domain", "")
    name = cookie.name.encode()
    return _Fixed(name + b"=", between.encode(), "".join(texts.values()).encode(), MAX_NAME_AND_VALUE - len(name))


def _date(expires: datetime | str | float) -> bytes | None:
    """The expires attribute; None if the slow path must build the error."""
    if isinstance(expires, datetime):
        return _date_octets(expires)
    if isinstance(expires, str):
        return _date_text(expires)
    if expires.__class__ is not int:
        return None
    return _date_at(int(time.time()) + int(expires))


#: The date that is written for a larger number of seconds. Browsers keep cookies for at most 400 days.
_LAST = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)


@lru_cache(maxsize=64)
def _date_at(seconds: int) -> bytes | None:
    try:
        return _date_octets(datetime.fromtimestamp(max(seconds, 0), UTC))
    except (OverflowError, ValueError, OSError):
        return _date_octets(_LAST)


def _date_octets(moment: datetime) -> bytes | None:
    try:
        return b"; expires=" + format_http_date(moment).encode()
    except (OverflowError, ValueError):
        return None


@lru_cache(maxsize=64)
def _date_text(text: str) -> bytes | None:
    refused = losses(PlainCookie(name="n", value="", expires=text))
    return None if refused else b"; expires=" + text.encode()


_TEXTS = {"key": 0, "path": 4, "domain": 5, "samesite": 8}
#: Types that `str()` turns into the text to send. A bool is refused: it would be sent as `True`.
_SAYABLE = (str, int, float, Decimal, UUID)


def _whole(number: object) -> int | None:
    """The whole number that is given as an int, a float, another number or in digits; None for anything else."""
    if isinstance(number, bool):
        return None
    if isinstance(number, str):
        return int(number) if _DIGITS.fullmatch(number) else None
    try:
        whole = index(number)  # type: ignore[arg-type]  # it raises TypeError for anything but a whole number
    except TypeError:
        return int(number) if isinstance(number, float | Decimal) and number % 1 == 0 else None
    return whole


#: Not more digits than int() takes.
_DIGITS = re.compile(r"-?[0-9]{1,4000}")


def _wrong_types(*given: Any) -> list[str]:
    """A sentence for each argument that Starlette does not send as it is meant either."""
    wrong = [
        f"{name} is {type(given[at]).__qualname__} where str is needed"
        for name, at in _TEXTS.items()
        if not (isinstance(given[at], str) or (given[at] is None and at > 1))
    ]
    if not isinstance(given[1], _SAYABLE) or isinstance(given[1], bool):
        wrong.append(f"value is {type(given[1]).__qualname__} where str is needed")
    if given[2] is not None and _whole(given[2]) is None:
        wrong.append(f"max_age is {type(given[2]).__qualname__} where a whole number of seconds is needed")
    if given[3] is not None and not isinstance(given[3], datetime | str) and _whole(given[3]) is None:
        wrong.append(f"expires is {type(given[3]).__qualname__} where a datetime, an HTTP date or seconds are needed")
    return wrong


def _checked(*given: Any) -> RawHeader:
    """The slow path: the same line, or one error with every reason for its refusal."""
    key, value, max_age, expires, path, domain, secure, httponly, samesite, partitioned = given
    if wrong := _wrong_types(*given):
        raise ParamError(
            "set_cookie",
            "; ".join(wrong),
            help="give the types of the signature; for a moment, an aware datetime",
            cite="the signature of set_cookie",
        )
    text = value if isinstance(value, str) else str(value)
    after = None if expires is None or isinstance(expires, datetime | str) else _whole(expires)
    date = None if after is None else _date_at(int(time.time()) + after)
    expires = None if date else expires or None
    max_age = None if max_age is None else _whole(max_age)
    cookie = _cookie(key, text, max_age, expires, path, domain, secure, httponly, samesite, partitioned)
    if found := losses(cookie):
        raise lost_cookie(found)
    fixed = _written(cookie, samesite)
    date = date or (_date(expires) if expires else None) or b""
    return b"set-cookie", fixed.before + text.encode() + fixed.between + date + fixed.after
