# Written by `nox -s generate` from src; do not edit.
"""FL002."""

from antiphon.rules.rule import Rule

unquoted_filename: Rule
"""A filename is a token or a quoted string, so a space, comma, semicolon, bracket or `@` stands in quotes only.

For an unquoted comma Chromium 156 fails the download with ERR_RESPONSE_HEADERS_MULTIPLE_CONTENT_DISPOSITION; at a
space or semicolon other clients cut the name."""
