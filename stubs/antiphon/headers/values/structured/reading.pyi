# Written by `nox -s generate` from src; do not edit.
"""Text to structured values (RFC 9651 section 4.2): one error, and nothing of the whole field is read."""

from antiphon.headers.values.structured.values import Dictionary, Item, List

def read_item(text: str) -> Item:
    """The item that a whole field value is. Every reader raises FieldError, with the place, for anything else."""

def read_list(text: str) -> List:
    """The list that a whole field value is (section 4.2.1)."""

def read_dictionary(text: str) -> Dictionary:
    """The dictionary that a whole field value is (section 4.2.2); of a repeated key the last value counts."""
