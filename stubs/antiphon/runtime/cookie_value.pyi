# Written by `nox -s generate` from src; do not edit.
"""A cookie's value together with what only the call knows of the cookie: how long it is kept, and whether it is Secure.

Section numbers are those of draft-ietf-httpbis-rfc6265bis-22.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Generic, TypeVar

from antiphon.http.set_cookie import Cookie
from antiphon.runtime.cookie_codecs.codec import CookieCodec

T = TypeVar("T")
V = TypeVar("V")

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
    value: T
    max_age: int | timedelta | None
    expires: datetime | None
    secure: bool | None

    def __init__(
        self,
        value: T,
        *,
        max_age: int | timedelta | None = None,
        expires: datetime | None = None,
        secure: bool | None = None,
    ) -> None: ...
    @staticmethod
    def by(codec: CookieCodec[V]) -> Callable[[CookieValue[V]], str]:
        """The `encode` of a specifier for values that a codec writes; the lifetime is written behind them."""

    def __repr__(self) -> str: ...

def codec_of(encode: Any) -> Any:
    """The `encode` that was meant: of `CookieValue.by(codec)` the codec."""

def declared_value(annotation: Any) -> Any:
    """The type of the value where the annotation names CookieValue, itself or in a union; None where it does not.

    Whatever else the union names is a value without a CookieValue around it.
    """

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
