# Written by `nox -s generate` from src; do not edit.
"""CR009."""

from antiphon.rules.rule import Rule

malformed_cors_list: Rule
"""Access-Control-Allow-Methods, -Allow-Headers and -Expose-Headers are lists of tokens.

One member that is none voids the whole list: the preflight fails in Chromium 156 with
InvalidAllowMethodsPreflightResponse or InvalidAllowHeadersPreflightResponse, and no field is exposed."""
