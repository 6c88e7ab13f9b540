# Written by `nox -s generate` from src; do not edit.
"""FL003."""

from antiphon.rules.rule import Rule

non_ascii_filename: Rule
"""A file name beyond ASCII stands in filename*, in UTF-8 and percent-escapes.

In filename, Chromium 156 lost a name in Latin-1 altogether, and guessed one in UTF-8; other clients show two wrong
letters for each. filename* wins wherever it stands."""
