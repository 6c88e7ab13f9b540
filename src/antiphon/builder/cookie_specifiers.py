# Written by `nox -s generate`; do not edit.
"""The field specifiers of params that are cookies."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Literal

from antiphon.builder.cookie_arguments import cookie_spec
from antiphon.builder.param_declaration import Specifier
from antiphon.builder.specified import MISSING, E, T, specified
from antiphon.diagnostics.call_site import caller
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
    call_site = caller()
    spec = cookie_spec(
        name or "", None, call_site, secure=True, same_site=same_site,
        max_age=max_age, expires=expires, http_only=http_only, domain=domain, path=path, partitioned=partitioned,
    )  # fmt: skip
    return specified(Specifier(name, spec, "", call_site, encode=encode), default)


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
    call_site = caller()
    spec = cookie_spec(
        name or "", None, call_site, secure=None, same_site=same_site,
        max_age=max_age, expires=expires, http_only=http_only, domain=domain, path=path, partitioned=False,
    )  # fmt: skip
    return specified(Specifier(name, spec, "", call_site, encode=encode), default)


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
    call_site = caller()
    spec = cookie_spec(
        name or "", None, call_site, secure=True, same_site=same_site,
        max_age=max_age, expires=expires, http_only=http_only, domain=None, path="/", partitioned=partitioned,
    )  # fmt: skip
    return specified(Specifier(name, spec, "__Host-", call_site, encode=encode), default)
