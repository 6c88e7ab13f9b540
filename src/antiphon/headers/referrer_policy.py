"""Referrer-Policy (Referrer Policy section 4.1): how much of its address a page sends to other sites."""

from __future__ import annotations

from typing import ClassVar, Literal, TypeAlias

from antiphon.headers.values.token_list import TokenList
from antiphon.headers.values.tokens import check_choice, words

ReferrerPolicyToken: TypeAlias = (
    Literal["no-referrer"]
    | Literal["no-referrer-when-downgrade"]
    | Literal["same-origin"]
    | Literal["origin"]
    | Literal["strict-origin"]
    | Literal["origin-when-cross-origin"]
    | Literal["strict-origin-when-cross-origin"]
    | Literal["unsafe-url"]
)


class ReferrerPolicy(TokenList):
    """One policy, or several of which a browser takes the last that it knows.

    Raises FieldError for a word that is not a policy, since it would be ignored, and for an empty list.
    """

    __slots__ = ()
    field_name: ClassVar[str] = "Referrer-Policy"
    examples: ClassVar[tuple[str, ...]] = ("no-referrer", "no-referrer, strict-origin-when-cross-origin")
    member: ClassVar[str] = "a policy"

    def __init__(self, *policies: ReferrerPolicyToken) -> None:
        super().__init__(*policies)

    @classmethod
    def check(cls, member: str) -> None:
        check_choice(cls.field_name, member, words(ReferrerPolicyToken))
