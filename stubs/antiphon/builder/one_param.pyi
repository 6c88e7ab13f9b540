# Written by `nox -s generate` from src; do not edit.
"""A param that is added to a draft by itself, as the generated steps do."""

from antiphon.builder.draft_state import DraftState
from antiphon.builder.params import Specifier
from antiphon.builder.steps import ResponseDraft

def with_param(draft: ResponseDraft, name: str, type: object, specifier: Specifier, default: object) -> DraftState:
    """The draft's state with one param more. What is of the wrong kind is refused at the line that called the step."""
