# Written by `nox -s generate` from src; do not edit.
"""Octets as they are."""

from antiphon.runtime.plan import Content, Recipe

OCTETS: Content
OCTETS_RECIPE: Recipe
