# Written by `nox -s generate` from src; do not edit.
"""Accept-Ranges (RFC 9110 section 14.3): the units in which parts of the resource may be asked for."""

from typing import ClassVar

from antiphon.headers.values.token_list import TokenList

class AcceptRanges(TokenList):
    """Range units, such as `AcceptRanges("bytes")`; `none` alone says that ranges are not served.

    Raises FieldError for a unit that is not a token, and for an empty list.
    """

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]
    member: ClassVar[str]

    def __init__(self, *units: str) -> None: ...
