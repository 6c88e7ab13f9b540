# Written by `nox -s generate` from src; do not edit.
"""CT004."""

from antiphon.rules.rule import Rule

unknown_charset: Rule
"""A charset is a label that browsers know.

For any other, such as utf-32, utf-7 or `'utf-8'` in single quotes, Chromium 156 decodes as windows-1252, and
every letter beyond ASCII turns into two wrong ones. For hz-gb-2312 and its kin it shows U+FFFD and nothing else."""
