# Written by `nox -s generate` from src; do not edit.
"""Text as octets."""

from antiphon.runtime.plan import Content, Recipe

UTF_8: Content
UTF_8_RECIPE: Recipe
