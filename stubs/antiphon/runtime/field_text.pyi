# Written by `nox -s generate` from src; do not edit.
"""The text of a field that a param fills: chosen from the field first, then from the types of the param.

A field with a class of its own takes the values that its class takes: its own values as they are, text through
`untrusted` or `decode`, and the types that its `of` takes. Any other field takes the text form of the types. Where
neither decides, `NoTextForm` is raised when the declaration is checked, not at each call.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from antiphon.headers.field import Field

class NoTextForm(ValueError):
    """A type that a field, a cookie or a template cannot be filled with. The text says why."""

class Way(NamedTuple):
    """One way to turn values into text, for those that `accepts` takes. `text` raises FieldError or ValueError."""

    accepts: Callable[[Any], bool]
    text: Callable[[Any], str]
    shown: str

def text_ways(annotation: Any, *, in_field: bool = False) -> tuple[Way, ...]:
    """The ways of a cookie or a placeholder, and of a field that has no class. Raises NoTextForm."""

def field_ways(name: str, annotation: Any) -> tuple[Way, ...]:
    """The ways of a field, in which a value is looked for in order. Raises NoTextForm."""

def shown(type_: Any) -> str:
    """A type as people write it."""

def reader(field: type[Field]) -> Callable[[str], str]:
    """The function that checks text given at a call: the field's `untrusted`, where it has one, or its `decode`."""
