"""A cookie's value together with what only the call knows of the cookie: how long it is kept, and whether it is Secure.

Section numbers are those of draft-ietf-httpbis-rfc6265bis-22.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Generic, TypeVar, Union, get_args, get_origin

from antiphon.errors import ParamError
from antiphon.http.dates import format_http_date
from antiphon.http.set_cookie import FIRST_YEAR, Cookie, PlainCookie, attribute_text
from antiphon.runtime.param_types import without_none

if TYPE_CHECKING:
    from antiphon.runtime.cookie_codecs.codec import CookieCodec

T = TypeVar("T")
V = TypeVar("V")

_CITE = "draft-ietf-httpbis-rfc6265bis-22 sections 5.6.2 and 5.6.5"


class CookieValue(Generic[T]):
    """The value of a cookie for one response, with a lifetime and, where it is declared insecure, Secure.

    `session: CookieValue[str] = host_cookie()` declares a cookie whose calls give
    `session=CookieValue(token, max_age=timedelta(days=30))`. `max_age` is in whole seconds, or a timedelta; 0 deletes
    the cookie. None leaves the lifetime that is declared: without one the cookie goes when the browser is closed.
    Browsers keep a cookie for 400 days at most. `expires` is a moment with a time zone, where that is what is known;
    `max_age` counts where both are given (section 5.5).

    `secure` is for a cookie that is declared by `insecure_cookie`, whose scheme is a matter of settings: True adds
    Secure to it. All other cookies are Secure in any case.

    `encode=CookieValue.by(codec)` has the value written by a codec, such as SignedCookie.
    """

    __slots__ = ("expires", "max_age", "secure", "value")

    def __init__(
        self,
        value: T,
        *,
        max_age: int | timedelta | None = None,
        expires: datetime | None = None,
        secure: bool | None = None,
    ) -> None:
        self.value: T = value
        """The value, of the type that is declared."""
        self.max_age: int | timedelta | None = max_age
        """How long browsers keep the cookie, in seconds; None for as long as is declared."""
        self.expires: datetime | None = expires
        """Until when browsers keep the cookie; None for as long as `max_age` or the declaration says."""
        self.secure: bool | None = secure
        """Whether the cookie is sent over https alone; None for what is declared."""

    @staticmethod
    def by(codec: CookieCodec[V]) -> Callable[[CookieValue[V]], str]:
        """The `encode` of a specifier for values that a codec writes; the lifetime is written behind them."""
        return _By(codec)

    def __repr__(self) -> str:
        said = (("max_age", self.max_age), ("expires", self.expires), ("secure", self.secure))
        given = [f"{name}={value!r}" for name, value in said if value is not None]
        return f"CookieValue({', '.join(['...', *given])})"  # the value is secret


class _By(Generic[V]):
    """A codec that is given for the value of a CookieValue. A declaration holds the codec itself."""

    def __init__(self, codec: CookieCodec[V]) -> None:
        self.codec: CookieCodec[V] = codec

    def __call__(self, given: CookieValue[V]) -> str:
        return self.codec(given.value)


def codec_of(encode: Any) -> Any:
    """The `encode` that was meant: of `CookieValue.by(codec)` the codec."""
    return encode.codec if isinstance(encode, _By) else encode


def declared_value(annotation: Any) -> Any:
    """The type of the value where the annotation names CookieValue, itself or in a union; None where it does not.

    Whatever else the union names is a value without a CookieValue around it.
    """
    wrapped, plain = _parted(annotation)
    inner = [argument for type_ in wrapped for argument in get_args(type_) or (str,)]
    return Union[(*inner, *plain)] if wrapped else None


def _parted(annotation: Any) -> tuple[list[Any], list[Any]]:
    """The types of an annotation that are a CookieValue, and the others."""
    types = without_none(annotation)
    wrapped = [type_ for type_ in types if CookieValue in (type_, get_origin(type_))]
    return wrapped, [type_ for type_ in types if type_ not in wrapped]


def with_attributes(
    name: str,
    cookie: Cookie,
    annotation: Any,
    checks: tuple[Callable[[Any], bytes], Callable[[str], bytes]],
    *,
    reads_whole: bool,
) -> tuple[Callable[[Any], bytes], Callable[[str], bytes]]:
    """The checks that give the value's octets with the attributes of the call, or the declared lifetime, behind them.

    `reads_whole` says that the user's own function writes the value, and is given what the call gave.
    """
    check, of_text = checks
    declared = attribute_text(PlainCookie(name="", max_age=cookie.max_age, expires=cookie.expires)).encode()
    takes_plain = bool(_parted(annotation)[1])

    def checked(given: Any) -> bytes:
        if not isinstance(given, CookieValue):
            if not takes_plain:
                raise ParamError(
                    name,
                    f"is {type(given).__qualname__} where CookieValue is declared",
                    help="give CookieValue(value, max_age=...)",
                    cite="the response's own declaration",
                )
            return check(given) + declared
        value = check(given if reads_whole else given.value)
        return value + (_lifetime(name, given) or declared) + _secure(name, given.secure, declared=cookie.secure)

    return checked, lambda text: of_text(text) + declared


def _secure(name: str, secure: object, *, declared: bool) -> bytes:
    if secure is None or (secure is True and declared):
        return b""
    if secure is False and declared:
        raise ParamError(
            name,
            "is not Secure at this call, and the cookie is declared Secure",
            help="leave `secure` out, or declare it by insecure_cookie(...)",
            cite="the response's own declaration",
        )
    if not isinstance(secure, bool):
        what = f"has {type(secure).__qualname__} as `secure`, where a bool is needed"
        raise ParamError(name, what, help="give True or False", cite="the signature of CookieValue")
    return b"; Secure" if secure else b""


def _lifetime(name: str, given: CookieValue[Any]) -> bytes:
    """The attributes of a call's lifetime; empty where it gives none."""
    until = b"" if given.expires is None else b"; Expires=" + _date(name, given.expires)
    return until if given.max_age is None else until + b"; Max-Age=%d" % _seconds(name, given.max_age)


def _date(name: str, moment: datetime) -> bytes:
    try:
        if moment.astimezone(UTC).year >= FIRST_YEAR:
            return format_http_date(moment).encode()
    except (AttributeError, TypeError, ValueError, OverflowError):
        pass
    raise ParamError(
        name,
        f"has an `expires` that is not a moment with a time zone, from the year {FIRST_YEAR} on",
        help="give an aware datetime, such as datetime(2030, 1, 1, tzinfo=UTC)",
        cite="draft-ietf-httpbis-rfc6265bis-22 sections 5.1.1 and 5.6.1",
    )


def _seconds(name: str, given: int | timedelta) -> int:
    seconds: Any = given
    if isinstance(given, timedelta):
        seconds = given.days * 86400 + given.seconds if not given.microseconds else None
    if type(seconds) is not int or seconds < 0:
        raise ParamError(
            name,
            "has a max_age that is not a whole number of seconds from 0 on",
            help="give whole seconds, or a timedelta of them; 0 deletes the cookie",
            cite=_CITE,
        )
    return seconds
