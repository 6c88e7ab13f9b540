# Written by `nox -s generate` from src; do not edit.
"""CC010."""

from antiphon.rules.rule import Rule

cache_directive_out_of_place: Rule
"""max-stale, min-fresh and only-if-cached stand in requests, and field names behind no-cache or private in quotes.

Caches ignore what a response cannot say. Few of them understand field names at all: Chromium 156 takes
`no-cache="x"` for nothing, and uses the whole response again without asking."""
