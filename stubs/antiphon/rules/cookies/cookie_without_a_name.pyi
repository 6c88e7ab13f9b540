# Written by `nox -s generate` from src; do not edit.
"""CK001."""

from antiphon.rules.rule import Rule

cookie_without_a_name: Rule
"""A cookie has a name.

Without one there is nothing that every browser agrees on: for a line without "=" Chromium 156 stores the text as a
value without a name and Firefox 153 as a name without a value; `=v` is stored by Chromium and dropped by Firefox."""
