# Written by `nox -s generate` from src; do not edit.
"""CK033."""

from antiphon.rules.rule import Rule

domain_outside_the_host: Rule
"""Domain is the response's own host or a parent of it.

Browsers drop a cookie for a child, a sibling or another site (Chromium 156 says InvalidDomain). Silent unless the
site declares its host."""
