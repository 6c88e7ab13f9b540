# Written by `nox -s generate` from src; do not edit.
"""CR007."""

from antiphon.rules.rule import Rule

literal_wildcard_with_credentials: Rule
"""Where credentials are allowed, methods and field names are listed one by one.

For a request with credentials `*` is the name of a method or field like any other, and no request has one of that
name: Chromium 156 fails the preflight, or hides every field from the script."""
