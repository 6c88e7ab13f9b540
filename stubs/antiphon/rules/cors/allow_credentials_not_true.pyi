# Written by `nox -s generate` from src; do not edit.
"""CR004."""

from antiphon.rules.rule import Rule

allow_credentials_not_true: Rule
"""Access-Control-Allow-Credentials is `true`, in lower case, or absent.

For `True`, `1` or `"true"` a request with credentials fails in Chromium 156 with InvalidAllowCredentials. `false`
says no more than its absence does."""
