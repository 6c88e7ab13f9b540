# Written by `nox -s generate` from src; do not edit.
"""CK081."""

from antiphon.rules.rule import Rule

same_name_in_two_scopes: Rule
"""A response has one cookie of each name.

Two of them with different domains, paths or partitions are both stored and both sent back, the longest path first,
and most servers read one of the two. The draft forbids it; RFC 6265 advises against it, and moving a cookie to
another scope may need it."""
