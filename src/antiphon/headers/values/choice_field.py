"""Fields that say one word out of a few."""

from __future__ import annotations

from typing import ClassVar, Self

from antiphon.headers.values.text_field import TextField
from antiphon.headers.values.tokens import check_choice
from antiphon.headers.values.wire_text import wire_text


class ChoiceField(TextField):
    """One of the words in `choices`. Raises FieldError for any other, and for the right one in the wrong case.

    Where the field's own standard compares without regard to case, `decode` takes any case and keeps the canonical one.
    """

    __slots__ = ()
    field_name: ClassVar[str]
    choices: ClassVar[tuple[str, ...]]
    any_case: ClassVar[bool] = False

    def __new__(cls, choice: str) -> Self:
        check_choice(cls.field_name, choice, cls.choices)
        return str.__new__(cls, choice)

    @classmethod
    def decode(cls, value: str) -> Self:
        text = wire_text(cls.field_name, value)
        if cls.any_case:
            text = next((choice for choice in cls.choices if choice.lower() == text.lower()), text)
        return cls(text)
