# Written by `nox -s generate` from src; do not edit.
"""CK002."""

from antiphon.rules.rule import Rule

cookie_name_not_a_token: Rule
"""A cookie's name is a token.

Chromium 156 stores almost any octet in a name, but drops the cookie for a tab or another control character, and
servers differ in what they read back: the name that was set is not the name that comes in with the next request."""
