# Written by `nox -s generate` from src; do not edit.
"""Cross-Origin-Resource-Policy (Fetch, "cross-origin resource policy check"): which sites may embed the resource."""

from typing import ClassVar, Literal, Self

from antiphon.headers.values.choice_field import ChoiceField

class CrossOriginResourcePolicy(ChoiceField):
    """Who may embed the resource. Raises FieldError for anything but the three words, in lower case."""

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]
    choices: ClassVar[tuple[str, ...]]

    def __new__(cls, policy: Literal["same-origin", "same-site", "cross-origin"]) -> Self: ...
