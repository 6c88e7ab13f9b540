# Written by `nox -s generate` from src; do not edit.
"""CC005."""

from antiphon.rules.rule import Rule

contradictory_cache_directives: Rule
"""No Cache-Control directive takes away what another one gives.

In Chromium 156 no-store wins over max-age, so the response is fetched every time; and immutable and
stale-while-revalidate do nothing where no lifetime says what fresh means."""
