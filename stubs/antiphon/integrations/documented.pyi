# Written by `nox -s generate` from src; do not edit.
"""Put declared responses into an OpenAPI document that a framework wrote."""

from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from antiphon.reply.operation import Source

METHODS: Final[tuple[str, ...]]

class Documented(NamedTuple):
    """One operation: its path in the document and method, and the responses that its handler names."""

    path: str
    method: str
    sources: tuple[Source, ...]
    replaces: frozenset[str] = frozenset(("200", "201", "204", "default"))
    """The statuses that the framework wrote by itself for a handler that declares none."""

def document(made: dict[str, Any], operations: Iterable[Documented]) -> dict[str, Any]:
    """The same document, changed in place: each operation has the responses that are declared, and their components.

    What the framework documents of other statuses, such as a request that is not valid, stays. A schema whose name the
    framework gave to another one gets a number.
    """

def names_beside(definitions: Mapping[str, Any], theirs: Mapping[str, Any]) -> dict[str, str]:
    """The name of each definition: its own, unless the framework has another schema of that name."""

def renamed(part: Any, names: Mapping[str, str]) -> Any:
    """A schema whose references have the names of the document."""

def braced(rule: str) -> str:
    """A path of Werkzeug's, Django's or Sanic's form, `/users/<int:id>`, as OpenAPI writes it."""
