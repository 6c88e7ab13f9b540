# Written by `nox -s generate` from src; do not edit.
"""Say what a handler, or what it depends on, may send: `@returns(...)` and `@raises(...)`."""

from collections.abc import Callable, Coroutine
from typing import Any, Generic, ParamSpec, TypeAlias, TypeVar, overload

from antiphon.responses import Response
from antiphon.spec import ResponseSpec

P = ParamSpec("P")
R = TypeVar("R", bound=Response[Any, Any])
F = TypeVar("F", bound=Callable[..., Any])
Source: TypeAlias = Callable[..., Response[Any, Any]]

def spec_of(source: Source) -> ResponseSpec:
    """The description of what declares a response."""

def mark_read(handler: Any) -> None:
    """Remember that a framework has read a handler: what is said of it later would be in no document."""

class Raises:
    """The replies that may be raised: a decorator, and a mark in `Annotated`."""

    sources: tuple[Source, ...]

    def __init__(self, sources: tuple[Source, ...]) -> None: ...
    def __call__(self, function: F) -> F:
        """The same function, or class, which says now what it raises. TypeError below: see `mark_read`."""

    def __eq__(self, other: object) -> bool: ...
    def __hash__(self) -> int: ...
    def __repr__(self) -> str: ...

class Returns(Generic[R]):
    """The responses that a handler returns: a decorator."""

    sources: tuple[Source, ...]

    def __init__(self, sources: tuple[Source, ...]) -> None: ...
    @overload
    def __call__(self, handler: Callable[P, Coroutine[Any, Any, R]], /) -> Callable[P, Coroutine[Any, Any, R]]: ...
    @overload
    def __call__(self, handler: Callable[P, R], /) -> Callable[P, R]: ...

def raises(*replies: Callable[..., Response[Any, Any]]) -> Raises:
    """Declare what a handler, or a dependency, raises: above it as `@raises(NotFound)`, or inside of `Annotated`.

    It takes classes of replies and compiled responses, and every operation below has them in its document.
    TypeError for what declares no response.
    """

def returns(*responders: Callable[..., R]) -> Returns[R]:
    """Name the compiled responses that a handler returns: `@returns(created, taken)` above it.

    Their statuses, fields and cookies go into the document, and need not be repeated. Classes of replies may be among
    them. To type checkers the handler returns what these make. TypeError for what declares no response.
    """

def returned_by(handler: Callable[..., Any]) -> tuple[Source, ...]:
    """The responses that `@returns` named above a handler, or above what it wraps."""

def raised_by(function: Callable[..., Any]) -> tuple[Source, ...]:
    """The responses that `@raises` named above a function, or above what it wraps."""

def annotated_by(handler: Callable[..., Any]) -> tuple[tuple[Source, ...], bool]:
    """The responses that a handler's return annotation names, and whether it names nothing else.

    Nothing where its names cannot be looked up at run time.
    """

def name_of_source(source: Source) -> str:
    """The name of a reply or of a compiled response, for messages."""

def checked_sources(called: str, sources: tuple[Source, ...]) -> tuple[Source, ...]:
    """The same sources. Raises TypeError for one that declares no response."""
