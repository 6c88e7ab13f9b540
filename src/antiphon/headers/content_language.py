"""Content-Language (RFC 9110 section 8.5): the languages of the audience that the content is meant for."""

from __future__ import annotations

from typing import ClassVar

from antiphon.headers.field import FieldError
from antiphon.headers.values.token_list import TokenList
from antiphon.http.grammar import LANGUAGE_TAG


class ContentLanguage(TokenList):
    """Language tags, such as `ContentLanguage("de", "en-CA")`.

    Raises FieldError for an invalid tag or an empty list.
    """

    __slots__ = ()
    field_name: ClassVar[str] = "Content-Language"
    examples: ClassVar[tuple[str, ...]] = ("da", "mi, en", "zh-Hant-TW")
    member: ClassVar[str] = "a language tag"

    def __init__(self, *languages: str) -> None:
        super().__init__(*languages)

    @classmethod
    def check(cls, member: str) -> None:
        if not isinstance(member, str) or not LANGUAGE_TAG.fullmatch(member):
            raise FieldError(f"{cls.field_name}: {member!r} is not a language tag, such as 'en' or 'zh-Hant-TW'")
