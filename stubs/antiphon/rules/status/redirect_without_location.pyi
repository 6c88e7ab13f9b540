# Written by `nox -s generate` from src; do not edit.
"""ST015."""

from antiphon.rules.rule import Rule

redirect_without_location: Rule
"""A 301, 302, 303, 307 or 308 has a Location.

Without one a browser has nowhere to go, and shows an empty page."""
