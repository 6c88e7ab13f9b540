"""Vary (RFC 9110 section 12.5.5): the request fields that the response was chosen by."""

from __future__ import annotations

from typing import ClassVar

from antiphon.headers.field import FieldError
from antiphon.headers.values.token_list import TokenList


class Vary(TokenList):
    """Names of request fields, such as `Vary("Accept", "Origin")`; or `*` alone, for anything at all.

    Raises FieldError for a name that is not a token, and for `*` beside names.
    """

    __slots__ = ()
    field_name: ClassVar[str] = "Vary"
    examples: ClassVar[tuple[str, ...]] = ("Origin", "Accept, Accept-Language", "*")
    member: ClassVar[str] = "a field name"

    def __init__(self, *field_names: str) -> None:
        super().__init__(*field_names)
        if "*" in field_names and len(field_names) > 1:
            raise FieldError("Vary: '*' goes alone")
