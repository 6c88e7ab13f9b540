# Written by `nox -s generate` from src; do not edit.
"""AN010."""

from antiphon.rules.rule import Rule

set_cookie_as_a_header: Rule
"""A cookie is declared as a cookie, not as a field line.

A fixed line is judged all the same, but has no place in documentation and no deletion that matches it. A line that
a param supplies is an error: whatever stands in it, `; Domain=` included, would be sent unchecked."""
