# Written by `nox -s generate` from src; do not edit.
"""Which part of a type has no JSON form.

Types are walked, values never: what `antiphon.runtime.content.json` can encode, msgspec's own types and pydantic's
models among them, has a JSON form. A type that says too little (`Any`, `object`, an abstract class, a name that leads
nowhere) is left to the request.
"""

from typing import Any, NamedTuple

class Fault(NamedTuple):
    """A part without a JSON form: how to get there from the type, and the name of what stands there."""

    path: str
    type_name: str

def faults(type_: Any) -> tuple[Fault, ...]:
    """Every part of a type that has no JSON form; empty where all of it has one, or may have one.

    A class is looked into once, so a fault inside it is told with the shortest way to it.
    """
