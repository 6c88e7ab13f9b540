# Written by `nox -s generate` from src; do not edit.
"""ST020."""

from antiphon.rules.rule import Rule

cacheable_throttling: Rule
"""A 428, 429, 431 or 511 does not say that a cache may store it.

It is an answer to one client at one moment. Chromium 156 does store a 429 with max-age=60 and uses it again; a
shared cache hands it to clients that did nothing wrong."""
