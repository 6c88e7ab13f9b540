# Written by `nox -s generate` from src; do not edit.
"""Timing-Allow-Origin (Resource Timing section 4.5.1): the origins whose pages may see how long the response took."""

from typing import ClassVar

from antiphon.headers.values.token_list import TokenList

class TimingAllowOrigin(TokenList):
    """Origins, such as `TimingAllowOrigin("https://app.example")`, or `*` for all.

    Raises FieldError unless each is an origin in lower case without a slash after it, and for an empty list.
    """

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]
    member: ClassVar[str]

    def __init__(self, *origins: str) -> None: ...
    @classmethod
    def check(cls, member: str) -> None: ...
