# Written by `nox -s generate` from src; do not edit.
"""SC009."""

from antiphon.rules.rule import Rule

unknown_referrer_policy: Rule
"""Referrer-Policy is a list of policies that browsers know; the last one counts.

For `never`, `none` or `no-referrer;` Chromium 156 falls back to its default, and URLs with what they hold go to
other sites. A policy that it does not know is passed over for the one in front of it."""
