# Written by `nox -s generate` from src; do not edit.
"""A type as a spec holds it: its name, and the type itself where the spec was built in this process.

A spec is a plain value, so a type is compared and stored by name (`shop.models:User`, `list[shop.models:User]`).
Nothing evaluates such a text: a name that came from a file is looked up, module by module and attribute by attribute,
only when `resolve` is called.
"""

from typing import Any

from antiphon.spec.live_text import LiveText

class TypeName(LiveText):
    """The name of a type. Equal to its text; `resolve()` gives the type."""

    __slots__ = ("_declared", "_type")

    @classmethod
    def of(cls, type_: Any, declared: Any = None) -> TypeName:
        """The name of a live type, which stays attached, and so does the annotation that it was declared by."""

    @property
    def declared(self) -> Any:
        """The annotation with its Annotated, where it was declared in this process; else the type, as `resolve` does.

        No description holds the constraints that Annotated says: they are for whoever makes values.
        """

    def resolve(self) -> Any:
        """The type. Raises LookupError where the name leads nowhere."""
