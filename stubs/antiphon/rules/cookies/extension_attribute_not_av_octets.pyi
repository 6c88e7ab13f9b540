# Written by `nox -s generate` from src; do not edit.
"""CK006."""

from antiphon.rules.rule import Rule

extension_attribute_not_av_octets: Rule
"""A further attribute has a name, and is written in ASCII without a semicolon.

A semicolon begins another attribute, so the text after it takes effect: `Note=x; Domain=example.com` widens the
cookie. Everything outside ASCII is outside the grammar. This rule is antiphon's own and not in the catalogue that
the other codes come from: only a cookie with extension attributes can break it."""
