# Written by `nox -s generate` from src; do not edit.
"""CK020."""

from antiphon.rules.rule import Rule

max_age_not_a_number: Rule
"""Max-Age is a whole number of seconds, in digits alone.

Browsers ignore anything else, so the cookie lasts for the session: seen for `1.5`, `10s`, `"10"` and `1e3`. Some
texts do worse: `+5` deletes the cookie in Chromium 156, and `-`, `--1` and `- 1` delete it in Firefox 153."""
