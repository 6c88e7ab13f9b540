# Written by `nox -s generate`; do not edit.
"""The steps of a draft that add one cookie each."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal, Self

from antiphon.builder.cookie_arguments import cookie_spec, with_prefix
from antiphon.diagnostics.call_site import CallSite, caller
from antiphon.spec import CookieSpec


class CookieSteps:
    """A step for every kind of cookie."""

    __slots__ = ()

    def _with_cookie(self, cookie: CookieSpec, call_site: CallSite) -> Self:
        """A draft with one cookie more."""
        raise NotImplementedError

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
        call_site = caller()
        spec = cookie_spec(
            name, value, call_site, secure=secure, same_site=same_site,
            max_age=max_age, expires=expires, http_only=http_only, domain=domain, path=path, partitioned=partitioned,
        )  # fmt: skip
        return self._with_cookie(spec, call_site)

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
        call_site = caller()
        spec = cookie_spec(
            name, value, call_site, secure=None, same_site=same_site,
            max_age=max_age, expires=expires, http_only=http_only, domain=domain, path=path, partitioned=False,
        )  # fmt: skip
        return self._with_cookie(spec, call_site)

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
        call_site = caller()
        spec = cookie_spec(
            with_prefix("__Host-", name), value, call_site, secure=True, same_site=same_site,
            max_age=max_age, expires=expires, http_only=http_only, domain=None, path="/", partitioned=partitioned,
        )  # fmt: skip
        return self._with_cookie(spec, call_site)
