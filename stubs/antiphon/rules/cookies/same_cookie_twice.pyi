# Written by `nox -s generate` from src; do not edit.
"""CK080."""

from antiphon.rules.rule import Rule

same_cookie_twice: Rule
"""A response sets a cookie once.

Of two cookies with the same name, domain, path and partition the last one wins without a word: a response that sets
and deletes `sid` signs nobody in, or nobody out."""
