"""Content-Location (RFC 9110 section 8.7): the address of the very representation that is enclosed."""

from __future__ import annotations

from typing import ClassVar, Self

from antiphon.headers.field import FieldError
from antiphon.headers.values.text_field import TextField
from antiphon.headers.values.uri_reference import check_reference
from antiphon.http.parsing.target import authority_fault


class ContentLocation(TextField):
    """An absolute URI or a relative reference, without a fragment.

    Raises FieldError for anything else; what a URI cannot hold is percent-encoded by the caller.
    """

    __slots__ = ()
    field_name: ClassVar[str] = "Content-Location"
    examples: ClassVar[tuple[str, ...]] = ("/orders/7.json", "https://example.com/orders/7?version=3")

    def __new__(cls, target: str) -> Self:
        check_reference(cls.field_name, target)
        if fault := authority_fault(target):
            raise FieldError(f"{cls.field_name}: {target!r} {fault}")
        if "#" in target:
            raise FieldError(f"{cls.field_name}: {target!r} has a fragment, which the field does not take")
        return str.__new__(cls, target)

    @classmethod
    def decode(cls, value: str) -> Self:
        return cls(value)
