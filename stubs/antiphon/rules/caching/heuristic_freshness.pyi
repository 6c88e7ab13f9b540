# Written by `nox -s generate` from src; do not edit.
"""CC019."""

from antiphon.rules.rule import Rule

heuristic_freshness: Rule
"""A response with Last-Modified says how long it is fresh.

Where it does not, caches guess, mostly a tenth of the time since it was modified: Chromium 156 used such a response
again without asking. The older the resource, the longer users see it after it has changed."""
