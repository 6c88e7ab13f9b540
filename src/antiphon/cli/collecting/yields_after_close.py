"""Generators that would yield after they are closed: in a `finally`, or where GeneratorExit was caught.

When a client leaves, the generator of its stream is closed: GeneratorExit is raised at the `yield` that it waits at, or
CancelledError at an `await`. An item that comes after that is never sent, and Python raises RuntimeError for it.

The statements of a function are followed along the ways on which the exception has come. Where a condition decides
about a `yield`, nothing is said of it: the condition may be about just that.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from typing import Literal

from antiphon.cli.collecting.source import Source
from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.diagnostics.refusals_of_modules import YIELD_AFTER_CLOSE

#: How a way on which the generator is closed leaves some statements. Ways that raise or return lead nowhere.
Exit = Literal["on", "break", "continue"]
_Function = ast.FunctionDef | ast.AsyncFunctionDef
_NESTED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)

#: The exceptions that close a generator, by the last part of the names that catch them.
_CAUGHT: dict[str, frozenset[str]] = {
    "GeneratorExit": frozenset(("closed",)),
    "CancelledError": frozenset(("cancelled",)),
    "Cancelled": frozenset(("cancelled",)),  # trio's
    "get_cancelled_exc_class": frozenset(("cancelled",)),  # anyio's
    "BaseException": frozenset(("closed", "cancelled")),
}


def yields_after_close(source: Source) -> Iterator[Diagnostic]:
    """The places in the generators of a module, decorated ones left out: a decorator may run them in its own way."""
    for function in ast.walk(source.tree):
        if isinstance(function, _Function) and not function.decorator_list and any(_yields(function.body)):
            for found in _Ways(isinstance(function, ast.AsyncFunctionDef)).found_in(function):
                what = f"{function.name} yields after it was closed: the item is not sent, and RuntimeError is raised"
                yield YIELD_AFTER_CLOSE.found(what, position=source.position(found))


def _yields(nodes: Iterable[ast.AST]) -> Iterator[ast.Yield | ast.YieldFrom]:
    """The yields in some nodes, without those of functions inside them."""
    for node in nodes:
        if isinstance(node, ast.Yield | ast.YieldFrom):
            yield node
        if not isinstance(node, _NESTED):
            yield from _yields(ast.iter_child_nodes(node))


class _Ways:
    """Follows the statements of one generator, and collects what it yields on the ways on which it is closed."""

    def __init__(self, is_async: bool) -> None:  # noqa: FBT001 - a fact about the function
        self._ends = frozenset(("closed", "cancelled")) if is_async else frozenset(("closed",))
        self._found: dict[ast.expr, None] = {}

    def found_in(self, function: _Function) -> list[ast.expr]:
        self._block(function.body, closed=False)
        return list(self._found)

    def _block(self, statements: Iterable[ast.stmt], *, closed: bool) -> set[Exit]:
        left: set[Exit] = set()
        for statement in statements:
            ways = self._statement(statement, closed=closed)
            closed = "on" in ways
            left |= ways - {"on"}
        return left | ({"on"} if closed else set())

    def _statement(self, statement: ast.stmt, *, closed: bool) -> set[Exit]:
        on: set[Exit] = {"on"} if closed else set()
        match statement:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                return on
            case ast.Try() | ast.TryStar():
                return self._try(statement, closed=closed)
            case ast.If():
                return on | self._block(statement.body, closed=False) | self._block(statement.orelse, closed=False)
            case ast.Match():
                return on.union(*(self._block(case.body, closed=False) for case in statement.cases))
            case ast.For() | ast.AsyncFor():
                self._see([statement.iter], closed=closed)
                return self._loop(statement, closed=closed, begins_again=True)
            case ast.While():
                return self._loop(statement, closed=closed, begins_again=_is_endless(statement))
            case ast.With() | ast.AsyncWith():
                self._see(statement.items, closed=closed)
                left = self._block(statement.body, closed=closed)
                return left | ({"on"} if any(_yields(statement.body)) and self._suppresses(statement) else set())
            case _:
                self._see([statement], closed=closed)
        if isinstance(statement, ast.Return | ast.Raise):
            return set()
        if closed and isinstance(statement, ast.Break | ast.Continue):
            return {"break"} if isinstance(statement, ast.Break) else {"continue"}
        return on

    def _loop(self, loop: ast.For | ast.AsyncFor | ast.While, *, closed: bool, begins_again: bool) -> set[Exit]:
        """A loop. `begins_again` says that no condition of its own decides whether it does."""
        left = self._block(loop.body, closed=closed and begins_again)
        again = bool(left & {"on", "continue"})
        if again and begins_again and not closed:
            left |= self._block(loop.body, closed=True)
        ended: set[Exit] = {"on"} if "break" in left else set()
        return ended if _is_endless(loop) else ended | self._block(loop.orelse, closed=closed or again)

    def _try(self, statement: ast.Try | ast.TryStar, *, closed: bool) -> set[Exit]:
        left = self._block(statement.body, closed=closed)
        if statement.orelse:
            left = (left - {"on"}) | self._block(statement.orelse, closed="on" in left)
        ends = self._ends if any(_yields(statement.body)) else frozenset()
        for handler in statement.handlers:
            caught = _caught(handler.type)
            left |= self._block(handler.body, closed=closed or bool(ends & caught))
            ends -= caught
        inside = (*statement.body, *statement.handlers, *statement.orelse)
        # On the way through `finally` the exception goes on, unless a break or a continue there swallows it.
        return left | (self._block(statement.finalbody, closed=closed or any(_yields(inside))) - {"on"})

    def _suppresses(self, statement: ast.With | ast.AsyncWith) -> bool:
        """Whether a `with` swallows what closes the generator: `contextlib.suppress(asyncio.CancelledError)`."""
        return any(
            isinstance(item.context_expr, ast.Call)
            and _last_name(item.context_expr.func) == "suppress"
            and any(self._ends & _caught(argument) for argument in item.context_expr.args)
            for item in statement.items
        )

    def _see(self, nodes: Iterable[ast.AST], *, closed: bool) -> None:
        if closed:
            self._found |= dict.fromkeys(_yields(nodes))


def _is_endless(loop: ast.stmt) -> bool:
    return isinstance(loop, ast.While) and isinstance(loop.test, ast.Constant) and bool(loop.test.value)


def _caught(type_: ast.expr | None) -> frozenset[str]:
    """The exceptions that close a generator, of those that a handler catches."""
    if type_ is None:
        return _CAUGHT["BaseException"]
    if isinstance(type_, ast.Tuple):
        return frozenset().union(*map(_caught, type_.elts))
    return _CAUGHT.get(_last_name(type_.func if isinstance(type_, ast.Call) else type_), frozenset())


def _last_name(expression: ast.expr) -> str:
    if isinstance(expression, ast.Attribute):
        return expression.attr
    return expression.id if isinstance(expression, ast.Name) else ""
