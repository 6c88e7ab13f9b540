# Written by `nox -s generate` from src; do not edit.
"""Access-Control-Allow-Credentials (Fetch, "CORS check"): whether answers to requests with cookies may be read."""

from typing import ClassVar, Literal, Self

from antiphon.headers.values.choice_field import ChoiceField

class AccessControlAllowCredentials(ChoiceField):
    """`true`, the one value there is: leave the field out for false. Raises FieldError for anything else."""

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]
    choices: ClassVar[tuple[str, ...]]

    def __new__(cls, allowed: Literal["true"] = "true") -> Self: ...
