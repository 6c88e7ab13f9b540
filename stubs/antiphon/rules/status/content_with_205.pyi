# Written by `nox -s generate` from src; do not edit.
"""ST003."""

from antiphon.rules.rule import Rule

content_with_205: Rule
"""A 205 has no content.

Browsers drop it. A client that reads no content leaves its octets on the connection, where they are read as the
start of the next response."""
