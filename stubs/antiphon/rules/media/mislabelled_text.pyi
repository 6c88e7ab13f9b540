# Written by `nox -s generate` from src; do not edit.
"""CT006."""

from antiphon.rules.rule import Rule

mislabelled_text: Rule
"""JSON is one JSON text in UTF-8 without a byte order mark or charset; any text is in the charset that it names.

`fetch().json()` decodes as UTF-8 whatever the charset says, while a navigation obeys it, so one of them shows wrong
letters. Chromium 156 fails on JSON in UTF-16. NaN and Infinity are no JSON, and most parsers refuse them."""
