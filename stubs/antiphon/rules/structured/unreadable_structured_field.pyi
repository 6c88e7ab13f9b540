# Written by `nox -s generate` from src; do not edit.
"""SF001."""

from antiphon.rules.rule import Rule

unreadable_structured_field: Rule
"""A field that is defined as a structured Item, List or Dictionary reads as one, with members of its own types.

One error anywhere, such as a comma at the end, a key in capitals or `TRUE`, and recipients drop the whole field."""
