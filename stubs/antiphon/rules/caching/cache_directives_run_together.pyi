# Written by `nox -s generate` from src; do not edit.
"""CC002."""

from antiphon.rules.rule import Rule

cache_directives_run_together: Rule
"""Cache-Control is a list of directives with commas between them.

With `public max-age=60` and `public; max-age=60` Chromium 156 knows neither directive: nothing is cached, or what
must not be cached is."""
