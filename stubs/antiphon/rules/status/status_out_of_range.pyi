# Written by `nox -s generate` from src; do not edit.
"""ST001."""

from antiphon.rules.rule import Rule

status_out_of_range: Rule
"""A status code is an integer from 100 to 599.

Clients take any other for a server error, or refuse the response. Chromium 156 lets 0, 99, 600 and 1000 through
to scripts, whose tests such as `response.ok` then take neither branch."""
