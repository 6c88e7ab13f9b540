# Written by `nox -s generate` from src; do not edit.
"""CK082."""

from antiphon.rules.rule import Rule

set_cookie_joined_with_commas: Rule
"""Every cookie has a Set-Cookie line of its own.

Set-Cookie is the one field whose lines must not be joined: browsers store `a=1, b=2` as one cookie `a` with the
value `1, b=2`, and the other cookies are lost."""
