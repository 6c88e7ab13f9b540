# Written by `nox -s generate` from src; do not edit.
"""CT009."""

from antiphon.rules.rule import Rule

content_without_media_type: Rule
"""A response with content has a Content-Type.

Without one Chromium 156 guesses from the content, and what looks like HTML runs as HTML, scripts of a user's
making included. Beside `X-Content-Type-Options: nosniff` everything is shown as plain text."""
