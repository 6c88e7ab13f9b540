# Written by `nox -s generate` from src; do not edit.
"""HD001."""

from antiphon.rules.rule import Rule

field_name_not_a_token: Rule
"""A field name is a token of at least one character.

Chromium 156 drops the field for every other octet in its name, and for an empty name; servers refuse to send it."""
