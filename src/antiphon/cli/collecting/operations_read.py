"""Responses that a handler returns or raises and its operation does not declare, and a status that is set in vain.

They are read off the `return` and `raise` statements of handlers and dependencies. No code of the user's runs: what is
called is looked up among the names of the function's module. What may be caught where it is raised is left alone.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from antiphon.cli.collecting.functions_read import bound, functions, is_response, left, looked_up
from antiphon.cli.collecting.source import Source
from antiphon.compiler.operations import Operation
from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.diagnostics.refusals_of_operations import LOST_STATUS, UNDECLARED_RESPONSE
from antiphon.reply.raisable import Raised
from antiphon.responses.conditional import answer

#: The place of the response among the arguments of calls that wrap one; by identity, since a name may be of anything.
_HOLDERS: Final = {id(Raised): 0, id(answer): 1}

_Function = ast.FunctionDef | ast.AsyncFunctionDef


def undeclared_responses(operation: Operation, source_of: Callable[[str], Source | None]) -> Iterator[Diagnostic]:
    """The findings about one operation. `source_of` gives the source of a file, None where it is not to be read."""
    for called in (operation.handler, *operation.dependencies):
        for part in _read(called, source_of):
            yield from part.undeclared(operation, returns=operation.returns and called is operation.handler)
    for called, name in operation.injected:
        for part in _read(called, source_of):
            yield from part.lost_status(operation, name)


class _Part:
    """One function of an operation, as it is written."""

    def __init__(self, function: Any, node: _Function, source: Source) -> None:
        self._node = node
        self._source = source
        self._names = function.__globals__
        self._local = frozenset(bound(node))

    def undeclared(self, operation: Operation, *, returns: bool) -> Iterator[Diagnostic]:
        """The responses that are not declared."""
        for statement, caught in _statements(self._node.body, caught=False):
            if isinstance(statement, ast.Return) and returns:
                yield from self._of(statement.value, "returns", operation)
            elif isinstance(statement, ast.Raise) and not caught:
                yield from self._of(statement.exc, "raises", operation)

    def _of(self, value: ast.expr | None, does: str, operation: Operation) -> Iterator[Diagnostic]:
        match value:
            case ast.IfExp(body=one, orelse=other):
                yield from self._of(one, does, operation)
                yield from self._of(other, does, operation)
            case ast.Call(func=func, args=args):
                made = self._looked_up(func)
                holder = _HOLDERS.get(id(made))
                if holder is not None and len(args) > holder:
                    yield from self._of(args[holder], does, operation)
                elif is_response(made) and not operation.declares(made):
                    name = ast.unparse(func)
                    what = f"{self._node.name} {does} {name} ({made.spec.status}), which its operation does not declare"
                    yield UNDECLARED_RESPONSE.found(
                        f"{what}; it declares {operation.declared()}", position=self._source.position(value)
                    )
            case _:
                pass

    def lost_status(self, operation: Operation, name: str) -> Iterator[Diagnostic]:
        """The statuses that are set on an injected response, and that no reply of the operation has."""
        if not operation.statuses:
            return
        for node in ast.walk(self._node):
            if isinstance(node, ast.Assign) and any(_is_status(target, name) for target in node.targets):
                value = node.value.value if isinstance(node.value, ast.Constant) else self._looked_up(node.value)
                if isinstance(value, int) and value not in operation.statuses:
                    own = ", ".join(map(str, sorted(operation.statuses)))
                    what = f"{self._node.name} sets the status {int(value)} on the injected response"
                    yield LOST_STATUS.found(
                        f"{what}, and the reply that is returned has {own}", position=self._source.position(node)
                    )

    def _looked_up(self, node: ast.expr) -> Any:
        return looked_up(node, self._names, self._local)


def _read(called: Callable[..., Any], source_of: Callable[[str], Source | None]) -> Iterator[_Part]:
    """The function that is called, where its source can be read. A generator returns nothing."""
    function = inspect.unwrap(called)
    code = getattr(function, "__code__", None)
    source = source_of(code.co_filename) if code is not None else None
    for node in functions(source.tree) if source is not None else ():
        first = min([node.lineno, *(one.lineno for one in node.decorator_list)])
        if code is not None and source is not None and first == code.co_firstlineno and node.name == code.co_name:
            yield _Part(function, node, source)


def _statements(body: Iterable[ast.AST], *, caught: bool) -> Iterator[tuple[ast.stmt, bool]]:
    """The `return` and `raise` statements of a function, each with whether an exception is caught there."""
    for node in body:
        if isinstance(node, ast.Return | ast.Raise):
            yield node, caught
        elif isinstance(node, ast.Try | ast.TryStar):
            yield from _statements(node.body, caught=caught or bool(node.handlers))
            yield from _statements([*node.handlers, *node.orelse, *node.finalbody], caught=caught)
        elif isinstance(node, ast.With | ast.AsyncWith):
            guarded = set(left(node)).isdisjoint(node.body)
            yield from _statements(node.body, caught=caught or guarded)
        elif not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.expr):
            yield from _statements(ast.iter_child_nodes(node), caught=caught)


def _is_status(target: ast.expr, name: str) -> bool:
    match target:
        case ast.Attribute(value=ast.Name(id=owner), attr="status_code"):
            return owner == name
        case _:
            return False
