# Written by `nox -s generate` from src; do not edit.
"""CR012."""

from antiphon.rules.rule import Rule

preflight_max_age_not_a_number: Rule
"""Access-Control-Max-Age is a whole number of seconds in digits.

Browsers take anything else for 5 seconds, so that nearly every request pays for a preflight. Chromium caps it at
7200, Firefox at 86400."""
