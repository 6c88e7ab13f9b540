# Written by `nox -s generate` from src; do not edit.
"""CT015."""

from antiphon.rules.rule import Rule

obsolete_media_type: Rule
"""A media type goes by its registered name, and a charset says what browsers make of it.

The old names still work in browsers; filters and tools know the registered ones. Browsers read latin1 and ascii
as windows-1252, so that some characters are others than was meant."""
