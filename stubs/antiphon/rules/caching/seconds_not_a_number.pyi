# Written by `nox -s generate` from src; do not edit.
"""CC001."""

from antiphon.rules.rule import Rule

seconds_not_a_number: Rule
"""max-age, s-maxage, stale-while-revalidate and stale-if-error take whole seconds in digits, without quotes.

Chromium 156 does not cache with `max-age="60"`, `60.5`, `+60`, `60s` or `= 60`: every request goes to the server."""
