# Written by `nox -s generate` from src; do not edit.
"""CC013."""

from antiphon.rules.rule import Rule

malformed_vary: Rule
"""Vary is a list of field names; `*` is one too many.

A name that is none makes a cache either ignore the field, and hand out the wrong variant, or never use the
response again. `*` does the latter for certain: Chromium 156 fetched anew each time, wherever in the list it stood."""
