# Written by `nox -s generate` from src; do not edit.
"""One cookie of a response."""

from datetime import datetime
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer

from antiphon.spec.model import Model

def _whole_seconds(value: object) -> object:
    """An aware datetime in whole seconds of UTC; the text of an IMF-fixdate as that moment; anything else as it is."""

def _date_text(value: Any) -> Any: ...

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

    def delete(self) -> CookieSpec:
        """The cookie that deletes this one: same name, domain, path and partition, same prefix obligations.

        A `SameSite=None` cookie can only be deleted by a Secure one, so Secure and SameSite are kept as well.
        """

    def wire(self) -> str:
        """The field value of its Set-Cookie line, right or wrong."""
