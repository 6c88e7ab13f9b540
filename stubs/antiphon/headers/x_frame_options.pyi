# Written by `nox -s generate` from src; do not edit.
"""X-Frame-Options (HTML section 7.6): who may show the page in a frame."""

from typing import ClassVar, Literal, Self

from antiphon.headers.values.choice_field import ChoiceField

class XFrameOptions(ChoiceField):
    """`DENY` for nobody, `SAMEORIGIN` for pages of the same origin. Raises FieldError for anything else.

    A Content-Security-Policy with frame_ancestors says the same and more, and overrides it.
    """

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]
    choices: ClassVar[tuple[str, ...]]
    any_case: ClassVar[bool]

    def __new__(cls, ancestors: Literal["DENY", "SAMEORIGIN"]) -> Self: ...
