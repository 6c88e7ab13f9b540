# Written by `nox -s generate` from src; do not edit.
"""Octets as they are."""

from antiphon.plan import Content, Recipe

OCTETS: Content
OCTETS_RECIPE: Recipe
