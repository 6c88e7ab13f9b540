"""Cross-Origin-Resource-Policy (Fetch, "cross-origin resource policy check"): which sites may embed the resource."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from antiphon.headers.values.choice_field import ChoiceField


class CrossOriginResourcePolicy(ChoiceField):
    """Who may embed the resource. Raises FieldError for anything but the three words, in lower case."""

    __slots__ = ()
    field_name: ClassVar[str] = "Cross-Origin-Resource-Policy"
    examples: ClassVar[tuple[str, ...]] = (
        "same-origin",
        "same-site",
        "cross-origin",
    )
    choices: ClassVar[tuple[str, ...]] = (
        "same-origin",
        "same-site",
        "cross-origin",
    )

    def __new__(cls, policy: Literal["same-origin", "same-site", "cross-origin"]) -> Self:
        return super().__new__(cls, policy)
