# Written by `nox -s generate` from src; do not edit.
"""Sunset (RFC 8594 section 3): when the resource is expected to become unresponsive."""

from typing import ClassVar

from antiphon.headers.values.moment_field import MomentField

class Sunset(MomentField):
    """The moment from which on the resource may be gone, as an aware datetime. Raises FieldError for a naive one."""

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]
