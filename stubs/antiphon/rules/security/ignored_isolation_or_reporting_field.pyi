# Written by `nox -s generate` from src; do not edit.
"""SC015."""

from antiphon.rules.rule import Rule

ignored_isolation_or_reporting_field: Rule
"""Origin-Agent-Cluster is `?1` or `?0`; Reporting-Endpoints gives https URLs to the names that report-to refers to.

Browsers ignore `true` and `1`, and an endpoint that is no https URL in double quotes. Reports to a name that no
endpoint has are lost."""
