# Written by `nox -s generate` from src; do not edit.
"""HD009."""

SINGLETONS: dict[str, str]
from antiphon.rules.rule import Rule

singleton_field_repeated: Rule
"""A field that is not a list stands on one line.

In Chromium 156 two different Location or Content-Disposition lines are a network error: the page is lost. Of
other fields it takes the first or the last, and caches and proxies take another."""
