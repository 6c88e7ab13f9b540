# Written by `nox -s generate` from src; do not edit.
"""Content-Language (RFC 9110 section 8.5): the languages of the audience that the content is meant for."""

from typing import ClassVar

from antiphon.headers.values.token_list import TokenList

class ContentLanguage(TokenList):
    """Language tags, such as `ContentLanguage("de", "en-CA")`.

    Raises FieldError for an invalid tag or an empty list.
    """

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]
    member: ClassVar[str]

    def __init__(self, *languages: str) -> None: ...
    @classmethod
    def check(cls, member: str) -> None: ...
