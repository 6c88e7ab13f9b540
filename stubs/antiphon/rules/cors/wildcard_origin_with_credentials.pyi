# Written by `nox -s generate` from src; do not edit.
"""CR003."""

from antiphon.rules.rule import Rule

wildcard_origin_with_credentials: Rule
"""Access-Control-Allow-Origin: * does not stand with Access-Control-Allow-Credentials.

A request with credentials fails in Chromium 156 with WildcardOriginNotAllowed, and the script gets nothing."""
