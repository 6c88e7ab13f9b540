# Written by `nox -s generate` from src; do not edit.
"""CK060."""

from antiphon.rules.rule import Rule

secure_prefix_without_secure: Rule
"""A cookie with the __Secure- prefix is Secure.

Browsers drop the whole cookie otherwise (Chromium 156 says InvalidPrefix), whatever the case of the prefix."""
