# Written by `nox -s generate` from src; do not edit.
"""Fields that are a list of media types."""

from typing import ClassVar

from antiphon.headers.values.token_list import TokenList

class MediaTypeList(TokenList):
    """Media types, with parameters where they have any. Raises FieldError for an invalid one or an empty list."""

    __slots__ = ()
    member: ClassVar[str]

    def __init__(self, *media_types: str) -> None: ...
    @classmethod
    def check(cls, member: str) -> None: ...
