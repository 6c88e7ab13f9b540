"""Everything that is known of one operation when the application starts: what it returns, and what it may raise."""

from __future__ import annotations

import dataclasses
import inspect
import types
from collections.abc import Callable, Iterator, Sequence
from typing import Annotated, Any, Union, get_args, get_origin

from fastapi.dependencies.models import Dependant
from fastapi.dependencies.utils import get_dependant, get_parameterless_sub_dependant

from antiphon.integrations.annotation import Reading, name_of, position_of
from antiphon.reply.operation import Source, annotated_by, mark_read, raised_by

#: The attribute of a route that has been read.
_CONTRACT = "antiphon_contract"

#: Annotations that say nothing of a value; the second is a class since Python 3.11.
_UNSAID: tuple[Any, ...] = (inspect.Parameter.empty, Any)


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
    mark_read(contract.endpoint)


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


def returned_in_vain(tree: Dependant) -> Iterator[tuple[Callable[..., Any], Source]]:
    """The dependencies that return a reply which nobody looks at, each with that reply.

    FastAPI hands on what a dependency returns, and sends it never. A parameter whose annotation admits the reply may be
    returned by the handler.
    """
    for parent in every(tree):
        for node in parent.dependencies:
            if node.call is not None and not isinstance(node.call, type):
                admitted = _admitted(parent.call, node.name)
                for source in annotated_by(node.call)[0]:
                    if isinstance(source, type) and not any(issubclass(source, one) for one in admitted):
                        yield node.call, source


def _admitted(call: Callable[..., Any] | None, name: str | None) -> tuple[type, ...]:
    """The classes of which a parameter's value may be; every class where its annotation is not understood."""
    if call is None or name is None:
        return ()
    try:
        annotation = inspect.signature(call, eval_str=True).parameters[name].annotation
    except (KeyError, NameError, TypeError, ValueError, AttributeError, SyntaxError):
        return (object,)
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    members = get_args(annotation) if get_origin(annotation) in (Union, types.UnionType) else (annotation,)
    plain = [get_origin(one) or one for one in members]
    return tuple(one if isinstance(one, type) and one not in _UNSAID else object for one in plain)


def raised_in(tree: Dependant) -> tuple[Source, ...]:
    """The replies that the functions of a tree say that they raise."""
    return tuple(
        dict.fromkeys(source for node in every(tree) if node.call is not None for source in raised_by(node.call))
    )
