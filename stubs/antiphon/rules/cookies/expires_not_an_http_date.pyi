# Written by `nox -s generate` from src; do not edit.
"""CK022."""

from antiphon.rules.rule import Rule

expires_not_an_http_date: Rule
"""Expires is an IMF-fixdate: in GMT, from 1601 on, a date that exists, with its own weekday and no leap second.

ISO 8601, epoch numbers and times without seconds are ignored, so the cookie lasts for the session; `+0500` and
`PST` are read as if they were GMT. A year before 1601 deletes the cookie in Chromium 156, where the draft says to
ignore it."""
