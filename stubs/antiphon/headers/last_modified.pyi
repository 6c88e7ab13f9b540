# Written by `nox -s generate` from src; do not edit.
"""Last-Modified (RFC 9110 section 8.8.2): when the representation last changed."""

from typing import ClassVar

from antiphon.headers.values.moment_field import MomentField

class LastModified(MomentField):
    """The moment of the last change, as an aware datetime. Raises FieldError for a naive one."""

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]
