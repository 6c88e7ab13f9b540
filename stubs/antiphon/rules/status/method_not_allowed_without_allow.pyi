# Written by `nox -s generate` from src; do not edit.
"""ST013."""

from antiphon.rules.rule import Rule

method_not_allowed_without_allow: Rule
"""A 405 lists in Allow the methods that the resource has, even where it has none at all.

Without the list a client can only guess, and tools that read it show a resource without methods."""
