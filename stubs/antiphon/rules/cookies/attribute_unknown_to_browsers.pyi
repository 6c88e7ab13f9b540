# Written by `nox -s generate` from src; do not edit.
"""CK011."""

from antiphon.rules.rule import Rule

attribute_unknown_to_browsers: Rule
"""A cookie has attributes that browsers know.

Others are ignored without a word, so a misspelt `SameSites=Strict` protects nothing. Only Chromium knows Priority."""
