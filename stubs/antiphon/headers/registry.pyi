# Written by `nox -s generate` from src; do not edit.
"""Which class types which field; classes are imported when they are asked for."""

from antiphon.headers.field import Field

FIELDS: dict[str, str]
CITATIONS: dict[str, str]

def field_class(name: str) -> type[Field] | None:
    """The class of a field, by its name in any case; None for a field that has no type."""
