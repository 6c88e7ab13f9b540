# Written by `nox -s generate` from src; do not edit.
"""SF003."""

from antiphon.rules.rule import Rule

not_a_structured_value: Rule
"""A field that is older than structured fields is written so that it reads as one.

The draft lets a recipient read Cache-Control, Vary and their like with the one parser for structured fields. That
parser knows keys in lower case alone: for `Max-Age=60` it fails, and the whole field is lost to that recipient."""
