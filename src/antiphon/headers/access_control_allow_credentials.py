"""Access-Control-Allow-Credentials (Fetch, "CORS check"): whether answers to requests with cookies may be read."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from antiphon.headers.values.choice_field import ChoiceField


class AccessControlAllowCredentials(ChoiceField):
    """`true`, the one value there is: leave the field out for false. Raises FieldError for anything else."""

    __slots__ = ()
    field_name: ClassVar[str] = "Access-Control-Allow-Credentials"
    examples: ClassVar[tuple[str, ...]] = ("true",)
    choices: ClassVar[tuple[str, ...]] = ("true",)

    def __new__(cls, allowed: Literal["true"] = "true") -> Self:
        return super().__new__(cls, allowed)
