# Written by `nox -s generate` from src; do not edit.
"""CK062."""

from antiphon.rules.rule import Rule

http_prefix_without_http_only: Rule
"""A cookie with the __Http- prefix is Secure and HttpOnly.

Chromium 156 and Firefox 153 drop the whole cookie otherwise. The prefix promises that no script has set it."""
