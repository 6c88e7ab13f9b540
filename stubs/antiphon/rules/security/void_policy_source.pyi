# Written by `nox -s generate` from src; do not edit.
"""SC007."""

from antiphon.rules.rule import Rule

void_policy_source: Rule
"""A policy has each directive once, 'none' alone, and nonces and hashes in base64.

The second directive of a name is ignored, and so is 'none' beside another source: with `'none' 'unsafe-inline'`
Chromium 156 ran inline scripts. 'unsafe-inline' is ignored beside a nonce or hash; with 'strict-dynamic' it is the
known fallback for browsers of old, and not judged."""
