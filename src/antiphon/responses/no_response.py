"""The error for what is given in the place of a response, and is none of antiphon's own."""

from __future__ import annotations

from typing import Any


def no_response(kind: Any) -> TypeError:
    """The TypeError for an object of that class, or for what would have to be called for a response."""
    named = getattr(kind, "__qualname__", None) or type(kind).__qualname__
    return TypeError(f"{named} is not a response of antiphon: call what is declared, and give what the call returns")
