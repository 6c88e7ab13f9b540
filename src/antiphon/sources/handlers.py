"""Handlers that return what their framework does not take for a response: a status beside the content, or a class."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from typing import Final

from antiphon.diagnostics.source_faults import TUPLE, WRONG_ARGUMENT
from antiphon.sources.literals import UNKNOWN, Module
from antiphon.sources.scopes import Scope
from antiphon.sources.tables import Framework, Handlers
from antiphon.sources.unit import Fault

Function = ast.FunctionDef | ast.AsyncFunctionDef
_NESTED: Final = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)


def handler_faults(module: Module, frameworks: Sequence[Framework]) -> Iterator[tuple[Fault, str]]:
    """The faults of every handler of a module, each with the handler's name."""
    rows = [one.handlers for one in frameworks if one.handlers is not None]
    classes = {name for one in frameworks for name, row in one.responses.items() if name[-1] != ")" and row.is_class}
    for node, scope in module.names.scopes.items():
        if not isinstance(node, Function):
            continue
        for row in rows:
            if _is_handler(node, scope, row, module):
                found = _of_handler(node, scope, row, classes, module)
                yield from ((fault, node.name) for fault in found)


def _is_handler(function: Function, scope: Scope, row: Handlers, module: Module) -> bool:
    around = scope.parent or scope
    for decorator in function.decorator_list:
        called = decorator.func if isinstance(decorator, ast.Call) else decorator
        if (module.dotted(called, around) or "") in row.decorators:
            return True
    if function.name not in row.methods or scope.owner is None:
        return False
    outer = around.parent or around
    return any((module.dotted(base, outer) or "") in row.bases for base in scope.owner.bases)


def _of_handler(function: Function, scope: Scope, row: Handlers, classes: set[str], module: Module) -> Iterator[Fault]:
    meant = ast.unparse(function.returns).lower() if function.returns is not None else ""
    for returned in _returns(function):
        value = returned.value
        if isinstance(value, ast.Tuple) and "tuple" not in meant and _has_status(value, module, scope):
            yield Fault(TUPLE, f"the status is not taken from beside the content: {row.takes_tuple_for}", value)
        elif isinstance(value, ast.Name | ast.Attribute) and (module.dotted(value, scope) or "") in classes:
            yield Fault(WRONG_ARGUMENT, "the class is returned, and not a response: the request fails", value)


def _has_status(value: ast.Tuple, module: Module, scope: Scope) -> bool:
    """Whether the second part of a pair can be nothing but a status: an error's number, or a name that says so."""
    if len(value.elts) != 2 or isinstance(value.elts[0], ast.Starred):
        return False
    second = value.elts[1]
    told = module.literal(second, scope)
    if told is UNKNOWN or isinstance(told, bool) or not isinstance(told, int):
        return False
    named = isinstance(second, ast.Attribute) and 200 <= told <= 599
    content = isinstance(value.elts[0], ast.Dict | ast.List | ast.Call | ast.Constant)
    return named or (content and (400 <= told <= 599 or told in (201, 202, 204)))


def _returns(function: Function) -> Iterator[ast.Return]:
    todo: list[ast.AST] = list(function.body)
    while todo:
        one = todo.pop()
        if isinstance(one, ast.Return):
            yield one
        elif not isinstance(one, _NESTED):
            todo += ast.iter_child_nodes(one)
