"""Expires (RFC 9111 section 5.3): when the response becomes stale; Cache-Control max-age overrides it."""

from __future__ import annotations

from typing import ClassVar

from antiphon.headers.values.moment_field import MomentField


class Expires(MomentField):
    """The moment from which on the response is stale, as an aware datetime. Raises FieldError for a naive one."""

    __slots__ = ()
    field_name: ClassVar[str] = "Expires"
    examples: ClassVar[tuple[str, ...]] = ("Thu, 01 Dec 1994 16:00:00 GMT",)
