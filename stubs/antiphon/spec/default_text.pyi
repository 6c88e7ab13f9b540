# Written by `nox -s generate` from src; do not edit.
"""The default of a param as a spec holds it: its text, and the value itself where it was declared in this process."""

from typing import Any

from antiphon.spec.live_text import LiveText

class DefaultText(LiveText):
    """The text of a default. Equal to its text; `value` is there where the default was declared in this process."""

    __slots__ = ("value",)
    value: Any
    """The value itself; absent where only its text is known."""

    @classmethod
    def of(cls, text: str, value: object) -> DefaultText:
        """The text of a live value, which stays attached."""
