# Written by `nox -s generate` from src; do not edit.
"""ST007."""

from antiphon.rules.rule import Rule

interim_status_as_final: Rule
"""A 1xx has no content and is followed by a final response; a 101 names in Upgrade what it switches to.

A client that gets a 1xx goes on waiting. Chromium 156 ends with ERR_RESPONSE_HEADERS_TRUNCATED, or with
ERR_EMPTY_RESPONSE, when nothing follows."""
