# Written by `nox -s generate` from src; do not edit.
"""CC009."""

from antiphon.rules.rule import Rule

misspelt_cache_directive: Rule
"""A Cache-Control directive is spelt as a cache knows it.

What a cache does not know it ignores: with `nostore`, `no_store` or `"no-store"` beside max-age Chromium 156 kept
the response and used it again, private data and all. It did so with `no-store="x"`, too."""
