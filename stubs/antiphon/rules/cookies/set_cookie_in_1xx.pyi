# Written by `nox -s generate` from src; do not edit.
"""CK085."""

from antiphon.rules.rule import Rule

set_cookie_in_1xx: Rule
"""An interim response sets no cookie.

Browsers ignore Set-Cookie in 100, 102 and 103, and take it in every other status, whether 204, 304, a redirect or
an error."""
