"""A CookieSpec from what a builder step or a field specifier was given."""

from __future__ import annotations

from datetime import datetime, timedelta

from antiphon.builder.refused import refused, validated
from antiphon.diagnostics.call_site import CallSite
from antiphon.http.dates import names_moment
from antiphon.spec import CookieSpec


def with_prefix(prefix: str, name: str) -> str:
    """The name with the prefix, once. Another value than a text is left for `cookie_spec` to refuse."""
    return prefix + name.removeprefix(prefix) if isinstance(name, str) else name


def cookie_spec(
    name: str,
    value: str | None,
    call_site: CallSite,
    *,
    secure: bool | None,
    same_site: str | None,
    max_age: int | timedelta | None,
    expires: datetime | None,
    http_only: bool,
    domain: str | None,
    path: str | None,
    partitioned: bool,
) -> CookieSpec:
    """The cookie that the arguments of a step describe."""
    if secure is not None and secure is not True:
        what = f"secure is {secure!r}, and this step's cookies are Secure"
        raise refused(what, "cookies", "a cookie for plain HTTP is declared with `insecure_cookie`", call_site)
    if isinstance(max_age, timedelta):
        if max_age.microseconds:
            raise refused(
                "max_age is a timedelta with a fraction of a second",
                "cookies",
                "give whole seconds, such as timedelta(hours=1)",
                call_site,
            )
        max_age = max_age.days * 86400 + max_age.seconds
    elif max_age is not None and (isinstance(max_age, bool) or not isinstance(max_age, int)):
        what = f"max_age is {type(max_age).__qualname__}, not a number of seconds"
        raise refused(what, "cookies", "give an int of seconds, or a timedelta", call_site)
    if expires is not None and (not isinstance(expires, datetime) or not names_moment(expires)):
        what = "expires is not an aware datetime"
        raise refused(what, "cookies", "give a datetime with a time zone, such as datetime.now(UTC) + ...", call_site)
    made: CookieSpec = validated(
        CookieSpec, "cookies", call_site, name=name, value=value, secure=secure is True, same_site=same_site,
        max_age=max_age, expires=expires, http_only=http_only, domain=domain, path=path, partitioned=partitioned,
    )  # fmt: skip
    return made
