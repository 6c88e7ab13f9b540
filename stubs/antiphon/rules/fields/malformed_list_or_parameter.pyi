# Written by `nox -s generate` from src; do not edit.
"""HD010."""

from antiphon.rules.rule import Rule

malformed_list_or_parameter: Rule
"""A list has no empty member, no whitespace stands around the `=` of a parameter, and escapes are needed ones.

Chromium 156 ignores `charset = utf-8` and `max-age = 60`. One empty member is enough for recipients that read the
field as a structured one to drop it whole."""
