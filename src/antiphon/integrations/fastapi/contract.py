"""Everything that is known of one operation when the application starts: what it returns, and what it may raise."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from fastapi.dependencies.models import Dependant
from fastapi.dependencies.utils import get_dependant, get_parameterless_sub_dependant

from antiphon.integrations.annotation import Reading, name_of, position_of
from antiphon.reply.operation import Source, raised_by

#: The attribute of a route that has been read.
_CONTRACT = "antiphon_contract"


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
    watched: bool = False
    """Whether what dependencies did beside the handler becomes part of what it returns."""

    @property
    def has_model(self) -> bool:
        """Whether FastAPI documents a response model, or something of its own, beside what is declared."""
        return not self.reading.has_responses or self.reading.has_model

    @property
    def name(self) -> str:
        """The handler's name, for messages."""
        return name_of(self.endpoint)

    @property
    def place(self) -> str:
        """The handler's name, file and line."""
        position = position_of(self.endpoint)
        return f"{self.name} ({position.file}:{position.line})" if position else self.name

    def sources(self) -> tuple[Source, ...]:
        """Whatever is declared, each once: returned first, then raised."""
        return tuple(dict.fromkeys([*self.reading.sources, *self.raises]))


def contract_of(route: Any) -> Contract | None:
    """The contract of a route that has been read; None for any other."""
    found: Contract | None = getattr(route, _CONTRACT, None)
    return found


def keep(contract: Contract, route: Any) -> None:
    """Let a route have a contract. Several routes may have one handler."""
    setattr(route, _CONTRACT, contract)


def dependencies_of(path: str, endpoint: Callable[..., Any], dependencies: Sequence[Any]) -> Dependant:
    """The tree of what is called for one operation, as FastAPI builds it."""
    tree = get_dependant(path=path, call=endpoint)
    for depends in dependencies:
        tree.dependencies.append(get_parameterless_sub_dependant(depends=depends, path=path))
    return tree


def every(tree: Dependant) -> Iterator[Dependant]:
    """A tree's nodes, itself first."""
    yield tree
    for below in tree.dependencies:
        yield from every(below)


def raised_in(tree: Dependant) -> tuple[Source, ...]:
    """The replies that the functions of a tree say that they raise."""
    return tuple(
        dict.fromkeys(source for node in every(tree) if node.call is not None for source in raised_by(node.call))
    )
