# Written by `nox -s generate` from src; do not edit.
"""CT014."""

from antiphon.rules.rule import Rule

malformed_json_lines: Rule
"""NDJSON and JSON Lines hold one JSON text in UTF-8 a line; in a JSON text sequence RS stands before each text.

A reader takes each line for a text of its own, so JSON that is written over several lines is an error in every
one of them."""
