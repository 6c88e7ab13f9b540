"""The names of a module: where each is bound, and to what. Nothing is imported."""

from __future__ import annotations

import ast
import dataclasses
from collections.abc import Iterator
from typing import TypeAlias

Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
#: Methods that change a dictionary or a list.
_CHANGING = frozenset({
    *("append", "clear", "extend", "insert", "pop", "popitem", "remove", "reverse", "setdefault", "sort", "update")
})  # fmt: skip


@dataclasses.dataclass(frozen=True, slots=True)
class Imported:
    """A name that an import binds, to a module or to an attribute of one."""

    dotted: str


@dataclasses.dataclass(frozen=True, slots=True)
class Assigned:
    """A name that one plain assignment binds. `annotation` is what is declared beside it."""

    value: ast.expr | None
    annotation: ast.expr | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a function, by its number among the positional ones (-1 for keyword-only ones)."""

    name: str
    function: Function
    number: int
    annotation: ast.expr | None


@dataclasses.dataclass(frozen=True, slots=True)
class Defined:
    """A name that a function statement binds."""

    function: ast.FunctionDef | ast.AsyncFunctionDef


@dataclasses.dataclass(frozen=True, slots=True)
class Elsewise:
    """A name that a loop, a `with`, a class statement or anything else binds: nothing is known of it."""


Binding: TypeAlias = Imported | Assigned | Parameter | Defined | Elsewise
_ELSEWISE = Elsewise()


@dataclasses.dataclass(slots=True)
class Scope:
    """One scope. `owner` is the class statement around a method."""

    node: ast.AST
    parent: Scope | None = None
    owner: ast.ClassDef | None = None
    bindings: dict[str, list[Binding]] = dataclasses.field(default_factory=dict)

    def bind(self, name: str, binding: Binding) -> None:
        """One more binding of a name."""
        self.bindings.setdefault(name, []).append(binding)

    def where(self, name: str) -> Scope | None:
        """The scope that a name is found in. The names of a class are not seen from the functions inside."""
        scope: Scope | None = self
        while scope is not None:
            if name in scope.bindings and (scope is self or not isinstance(scope.node, ast.ClassDef)):
                return scope
            scope = scope.parent
        return None


class Names:
    """The scopes of a module, by the nodes that make them: the module, its classes and functions.

    A comprehension is part of the scope around it: its names are bound there to nothing that is known. `changed` has
    the names that are used to change a dictionary or a list in place, anywhere in the module.
    """

    def __init__(self, tree: ast.Module) -> None:
        self.scopes: dict[ast.AST, Scope] = {}
        self.changed: set[str] = set()
        self._enter(tree, None, None)

    def _enter(self, node: ast.AST, parent: Scope | None, owner: ast.ClassDef | None) -> None:
        scope = self.scopes[node] = Scope(node, parent, owner)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            _parameters(node, scope)
        inner: list[ast.AST] = []
        todo = list(reversed(_children(node)))
        while todo:
            one = todo.pop()
            self._bind(one, scope)
            if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda):
                inner.append(one)
                todo += reversed(_outside(one))
            else:
                todo += reversed(list(ast.iter_child_nodes(one)))
        for one in inner:
            self._enter(one, scope, node if isinstance(node, ast.ClassDef) else None)

    def _bind(self, node: ast.AST, scope: Scope) -> None:
        if isinstance(node, ast.Import | ast.ImportFrom):
            for name, dotted in _imported(node):
                scope.bind(name, Imported(dotted))
        elif isinstance(node, ast.Assign) and all(isinstance(target, ast.Name) for target in node.targets):
            for target in node.targets:
                assert isinstance(target, ast.Name)  # noqa: S101 - asked for above
                scope.bind(target.id, Assigned(node.value))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            scope.bind(node.target.id, Assigned(node.value, node.annotation))
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            scope.bind(node.name, _ELSEWISE if isinstance(node, ast.ClassDef) else Defined(node))
        elif isinstance(node, ast.Global | ast.Nonlocal):
            for name in node.names:
                _outer(scope, name, module=isinstance(node, ast.Global)).bind(name, _ELSEWISE)
        elif isinstance(node, ast.ExceptHandler | ast.MatchAs | ast.MatchStar) and node.name:
            scope.bind(node.name, _ELSEWISE)
        else:
            self._bind_in_expression(node, scope)

    def _bind_in_expression(self, node: ast.AST, scope: Scope) -> None:
        """Targets of loops, `with`, `:=`, unpacking and `+=`; and what changes a value in place."""
        for target in _targets(node):
            for part in ast.walk(target):
                if isinstance(part, ast.Name):
                    scope.bind(part.id, _ELSEWISE)
        written = isinstance(node, ast.Subscript) and not isinstance(node.ctx, ast.Load)
        if written or (isinstance(node, ast.Attribute) and node.attr in _CHANGING):
            changed = getattr(node, "value", None)
            if isinstance(changed, ast.Name):
                self.changed.add(changed.id)


def _targets(node: ast.AST) -> list[ast.expr]:
    if isinstance(node, ast.For | ast.AsyncFor | ast.comprehension | ast.AugAssign | ast.NamedExpr):
        return [node.target]
    if isinstance(node, ast.withitem):
        return [node.optional_vars] if node.optional_vars else []
    if isinstance(node, ast.Delete):
        return [target for target in node.targets if isinstance(target, ast.Name)]
    if isinstance(node, ast.Assign):  # unpacking, or a mixture
        return [part for target in node.targets for part in _bound(target)]
    return []


def _bound(target: ast.expr) -> list[ast.expr]:
    """The names among the targets of an assignment; `a.b = ...` and `a[0] = ...` bind none."""
    if isinstance(target, ast.Tuple | ast.List):
        return [name for part in target.elts for name in _bound(part)]
    if isinstance(target, ast.Starred):
        return _bound(target.value)
    return [target] if isinstance(target, ast.Name) else []


def _outer(scope: Scope, name: str, *, module: bool) -> Scope:
    """The scope that `global` or `nonlocal` means."""
    outer = scope
    while outer.parent is not None:
        outer = outer.parent
        if not module and name in outer.bindings:
            break
    return outer


def _parameters(node: Function, scope: Scope) -> None:
    positional = [*node.args.posonlyargs, *node.args.args]
    for number, one in enumerate(positional):
        scope.bind(one.arg, Parameter(one.arg, node, number, one.annotation))
    for one in node.args.kwonlyargs:
        scope.bind(one.arg, Parameter(one.arg, node, -1, one.annotation))
    for rest in (node.args.vararg, node.args.kwarg):
        if rest is not None:
            scope.bind(rest.arg, _ELSEWISE)


def _children(node: ast.AST) -> list[ast.AST]:
    """The nodes inside a scope."""
    if isinstance(node, ast.Lambda):
        return [node.body]
    body: list[ast.AST] = list(getattr(node, "body", []))
    return body


def _outside(node: ast.AST) -> list[ast.AST]:
    """The nodes of a function or class statement that belong to the scope around it: decorators, defaults, bases."""
    body = {id(one) for one in _children(node)}
    return [one for one in ast.iter_child_nodes(node) if id(one) not in body]


def _imported(node: ast.Import | ast.ImportFrom) -> Iterator[tuple[str, str]]:
    """Each name that an import binds, with what it is bound to. A relative import begins with a dot."""
    if isinstance(node, ast.Import):
        for alias in node.names:
            first = alias.name.partition(".")[0]
            yield (alias.asname, alias.name) if alias.asname else (first, first)
        return
    module = "." * node.level + (node.module or "")
    for alias in node.names:
        if alias.name != "*":
            yield alias.asname or alias.name, f"{module}.{alias.name}"
