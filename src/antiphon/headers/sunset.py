"""Sunset (RFC 8594 section 3): when the resource is expected to become unresponsive."""

from __future__ import annotations

from typing import ClassVar

from antiphon.headers.values.moment_field import MomentField


class Sunset(MomentField):
    """The moment from which on the resource may be gone, as an aware datetime. Raises FieldError for a naive one."""

    __slots__ = ()
    field_name: ClassVar[str] = "Sunset"
    examples: ClassVar[tuple[str, ...]] = ("Sat, 31 Dec 2033 23:59:59 GMT",)
