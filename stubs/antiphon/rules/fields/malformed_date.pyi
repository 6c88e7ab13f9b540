# Written by `nox -s generate` from src; do not edit.
"""HD014."""

from antiphon.rules.rule import Rule

malformed_date: Rule
"""A date is an IMF-fixdate that exists, with its own weekday, and Last-Modified is not later than Date.

Browsers guess what other forms mean, each in its own way, and read every time zone as GMT. Caches and HTTP
libraries take a date that they cannot read for none: the resource is fetched in full every time."""
