# Written by `nox -s generate` from src; do not edit.
"""CT005."""

from antiphon.rules.rule import Rule

text_without_charset: Rule
"""A text/* response names its charset, unless its type or its content settles it.

Browsers decode text without one as windows-1252: in Chromium 156 an `é` in UTF-8 is shown as `Ã©`."""
