"""Fields that are a list of media types."""

from __future__ import annotations

from typing import ClassVar

from antiphon.headers.field import FieldError
from antiphon.headers.values.token_list import TokenList
from antiphon.http.grammar import MEDIA_TYPE
from antiphon.http.parsing.media_type import media_type_fault


class MediaTypeList(TokenList):
    """Media types, with parameters where they have any. Raises FieldError for an invalid one or an empty list."""

    __slots__ = ()
    member: ClassVar[str] = "a media type"

    def __init__(self, *media_types: str) -> None:
        super().__init__(*media_types)

    @classmethod
    def check(cls, member: str) -> None:
        if not isinstance(member, str) or not MEDIA_TYPE.fullmatch(member) or not member.isascii():
            raise FieldError(f"{cls.field_name}: {member!r} is not a media type, such as 'application/json'")
        if fault := media_type_fault(member, wildcards=True):
            raise FieldError(f"{cls.field_name}: {member!r} {fault}")
