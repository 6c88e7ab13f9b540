# Written by `nox -s generate` from src; do not edit.
"""Which part of a pydantic model has no JSON form: what its serializer would refuse, read from its core schema.

The schema is what pydantic builds the serializer from, so aliases of types, generics, custom serializers and computed
fields are all said in it. A node of a kind that is not known here is taken to have a JSON form.
"""

from collections.abc import Iterator

def model_faults(model: type) -> Iterator[tuple[str, str]]:
    """The path within the model and the name of each part that its serializer refuses."""
