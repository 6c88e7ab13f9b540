# Written by `nox -s generate` from src; do not edit.
"""Everything that is known of one operation when the application starts: what it returns, and what it may raise."""

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from fastapi.dependencies.models import Dependant

from antiphon.integrations.annotation import Reading
from antiphon.reply.operation import Source

@dataclasses.dataclass(slots=True, eq=False)
class Contract:
    """One operation's possible responses."""

    endpoint: Callable[..., Any]
    """The handler as the user wrote it."""
    reading: Reading
    given: dict[int | str, dict[str, Any]]
    """The decorator's own `responses=`."""
    raises: tuple[Source, ...] = ()
    """The replies that the handler and its dependencies raise."""
    tree: Dependant | None = None
    """The functions that are called for the operation."""
    watched: bool = False
    """Whether what dependencies did beside the handler becomes part of what it returns."""

    @property
    def has_model(self) -> bool:
        """Whether FastAPI documents a response model, or something of its own, beside what is declared."""

    @property
    def name(self) -> str:
        """The handler's name, for messages."""

    @property
    def place(self) -> str:
        """The handler's name, file and line."""

    def sources(self) -> tuple[Source, ...]:
        """Whatever is declared, each once: returned first, then raised."""

def contract_of(route: Any) -> Contract | None:
    """The contract of a route that has been read; None for any other."""

def keep(contract: Contract, route: Any) -> None:
    """Let a route have a contract. Several routes may have one handler."""

def dependencies_of(path: str, endpoint: Callable[..., Any], dependencies: Sequence[Any]) -> Dependant:
    """The tree of what is called for one operation, as FastAPI builds it."""

def every(tree: Dependant) -> Iterator[Dependant]:
    """A tree's nodes, itself first."""

def returned_in_vain(tree: Dependant) -> Iterator[tuple[Callable[..., Any], Source]]:
    """The dependencies that return a reply which nobody looks at, each with that reply.

    FastAPI hands on what a dependency returns, and sends it never. A parameter whose annotation admits the reply may be
    returned by the handler.
    """

def raised_in(tree: Dependant) -> tuple[Source, ...]:
    """The replies that the functions of a tree say that they raise."""
