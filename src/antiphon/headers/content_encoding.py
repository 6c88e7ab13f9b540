"""Content-Encoding (RFC 9110 section 8.4): the codings that were applied to the content, in their order."""

from __future__ import annotations

from typing import ClassVar

from antiphon.headers.values.token_list import TokenList


class ContentEncoding(TokenList):
    """Content codings, such as `ContentEncoding("gzip")`.

    Raises FieldError for a coding that is not a token, and for an empty list.
    """

    __slots__ = ()
    field_name: ClassVar[str] = "Content-Encoding"
    examples: ClassVar[tuple[str, ...]] = (
        "gzip",
        "br",
        "deflate, gzip",
    )
    member: ClassVar[str] = "a content coding"

    def __init__(self, *codings: str) -> None:
        super().__init__(*codings)
