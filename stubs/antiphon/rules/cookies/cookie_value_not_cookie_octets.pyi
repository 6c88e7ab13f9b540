# Written by `nox -s generate` from src; do not edit.
"""CK003."""

from antiphon.rules.rule import Rule

cookie_value_not_cookie_octets: Rule
"""A cookie's value is made of cookie-octets, bare or wholly inside one pair of double quotes.

A semicolon ends the value and begins an attribute, so a value that came from a user can add `Domain=` or take
`Secure` away; quotes do not protect it (Chromium 156 stores `n="b;c"` as `"b`). Spaces around a value are stripped.
JSON, inner spaces, commas and UTF-8 are stored, but http.cookies, Tomcat and Go mangle them on the way back, and
Firefox 153 turns octets that are not UTF-8 into U+FFFD."""
