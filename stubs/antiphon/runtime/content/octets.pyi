# Written by `nox -s generate` from src; do not edit.
"""Octets as they are."""

from typing import TypeAlias

from antiphon.runtime.plan import Content, Recipe

Octets: TypeAlias = bytes | bytearray | memoryview
OCTETS: Content
OCTETS_RECIPE: Recipe
