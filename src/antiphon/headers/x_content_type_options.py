"""X-Content-Type-Options (Fetch, "determine nosniff"): whether a browser may guess another media type."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from antiphon.headers.values.choice_field import ChoiceField


class XContentTypeOptions(ChoiceField):
    """`nosniff`, the one option there is. Raises FieldError for anything else."""

    __slots__ = ()
    field_name: ClassVar[str] = "X-Content-Type-Options"
    examples: ClassVar[tuple[str, ...]] = ("nosniff",)
    choices: ClassVar[tuple[str, ...]] = ("nosniff",)
    any_case: ClassVar[bool] = True

    def __new__(cls, option: Literal["nosniff"] = "nosniff") -> Self:
        return super().__new__(cls, option)
