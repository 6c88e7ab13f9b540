# Written by `nox -s generate` from src; do not edit.
"""The things that can be described: anything that declares a response, with its name where it has one."""

from typing import Any, NamedTuple

from antiphon.spec import ResponseSpec

class Declared(NamedTuple):
    """A response and its name; the name is empty for a bare spec and a draft."""

    spec: ResponseSpec
    name: str = ""

    @property
    def key(self) -> str:
        """Its key in a Responses Object: the status, or the family of statuses."""

    @property
    def label(self) -> str:
        """The name, or the words of the status where there is none."""

def declared(thing: Any) -> Declared:
    """The response that a spec, a draft, a compiled function or a class of replies declares. Raises TypeError."""
