"""Last-Modified (RFC 9110 section 8.8.2): when the representation last changed."""

from __future__ import annotations

from typing import ClassVar

from antiphon.headers.values.moment_field import MomentField


class LastModified(MomentField):
    """The moment of the last change, as an aware datetime. Raises FieldError for a naive one."""

    __slots__ = ()
    field_name: ClassVar[str] = "Last-Modified"
    examples: ClassVar[tuple[str, ...]] = ("Tue, 15 Nov 1994 12:45:26 GMT",)
