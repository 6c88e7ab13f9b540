# Written by `nox -s generate` from src; do not edit.
"""AN013."""

from antiphon.rules.rule import Rule

template_not_filled_by_params: Rule
"""Every placeholder of a template fills one segment or value and has one param, and every such param has its place.

A value is percent-encoded into its place, so that it can neither change the origin nor leave its segment. That
holds where a placeholder is the whole of a segment or of a query value; never in a scheme, a host or a fragment."""
