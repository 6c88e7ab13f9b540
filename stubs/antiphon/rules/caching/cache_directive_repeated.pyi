# Written by `nox -s generate` from src; do not edit.
"""CC003."""

from antiphon.rules.rule import Rule

cache_directive_repeated: Rule
"""A Cache-Control directive stands once, on all lines together.

Of two, Chromium 156 takes the first, other caches the last, and some treat the response as stale."""
