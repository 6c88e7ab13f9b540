"""The arguments of a call by the parameters that they are for."""

from __future__ import annotations

import ast
from typing import Any, NamedTuple

from antiphon.sources.literals import UNKNOWN, Module
from antiphon.sources.scopes import Scope
from antiphon.sources.unit import Node


class Argument(NamedTuple):
    """An argument: its expression, the node to point at, and its value, UNKNOWN where it cannot be read."""

    expression: ast.expr
    node: Node
    value: Any


class Arguments:
    """The arguments of one call. `hidden` says that there may be more than are seen: `*args` or `**options`."""

    def __init__(self, call: ast.Call, parameters: tuple[str, ...], module: Module, scope: Scope) -> None:
        self.hidden: bool = False
        self._given: dict[str, Argument] = {}
        for number, expression in enumerate(call.args):
            if isinstance(expression, ast.Starred) or number >= len(parameters):
                self.hidden = True
                break
            value = module.literal(expression, scope)
            self._given[parameters[number]] = Argument(expression, expression, value)
        for word in call.keywords:
            if word.arg is None:
                self.hidden = True
            else:
                self._given[word.arg] = Argument(word.value, word, module.literal(word.value, scope))

    def get(self, name: str | None) -> Argument | None:
        """The argument for a parameter; None where there is none to be seen."""
        return self._given.get(name) if name else None

    def keywords(self) -> list[tuple[str, Argument]]:
        """The arguments that are given by name."""
        return [(name, one) for name, one in self._given.items() if isinstance(one.node, ast.keyword)]

    def value(self, name: str | None, default: Any) -> Any:
        """The value for a parameter; the default where nothing is given, UNKNOWN where that is not certain."""
        argument = self.get(name)
        if argument is not None:
            return argument.value
        return UNKNOWN if self.hidden else default


class Pairs(NamedTuple):
    """The field lines of an expression, and whether there may be more of them."""

    lines: list[tuple[str, str | None, ast.expr, ast.expr]]
    more: bool


#: No dictionary is made of others that are made of others more often than this, so none of itself.
_DEEPEST = 20


def pairs(node: ast.expr, module: Module, scope: Scope, within: int = 0) -> Pairs:
    """The names and values of a dictionary or a list of pairs, written there or bound to a name that keeps it."""
    if within > _DEEPEST:
        return Pairs([], more=True)
    if isinstance(node, ast.Constant) and node.value is None:
        return Pairs([], more=False)
    if isinstance(node, ast.Name):
        return _of_name(node, module, scope, within + 1)
    items: list[tuple[ast.expr | None, ast.expr]] = []
    if isinstance(node, ast.Dict):
        items = list(zip(node.keys, node.values, strict=True))
    elif isinstance(node, ast.List | ast.Tuple):
        for pair in node.elts:
            whole = isinstance(pair, ast.Tuple) and len(pair.elts) == 2
            items.append((pair.elts[0], pair.elts[1]) if whole and isinstance(pair, ast.Tuple) else (None, pair))
    else:
        return Pairs([], more=True)
    lines: list[tuple[str, str | None, ast.expr, ast.expr]] = []
    more = False
    for name, value in items:
        if name is None:  # `**others`, or a pair that is not written as one
            inner = pairs(value, module, scope, within + 1) if isinstance(node, ast.Dict) else Pairs([], more=True)
            lines += inner.lines
            more = more or inner.more
            continue
        told = module.literal(name, scope)
        if isinstance(told, str):
            lines.append((told, text(module.literal(value, scope)), name, value))
        else:
            more = True
    return Pairs(_last_ones(lines) if isinstance(node, ast.Dict) else lines, more)


def _of_name(node: ast.Name, module: Module, scope: Scope, within: int) -> Pairs:
    """The pairs of the one dictionary that a name is bound to; they are shown where the name is used."""
    found = module.constant(node.id, scope)
    if found is None or node.id in module.names.changed or isinstance(found[0], ast.Name):
        return Pairs([], more=True)
    return pairs(found[0], module, found[1], within)


def _last_ones(
    lines: list[tuple[str, str | None, ast.expr, ast.expr]],
) -> list[tuple[str, str | None, ast.expr, ast.expr]]:
    """Of a name that a dictionary has twice, the last one counts."""
    last = {line[0]: number for number, line in enumerate(lines)}
    return [line for number, line in enumerate(lines) if last[line[0]] == number]


def text(value: Any) -> str | None:
    """A field value as it is written; None where it is not known."""
    if isinstance(value, bytes):
        return value.decode("latin-1")
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) else None
