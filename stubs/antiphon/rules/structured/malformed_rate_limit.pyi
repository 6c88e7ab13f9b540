# Written by `nox -s generate` from src; do not edit.
"""SF013."""

from antiphon.rules.rule import Rule

malformed_rate_limit: Rule
"""RateLimit and RateLimit-Policy are lists of named policies, each with what is left (r) or what there is (q).

`50` and `limit=100, remaining=50` are forms of older drafts. Clients that read the list ignore them, and run into
429 instead of slowing down."""
