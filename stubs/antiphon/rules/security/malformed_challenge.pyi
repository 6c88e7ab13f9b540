# Written by `nox -s generate` from src; do not edit.
"""SC018."""

from antiphon.rules.rule import Rule

malformed_challenge: Rule
"""A challenge is a scheme, and parameters that each stand once; realm is quoted, and Basic has the charset UTF-8.

Clients that find a challenge malformed do not answer it: no dialogue is shown and no credentials are sent. For a
realm without quotes most of them make do."""
