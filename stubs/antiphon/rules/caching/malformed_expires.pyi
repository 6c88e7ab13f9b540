# Written by `nox -s generate` from src; do not edit.
"""CC017."""

from antiphon.rules.rule import Rule

malformed_expires: Rule
"""Expires is an IMF-fixdate.

Caches read `0`, `-1` and anything else that is no date as a moment in the past; Chromium 156 reads ISO 8601 and
dates without GMT as well, and others do not. Beside max-age it is ignored."""
