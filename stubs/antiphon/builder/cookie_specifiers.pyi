# Written by `nox -s generate` from src; do not edit.
"""The field specifiers of params that are cookies."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Literal

from antiphon.builder.specified import MISSING, E, T
from antiphon.runtime.cookie_codecs.text import CookieText

def cookie(
    name: str | None = None,
    *,
    default: T = MISSING,
    encode: Callable[[E], str] | CookieText | None = None,
    same_site: Literal["lax", "strict", "none"] = "lax",
    max_age: int | timedelta | None = None,
    expires: datetime | None = None,
    http_only: bool = True,
    domain: str | None = None,
    path: str = "/",
    partitioned: bool = False,
) -> T | E:
    """A param that is the value of a Secure cookie, named after the param unless a name is given.

    `max_age` is in seconds. A default of None makes the param optional: left out, the cookie is left out.
    `encode="percent"` and `encode="base64url"` carry any text; a codec, such as JSONCookie, or a function writes values
    of other types. The text is held to what a cookie can carry with each call.
    """

def insecure_cookie(
    name: str | None = None,
    *,
    default: T = MISSING,
    encode: Callable[[E], str] | CookieText | None = None,
    same_site: Literal["lax", "strict"] = "lax",
    max_age: int | timedelta | None = None,
    expires: datetime | None = None,
    http_only: bool = True,
    domain: str | None = None,
    path: str = "/",
) -> T | E:
    """A param that is the value of a cookie which also travels over plain HTTP. SameSite=None is not on offer.

    `max_age` is in seconds. A default of None makes the param optional: left out, the cookie is left out.
    `encode="percent"` and `encode="base64url"` carry any text; a codec, such as JSONCookie, or a function writes values
    of other types. The text is held to what a cookie can carry with each call.
    """

def host_cookie(
    name: str | None = None,
    *,
    default: T = MISSING,
    encode: Callable[[E], str] | CookieText | None = None,
    same_site: Literal["lax", "strict", "none"] = "lax",
    max_age: int | timedelta | None = None,
    expires: datetime | None = None,
    http_only: bool = True,
    partitioned: bool = False,
) -> T | E:
    """A param that is the value of a `__Host-` cookie: the prefix is added, Secure and Path=/ are set.

    `max_age` is in seconds. A default of None makes the param optional: left out, the cookie is left out.
    `encode="percent"` and `encode="base64url"` carry any text; a codec, such as JSONCookie, or a function writes values
    of other types. The text is held to what a cookie can carry with each call.
    """
