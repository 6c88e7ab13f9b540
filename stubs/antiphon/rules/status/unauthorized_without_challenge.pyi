# Written by `nox -s generate` from src; do not edit.
"""ST011."""

from antiphon.rules.rule import Rule

unauthorized_without_challenge: Rule
"""A 401 has a WWW-Authenticate field with at least one challenge.

Without a challenge a client knows that it may not pass and not how it could: browsers show no dialogue, and HTTP
libraries never send the credentials that they have."""
