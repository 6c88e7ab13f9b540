# Written by `nox -s generate` from src; do not edit.
"""RD012."""

from antiphon.rules.rule import Rule

malformed_refresh: Rule
"""Refresh is a whole number of seconds, and `; url=` with the target behind it.

Chromium 156 takes `uri=/next` for a path of that name, and ignores a negative number, a missing one, and
javascript: targets."""
