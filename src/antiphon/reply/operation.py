"""Say what a handler, or what it depends on, may send: `@returns(...)` and `@raises(...)`."""

from __future__ import annotations

import contextlib
import inspect
import types
from collections.abc import Callable, Coroutine
from typing import Any, Generic, ParamSpec, TypeAlias, TypeVar, Union, get_args, get_origin, overload

from antiphon.builder.return_type import return_type
from antiphon.responses import Response
from antiphon.spec import ResponseSpec

P = ParamSpec("P")
R = TypeVar("R", bound=Response[Any, Any])
F = TypeVar("F", bound=Callable[..., Any])

#: A declared response: a class of replies, or a compiled response. Both are called to make one.
Source: TypeAlias = Callable[..., Response[Any, Any]]

_RETURNS = "antiphon_returns"
_RAISES = "antiphon_raises"
_READ = "antiphon_read"


def spec_of(source: Source) -> ResponseSpec:
    """The description of what declares a response."""
    described: Any = source
    spec: ResponseSpec = described.spec
    return spec


def mark_read(handler: Any) -> None:
    """Remember that a framework has read a handler: what is said of it later would be in no document."""
    with contextlib.suppress(AttributeError, TypeError):  # a method, or an object without attributes
        setattr(handler, _READ, id(handler))  # a wrapper has a copy of it


def _refuse_read(decorator: str, handler: Any) -> None:
    if getattr(handler, _READ, None) == id(handler):
        name = getattr(handler, "__qualname__", repr(handler))
        raise TypeError(f"{name} has been read already: write @{decorator}(...) below the decorator of the route")


class Raises:
    """The replies that may be raised: a decorator, and a mark in `Annotated`."""

    def __init__(self, sources: tuple[Source, ...]) -> None:
        self.sources = sources

    def __call__(self, function: F) -> F:
        """The same function, or class, which says now what it raises. TypeError below: see `mark_read`."""
        _refuse_read("raises", function)
        setattr(function, _RAISES, (*raised_by(function), *self.sources))
        return function

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Raises) and other.sources == self.sources

    def __hash__(self) -> int:
        return hash(self.sources)

    def __repr__(self) -> str:
        return f"raises({', '.join(map(name_of_source, self.sources))})"


class Returns(Generic[R]):
    """The responses that a handler returns: a decorator."""

    def __init__(self, sources: tuple[Source, ...]) -> None:
        self.sources = sources

    @overload
    def __call__(self, handler: Callable[P, Coroutine[Any, Any, R]], /) -> Callable[P, Coroutine[Any, Any, R]]: ...
    @overload
    def __call__(self, handler: Callable[P, R], /) -> Callable[P, R]: ...
    def __call__(self, handler: Any, /) -> Any:
        """The same handler, which says now what it returns. TypeError as for `raises`."""
        _refuse_read("returns", handler)
        setattr(handler, _RETURNS, self.sources)
        return handler


def raises(*replies: Callable[..., Response[Any, Any]]) -> Raises:
    """Declare what a handler, or a dependency, raises: above it as `@raises(NotFound)`, or inside of `Annotated`.

    It takes classes of replies and compiled responses, and every operation below has them in its document.
    TypeError for what declares no response.
    """
    return Raises(checked_sources("raises", replies))


def returns(*responders: Callable[..., R]) -> Returns[R]:
    """Name the compiled responses that a handler returns: `@returns(created, taken)` above it.

    Their statuses, fields and cookies go into the document, and need not be repeated. Classes of replies may be among
    them. To type checkers the handler returns what these make. TypeError for what declares no response.
    """
    return Returns(checked_sources("returns", responders))


def returned_by(handler: Callable[..., Any]) -> tuple[Source, ...]:
    """The responses that `@returns` named above a handler, or above what it wraps."""
    return _said(handler, _RETURNS)


def raised_by(function: Callable[..., Any]) -> tuple[Source, ...]:
    """The responses that `@raises` named above a function, or above what it wraps."""
    return _said(function, _RAISES)


def annotated_by(handler: Callable[..., Any]) -> tuple[tuple[Source, ...], bool]:
    """The responses that a handler's return annotation names, and whether it names nothing else.

    Nothing where its names cannot be looked up at run time.
    """
    try:
        annotation = return_type(inspect.unwrap(handler))
    except (KeyError, NameError, TypeError, AttributeError):  # none, or names that only type checkers see
        return (), False
    union = get_origin(annotation) in (Union, types.UnionType)
    members = get_args(annotation) if union else (annotation,)
    named = tuple(member for member in members if isinstance(getattr(member, "spec", None), ResponseSpec))
    return named, len(named) == len(members)


def _said(function: Any, mark: str) -> tuple[Source, ...]:
    found: tuple[Source, ...] = getattr(function, mark, ())
    while not found:
        below = getattr(function, "__wrapped__", None) or getattr(function, "func", None)  # functools.partial
        if below is None:
            # Of a class its constructor is called, of an object the method that makes it a function.
            called = getattr(function, "__init__") if isinstance(function, type) else type(function).__call__  # noqa: B009 - to mypy it is unsound
            return getattr(called, mark, ())
        function = below
        found = getattr(function, mark, ())
    return found


def name_of_source(source: Source) -> str:
    """The name of a reply or of a compiled response, for messages."""
    return str(getattr(source, "__name__", source))


def checked_sources(called: str, sources: tuple[Source, ...]) -> tuple[Source, ...]:
    """The same sources. Raises TypeError for one that declares no response."""
    for source in sources:
        if not isinstance(getattr(source, "spec", None), ResponseSpec):
            what = f"{called}: {name_of_source(source)} declares no response"
            raise TypeError(f"{what}; give classes of replies or compiled responses")
    return sources
