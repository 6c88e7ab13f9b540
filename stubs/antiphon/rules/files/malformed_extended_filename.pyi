# Written by `nox -s generate` from src; do not edit.
"""FL004."""

from antiphon.rules.rule import Rule

malformed_extended_filename: Rule
"""filename* is UTF-8, two apostrophes, and text in percent-escapes, without quotes.

In quotes, without a charset, with one apostrophe or with broken UTF-8, Chromium 156 ignores it and saves the file
under a name of its own."""
