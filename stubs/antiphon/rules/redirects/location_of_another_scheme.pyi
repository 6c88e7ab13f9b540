# Written by `nox -s generate` from src; do not edit.
"""RD003."""

from antiphon.rules.rule import Rule

location_of_another_scheme: Rule
"""A redirect leads to http, to https, or to an app by a scheme of its own.

Chromium 156 stops at data:, file:, blob:, about: and chrome: with ERR_UNSAFE_REDIRECT, and does nothing for
javascript:. Scripts that fetch get a network error for everything but http and https."""
