# Written by `nox -s generate` from src; do not edit.
"""SF003."""

from antiphon.rules.rule import Rule

not_a_structured_value: Rule
"""A field that is older than structured fields is written so that it reads as one.

Proxies and libraries have begun to read Cache-Control, Vary and their like with one parser for all. It knows keys
in lower case alone, and drops the whole field for `Max-Age=60`."""
