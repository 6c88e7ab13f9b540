# Written by `nox -s generate` from src; do not edit.
"""Content-Encoding (RFC 9110 section 8.4): the codings that were applied to the content, in their order."""

from typing import ClassVar

from antiphon.headers.values.token_list import TokenList

class ContentEncoding(TokenList):
    """Content codings, such as `ContentEncoding("gzip")`.

    Raises FieldError for a coding that is not a token, and for an empty list.
    """

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]
    member: ClassVar[str]

    def __init__(self, *codings: str) -> None: ...
