# Written by `nox -s generate` from src; do not edit.
"""SF010."""

from antiphon.rules.rule import Rule

malformed_link: Rule
"""A link is a URI reference in angle brackets and parameters behind it: one rel, and `as` where it preloads.

Chromium 156 did not preload for a bare URI, for single quotes, without `as`, and with a comma where a semicolon
should be. Clients that follow rel=next stop there."""
