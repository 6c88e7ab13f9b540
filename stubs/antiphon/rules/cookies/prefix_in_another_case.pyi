# Written by `nox -s generate` from src; do not edit.
"""CK064."""

from antiphon.rules.rule import Rule

prefix_in_another_case: Rule
"""A cookie's prefix is spelt in the standard's case.

Browsers hold the cookie to the prefix in any case, but a server that looks for `__Host-` does not find `__host-`,
and does not know that it can trust the cookie."""
