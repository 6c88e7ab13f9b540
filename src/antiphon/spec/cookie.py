"""One cookie of a response."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer

from antiphon.http import set_cookie
from antiphon.http.dates import format_http_date, moment_or_text, names_moment
from antiphon.spec.model import Model


def _whole_seconds(value: object) -> object:
    """An aware datetime in whole seconds of UTC; the text of an IMF-fixdate as that moment; anything else as it is."""
    if isinstance(value, str):
        return moment_or_text(value)
    if isinstance(value, datetime) and names_moment(value):
        try:
            return value.astimezone(UTC).replace(microsecond=0)
        except OverflowError:
            return value.isoformat()  # outside the years 1 to 9999 in UTC: kept as text, which a rule reports
    return value


def _date_text(value: Any) -> Any:
    return format_http_date(value) if isinstance(value, datetime) and names_moment(value) else value


class _Hidden(str):
    """Text that shows itself without quotes."""

    __slots__ = ()
    __repr__ = str.__str__


class CookieSpec(Model, frozen=True):
    """A cookie as it is declared. Only what is given is sent: the secure defaults are the builder's.

    A deletion is a cookie with `max_age=0`; `delete()` makes the right one.
    """

    name: str
    """The cookie's name, with its prefix."""
    value: str | None = None
    """The cookie's value; None means that a param supplies it with each response."""
    domain: str | None = None
    """The Domain attribute: which hosts beside the sender get the cookie back. None keeps it to the sender."""
    path: str | None = None
    """The Path attribute. None leaves browsers to take the directory of the request's URL."""
    max_age: int | str | None = None
    """Lifetime in seconds; 0 deletes the cookie. Text comes from a captured response, and may be wrong."""
    expires: (
        Annotated[datetime | str, BeforeValidator(_whole_seconds), PlainSerializer(_date_text, when_used="json")] | None
    ) = None
    """When the cookie ends, to the second. Text that is not an IMF-fixdate is kept as it is; a rule reports it."""
    secure: bool = False
    """Sent back over HTTPS only."""
    http_only: bool = False
    """Out of reach of scripts."""
    same_site: str | None = None
    """`lax`, `strict` or `none`, in any case."""
    partitioned: bool = False
    """Kept apart for each top-level site (CHIPS)."""
    extensions: tuple[tuple[str, str | None], ...] = ()
    """Further attributes in the order of writing; None marks a flag. Browsers ignore those that they do not know."""

    def __repr_args__(self) -> Any:
        """The declared attributes; a value shows only its length, since a session must not end up in a log."""
        for name, given in super().__repr_args__():
            yield name, _Hidden(f"<{len(given)} characters>") if name == "value" else given

    def delete(self) -> CookieSpec:
        """The cookie that deletes this one: same name, domain, path and partition, same prefix obligations.

        A `SameSite=None` cookie can only be deleted by a Secure one, so Secure and SameSite are kept as well.
        """
        return CookieSpec(
            name=self.name,
            value="",
            domain=self.domain,
            path=self.path,
            max_age=0,
            secure=self.secure,
            http_only=self.http_only,
            same_site=self.same_site,
            partitioned=self.partitioned,
        )

    def wire(self) -> str:
        """The field value of its Set-Cookie line, right or wrong."""
        return set_cookie.write(self)
