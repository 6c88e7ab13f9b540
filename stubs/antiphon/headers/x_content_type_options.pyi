# Written by `nox -s generate` from src; do not edit.
"""X-Content-Type-Options (Fetch, "determine nosniff"): whether a browser may guess another media type."""

from typing import ClassVar, Literal, Self

from antiphon.headers.values.choice_field import ChoiceField

class XContentTypeOptions(ChoiceField):
    """`nosniff`, the one option there is. Raises FieldError for anything else."""

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]
    choices: ClassVar[tuple[str, ...]]
    any_case: ClassVar[bool]

    def __new__(cls, option: Literal["nosniff"] = "nosniff") -> Self: ...
