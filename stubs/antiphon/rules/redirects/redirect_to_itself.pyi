# Written by `nox -s generate` from src; do not edit.
"""RD008."""

from antiphon.rules.rule import Rule

redirect_to_itself: Rule
"""A redirect does not lead to the URL that was asked for, as a fragment alone does.

The client asks again and gets the same answer: Chromium 156 gives up after 20 with ERR_TOO_MANY_REDIRECTS."""
