# Written by `nox -s generate` from src; do not edit.
"""Content-Location (RFC 9110 section 8.7): the address of the very representation that is enclosed."""

from typing import ClassVar, Self

from antiphon.headers.values.text_field import TextField

class ContentLocation(TextField):
    """An absolute URI or a relative reference, without a fragment.

    Raises FieldError for anything else; what a URI cannot hold is percent-encoded by the caller.
    """

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]

    def __new__(cls, target: str) -> Self: ...
    @classmethod
    def decode(cls, value: str) -> Self: ...
