# Written by `nox -s generate` from src; do not edit.
"""HD004."""

from antiphon.rules.rule import Rule

whitespace_around_field_value: Rule
"""A field value neither begins nor ends with a space or a tab.

HTTP/1.1 recipients cut it off, so what arrives is not what was sent. Over HTTP/2 the message is malformed, and
the client resets the stream."""
