# Written by `nox -s generate` from src; do not edit.
"""CT010."""

from antiphon.rules.rule import Rule

multipart_without_boundary: Rule
"""A multipart type has a boundary of 1 to 70 of the characters that a boundary may hold, not ending in a space.

Without it no recipient can tell where one part ends and the next begins."""
