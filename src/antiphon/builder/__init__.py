"""The fluent builder: immutable drafts in typed states.

A forbidden operation is an absent method, on a class named after the reason. Every step gives a new draft and changes
nothing in place; nothing is judged before `compile()` or `check()`.
"""

from antiphon.builder.bodiless_draft import BodilessDraft, RedirectDraft
from antiphon.builder.draft import Draft
from antiphon.builder.missing import (
    DraftMissingAllow,
    DraftMissingContentRange,
    DraftMissingLocation,
    DraftMissingWWWAuthenticate,
)
from antiphon.builder.respond import (
    fragment,
    method_not_allowed,
    no_content,
    redirect,
    respond,
    respond_unregistered,
    unauthorized,
)
from antiphon.builder.steps import Fragment, ResponseDraft

__all__ = [
    "BodilessDraft",
    "Draft",
    "DraftMissingAllow",
    "DraftMissingContentRange",
    "DraftMissingLocation",
    "DraftMissingWWWAuthenticate",
    "Fragment",
    "RedirectDraft",
    "ResponseDraft",
    "fragment",
    "method_not_allowed",
    "no_content",
    "redirect",
    "respond",
    "respond_unregistered",
    "unauthorized",
]
