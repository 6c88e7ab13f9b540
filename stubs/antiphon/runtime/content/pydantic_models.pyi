# Written by `nox -s generate` from src; do not edit.
"""Pydantic models whose fields msgspec prints in the same octets as pydantic, and sooner.

A model is taken only where its core schema proves it plain: whatever could say its JSON in another way (a serializer, a
computed field, `exclude`, extra fields, a `ser_json_*` setting, an unknown type) leaves it to pydantic. So does each
value that the two print differently, which the generated function looks for. Pydantic's word is final: `fallback` is
called wherever there is doubt. docs/decisions/0040-plain-models.md has the list and the figures.

Part of the run time: pydantic is not imported here.
"""

from collections.abc import Callable
from typing import Any

Fallback = Callable[[Any], bytes]

def plain_encoder(model: type, *, many: bool, fallback: Fallback) -> Fallback | None:
    """What prints a model (or, with `many`, a list of them) in pydantic's octets; None where nothing proves it plain.

    Content that is not exactly of the class, and values that the two print differently, go to `fallback`.
    """

def models_within(type_: Any) -> set[type]:
    """The pydantic models that stand somewhere in a type that msgspec describes."""
