# Written by `nox -s generate` from src; do not edit.
"""CK050."""

from antiphon.rules.rule import Rule

secure_cookie_over_plain_http: Rule
"""A Secure cookie is set over HTTPS, or on this very machine.

Browsers drop the whole cookie on http:// (Chromium 156 says SecureOnly), but for localhost, *.localhost, 127.0.0.1
and [::1]. Silent unless the site declares its scheme; a warning where it does not declare its host, which may be a
loopback one."""
