# Written by `nox -s generate` from src; do not edit.
"""RD001."""

from antiphon.rules.rule import Rule

location_not_a_uri_reference: Rule
"""Location is a URI-reference: ASCII, without spaces, controls and `"<>\\^{|}`, and with whole percent-escapes.

Browsers repair what is wrong, each in its own way: the octet E9 becomes %E9 and the same letter in UTF-8 %C3%A9,
a backslash becomes a slash, a TAB goes away. Other clients fail."""
