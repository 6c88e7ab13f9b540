"""Timing-Allow-Origin (Resource Timing section 4.5.1): the origins whose pages may see how long the response took."""

from __future__ import annotations

from typing import ClassVar

from antiphon.headers.field import FieldError
from antiphon.headers.values.token_list import TokenList
from antiphon.http.grammar import ORIGIN
from antiphon.http.parsing.origin import origin_fault


class TimingAllowOrigin(TokenList):
    """Origins, such as `TimingAllowOrigin("https://app.example")`, or `*` for all.

    Raises FieldError unless each is an origin in lower case without a slash after it, and for an empty list.
    """

    __slots__ = ()
    field_name: ClassVar[str] = "Timing-Allow-Origin"
    examples: ClassVar[tuple[str, ...]] = ("*", "https://a.example, https://b.example:8443")
    member: ClassVar[str] = "an origin"

    def __init__(self, *origins: str) -> None:
        super().__init__(*origins)

    @classmethod
    def check(cls, member: str) -> None:
        if not isinstance(member, str) or (member not in ("*", "null") and not ORIGIN.fullmatch(member)):
            raise FieldError(f"{cls.field_name}: {member!r} is not an origin such as 'https://app.example', nor '*'")
        if fault := origin_fault(member):
            raise FieldError(f"{cls.field_name}: {member!r} {fault}")
