# Written by `nox -s generate` from src; do not edit.
"""HD006."""

from antiphon.rules.rule import Rule

non_ascii_field_value: Rule
"""A field value is ASCII.

Octets beyond it mean nothing that both sides agree on: Chromium 156 hands them to scripts as Latin-1, whatever
was meant, and other clients take them for UTF-8 or refuse them. A character beyond U+00FF has no octet at all:
ASGI and WSGI servers write Latin-1, and fail when the response is sent."""
