# Written by `nox -s generate` from src; do not edit.
"""How a step for a typed field adds its line: the generated steps say which field, and hand on what they were given."""

class TypedFields:
    """The base of the generated steps. A draft says where the line goes and what a refusal is."""

    __slots__ = ()
