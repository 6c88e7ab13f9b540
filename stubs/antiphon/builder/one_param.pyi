# Written by `nox -s generate` from src; do not edit.
"""A param that is added to a draft by itself, as the generated steps do."""

from antiphon.builder.params import Slot
from antiphon.builder.steps import Parts, ResponseDraft

def with_param(draft: ResponseDraft, name: str, type: object, slot: Slot, default: object) -> Parts:
    """The draft's parts with one param more. What is of the wrong kind is refused at the line that called the step."""
