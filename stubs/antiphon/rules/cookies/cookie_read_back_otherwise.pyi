# Written by `nox -s generate` from src; do not edit.
"""CK012."""

from antiphon.rules.rule import Rule

cookie_read_back_otherwise: Rule
"""A cookie reads back as it was written.

Browsers give quotes back with the value and never decode percent-escapes, while some servers strip the one and
decode the other. Cookies named like an attribute (`Path`, `Secure`) or with a `$` in front are attributes to
servers that still read RFC 2965."""
