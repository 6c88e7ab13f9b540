# Written by `nox -s generate` from src; do not edit.
"""SC016."""

from antiphon.rules.rule import Rule

malformed_client_hints: Rule
"""Accept-CH is a structured List of tokens, sent over https.

For a space instead of a comma, an empty member, quotes or parentheses Chromium 156 sends no hint at all. Over http
it ignores the field."""
