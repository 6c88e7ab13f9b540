"""X-Frame-Options (HTML section 7.6): who may show the page in a frame."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from antiphon.headers.values.choice_field import ChoiceField


class XFrameOptions(ChoiceField):
    """`DENY` for nobody, `SAMEORIGIN` for pages of the same origin. Raises FieldError for anything else.

    A Content-Security-Policy with frame_ancestors says the same and more, and overrides it.
    """

    __slots__ = ()
    field_name: ClassVar[str] = "X-Frame-Options"
    examples: ClassVar[tuple[str, ...]] = (
        "DENY",
        "SAMEORIGIN",
    )
    choices: ClassVar[tuple[str, ...]] = (
        "DENY",
        "SAMEORIGIN",
    )
    any_case: ClassVar[bool] = True

    def __new__(cls, ancestors: Literal["DENY", "SAMEORIGIN"]) -> Self:
        return super().__new__(cls, ancestors)
