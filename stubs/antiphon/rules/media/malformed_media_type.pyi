# Written by `nox -s generate` from src; do not edit.
"""CT001."""

from antiphon.rules.rule import Rule

malformed_media_type: Rule
"""A Content-Type is one `type/subtype` of tokens without a wildcard, and parameters that each stand once.

Chromium 156 takes `html`, `text` and `*/*` for no type at all and guesses from the content, so that text which a
user sent may run as HTML. Of two charset parameters it takes the first."""
