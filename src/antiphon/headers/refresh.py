"""Refresh (HTML, shared declarative refresh steps): the browser asks again, or goes elsewhere, after some seconds."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar, Self

from antiphon.headers.field import FieldError
from antiphon.headers.location import Location
from antiphon.headers.values.numbers import whole_seconds
from antiphon.headers.values.text_field import TextField
from antiphon.headers.values.uri_reference import check_reference
from antiphon.headers.values.wire_text import wire_text
from antiphon.http.parsing.refresh import REFRESH, refresh_fault


class Refresh(TextField):
    """`Refresh(5, url="/next")`, or `Refresh(30)` for the same page again.

    `seconds` is a whole number or a timedelta. `url` stays on the origin that answers, as a `Location` does;
    `Location.external(...)` says that leaving is intended. Raises FieldError for a target that browsers do not follow:
    a Refresh never leads to an app.
    """

    __slots__ = ()
    field_name: ClassVar[str] = "Refresh"
    examples: ClassVar[tuple[str, ...]] = ("5; url=/next", "30")

    def __new__(cls, seconds: int | timedelta, *, url: str | None = None) -> Self:
        """Raises FieldError for a negative number, a fraction of a second, and a target that does not stay."""
        delay = whole_seconds(cls.field_name, "the delay", seconds)
        if url is None:
            return str.__new__(cls, str(delay))
        target = url if type(url) is Location else _own(url)
        return cls.decode(f"{delay}; url={target}")

    @classmethod
    def decode(cls, value: str) -> Self:
        """Seconds, and a target on any origin. Raises FieldError for anything else, and for what browsers ignore."""
        match = REFRESH.fullmatch(wire_text(cls.field_name, value))
        if match is None:
            raise FieldError(f"{cls.field_name}: {value!r} is not of the form `5; url=/next`")
        if (url := match["url"]) is not None:
            check_reference(cls.field_name, url)
            if fault := refresh_fault(url):
                raise FieldError(f"{cls.field_name}: {url!r} {fault}")
        return str.__new__(cls, value)

    @classmethod
    def untrusted(cls, value: str) -> Self:
        """Read a param of type `str`: its target stays on the origin that answers."""
        read = cls.decode(value)
        if (match := REFRESH.fullmatch(value)) is not None and match["url"] is not None:
            _own(match["url"])
        return read


def _own(url: str) -> str:
    try:
        return url if isinstance(url, str) and url.startswith("#") else Location(url)
    except FieldError as error:
        what = str(error).removeprefix("Location:").strip()
        raise FieldError(f"Refresh: {what}", help=error.help) from None
