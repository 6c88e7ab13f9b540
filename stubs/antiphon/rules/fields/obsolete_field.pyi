# Written by `nox -s generate` from src; do not edit.
"""HD017."""

from antiphon.rules.rule import Rule

obsolete_field: Rule
"""A field that no client reads any more is left out.

It costs octets in every response, and whoever reads the declaration believes that it protects. The exception is
`X-XSS-Protection: 0`, which switches the old filter off where it still exists."""
