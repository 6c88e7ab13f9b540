# Written by `nox -s generate` from src; do not edit.
"""CK040."""

from antiphon.rules.rule import Rule

path_without_leading_slash: Rule
"""Path begins with a slash.

Browsers ignore any other Path, quoted ones included, and take the directory of the request's URL instead: the
cookie is sent to fewer pages than was meant, or to others."""
