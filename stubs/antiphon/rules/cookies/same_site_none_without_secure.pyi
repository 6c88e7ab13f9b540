# Written by `nox -s generate` from src; do not edit.
"""CK052."""

from antiphon.rules.rule import Rule

same_site_none_without_secure: Rule
"""A cookie with SameSite=None is Secure.

Browsers drop the whole cookie, on http://localhost too: the user is signed out and nothing is logged.
Chromium 156 says SameSiteNoneInsecure; Firefox 153 does not store it either."""
