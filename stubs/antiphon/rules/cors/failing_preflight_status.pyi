# Written by `nox -s generate` from src; do not edit.
"""CR011."""

from antiphon.rules.rule import Rule

failing_preflight_status: Rule
"""The answer to a preflight has a status from 200 to 299.

With a redirect, a 304, a 4xx or a 5xx the preflight fails in Chromium 156 whatever the fields say, and the
request itself is never sent. It is an error where the spec says that it answers OPTIONS; where it says nothing, the
fields of a preflight do nothing, and do no harm."""
