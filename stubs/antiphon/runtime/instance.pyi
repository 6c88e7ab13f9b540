# Written by `nox -s generate` from src; do not edit.
"""The class whose instances compiled responses are: a subclass of the concrete one with a constructor in C.

HOT. A msgspec Struct is made in a third of the time of a Python `__init__`, but cannot be declared with a base that has
one, and FastAPI needs a real subclass. So the Struct is declared alone and given its base afterwards, which CPython
allows since the two lay out their instances alike. Where it does not, a plain subclass does the same more slowly.
docs/decisions/0007-instances.md has the figures.
"""

def instance_class(response: type) -> type:
    """The subclass of a concrete response class that compiled responses are made of, called with its four fields."""
