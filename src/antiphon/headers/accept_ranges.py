"""Accept-Ranges (RFC 9110 section 14.3): the units in which parts of the resource may be asked for."""

from __future__ import annotations

from typing import ClassVar

from antiphon.headers.values.token_list import TokenList


class AcceptRanges(TokenList):
    """Range units, such as `AcceptRanges("bytes")`; `none` alone says that ranges are not served.

    Raises FieldError for a unit that is not a token, and for an empty list.
    """

    __slots__ = ()
    field_name: ClassVar[str] = "Accept-Ranges"
    examples: ClassVar[tuple[str, ...]] = ("bytes", "none")
    member: ClassVar[str] = "a range unit"

    def __init__(self, *units: str) -> None:
        super().__init__(*units)
