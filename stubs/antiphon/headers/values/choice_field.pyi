# Written by `nox -s generate` from src; do not edit.
"""Fields that say one word out of a few."""

from typing import ClassVar, Self

from antiphon.headers.values.text_field import TextField

class ChoiceField(TextField):
    """One of the words in `choices`. Raises FieldError for any other, and for the right one in the wrong case.

    Where the field's own standard compares without regard to case, `decode` takes any case and keeps the canonical one.
    """

    __slots__ = ()
    field_name: ClassVar[str]
    choices: ClassVar[tuple[str, ...]]
    any_case: ClassVar[bool]

    def __new__(cls, choice: str) -> Self: ...
    @classmethod
    def decode(cls, value: str) -> Self: ...
