# Written by `nox -s generate` from src; do not edit.
"""The steps of a draft that add one cookie each."""

from datetime import datetime, timedelta
from typing import Literal, Self

class CookieSteps:
    """A step for every kind of cookie."""

    __slots__ = ()

    def cookie(
        self,
        name: str,
        value: str,
        *,
        same_site: Literal["lax", "strict", "none"] = "lax",
        secure: Literal[True] = True,
        max_age: int | timedelta | None = None,
        expires: datetime | None = None,
        http_only: bool = True,
        domain: str | None = None,
        path: str = "/",
        partitioned: bool = False,
    ) -> Self:
        """A cookie that is sent over HTTPS only, so every SameSite is sound. See also insecure_cookie and host_cookie.

        `max_age` is in seconds; `expires` an aware datetime.
        """

    def insecure_cookie(
        self,
        name: str,
        value: str,
        *,
        same_site: Literal["lax", "strict"] = "lax",
        max_age: int | timedelta | None = None,
        expires: datetime | None = None,
        http_only: bool = True,
        domain: str | None = None,
        path: str = "/",
    ) -> Self:
        """A cookie that also travels over plain HTTP. SameSite=None is not on offer: browsers drop it without Secure.

        `max_age` is in seconds; `expires` an aware datetime.
        """

    def host_cookie(
        self,
        name: str,
        value: str,
        *,
        same_site: Literal["lax", "strict", "none"] = "lax",
        max_age: int | timedelta | None = None,
        expires: datetime | None = None,
        http_only: bool = True,
        partitioned: bool = False,
    ) -> Self:
        """A `__Host-` cookie: the prefix is added, Secure and Path=/ are set, Domain and Path cannot be given.

        `max_age` is in seconds; `expires` an aware datetime.
        """
