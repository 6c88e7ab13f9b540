# Written by `nox -s generate` from src; do not edit.
"""CK005."""

from antiphon.rules.rule import Rule

control_character_in_cookie: Rule
"""A cookie holds no control character, neither in its name, nor in its value, nor in an attribute.

Both browsers drop the whole cookie, even where the octet stands in an attribute that they do not know; Chromium 156
drops it for a tab as well. CR and LF end the field line, so that the rest of the value becomes a field of its own;
NUL ends the whole response in Chromium."""
