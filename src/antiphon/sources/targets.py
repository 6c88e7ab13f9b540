"""Targets of redirects that come from the request as they are: whoever makes the link says where it leads."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Final

from antiphon.sources.literals import Module
from antiphon.sources.scopes import Assigned, Parameter, Scope

#: The query and the form of a request, as frameworks name them.
_FLASK: Final = re.compile(r"flask\.request\.(?:args|values|form)(?:\.get\(\))?")
_READS: Final = frozenset({"GET", "POST", "query_params"})
#: Parameters of FastAPI's that it reads from the query or the form; any other default is a dependency's.
_QUERY: Final = frozenset({"fastapi.Query()", "fastapi.Form()"})
_HANDLERS: Final = re.compile(r"fastapi\.(?:FastAPI|APIRouter|routing\.APIRouter|applications\.FastAPI)\(\)\.\w+")


def comes_from_request(node: ast.expr, module: Module, scope: Scope) -> bool:
    """Whether an expression is what the request says, and nothing else of its function looks at that."""
    if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.Or):
        return comes_from_request(node.values[0], module, scope)
    if isinstance(node, ast.Name):
        where = scope.where(node.id)
        if where is None or isinstance(where.node, ast.Module) or len(where.bindings[node.id]) != 1:
            return False
        if _uses(where.node, node.id) != 1:  # something may have checked it
            return False
        [binding] = where.bindings[node.id]
        if isinstance(binding, Parameter):
            return _is_query_parameter(binding, module, where)
        given = binding.value if isinstance(binding, Assigned) else None
        return given is not None and not isinstance(given, ast.Name) and comes_from_request(given, module, where)
    key = _key(node)
    return key is not None and _is_read(node, module, scope) and _mentions(_function(scope), key) == 1


def _key(node: ast.expr) -> str | None:
    """The name that is read: of `.get("next")` or `["next"]`."""
    told = node.slice if isinstance(node, ast.Subscript) else None
    if isinstance(node, ast.Call) and node.args:
        told = node.args[0]
    return told.value if isinstance(told, ast.Constant) and isinstance(told.value, str) else None


def _function(scope: Scope) -> ast.AST:
    """The outermost function around: a check may be there, and the redirect in a function inside."""
    around = scope.node
    while scope.parent is not None and not isinstance(scope.parent.node, ast.Module | ast.ClassDef):
        scope = scope.parent
        around = scope.node
    return around


def _mentions(node: ast.AST, text: str) -> int:
    """How often a text is written inside a node."""
    return sum(isinstance(one, ast.Constant) and one.value == text for one in ast.walk(node))


def _is_read(node: ast.expr, module: Module, scope: Scope) -> bool:
    """`request.args.get("next")`, `request.GET["next"]` and the like."""
    if isinstance(node, ast.Call):
        if not isinstance(node.func, ast.Attribute) or node.func.attr != "get":
            return False
        source = node.func.value
    elif isinstance(node, ast.Subscript):
        source = node.value
    else:
        return False
    if _FLASK.fullmatch(module.dotted(source, scope) or ""):
        return True
    if not isinstance(source, ast.Attribute) or source.attr not in _READS:
        return False
    owner = source.value
    if isinstance(owner, ast.Attribute):
        return owner.attr == "request" and isinstance(owner.value, ast.Name) and owner.value.id == "self"
    where = scope.where(owner.id) if isinstance(owner, ast.Name) and owner.id == "request" else None
    return where is not None and all(isinstance(one, Parameter) for one in where.bindings["request"])


def _is_query_parameter(parameter: Parameter, module: Module, scope: Scope) -> bool:
    """A text parameter of a FastAPI handler that its path does not have."""
    function = parameter.function
    if isinstance(function, ast.Lambda) or parameter.annotation is None:
        return False
    told = ast.unparse(parameter.annotation).replace(" ", "")
    if told not in ("str", "str|None", "Optional[str]"):
        return False
    default = _default(function, parameter.name)
    around = scope.parent or scope
    if default is not None and not isinstance(default, ast.Constant) and module.dotted(default, around) not in _QUERY:
        return False
    for decorator in function.decorator_list:
        if isinstance(decorator, ast.Call) and _HANDLERS.fullmatch(module.dotted(decorator.func, around) or ""):
            path = module.literal(decorator.args[0], around) if decorator.args else None
            return isinstance(path, str) and f"{{{parameter.name}" not in path
    return False


def _default(function: ast.FunctionDef | ast.AsyncFunctionDef, name: str) -> ast.expr | None:
    return dict(_defaults(function)).get(name)


def _defaults(function: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[tuple[str, ast.expr]]:
    positional = [*function.args.posonlyargs, *function.args.args]
    with_default = positional[len(positional) - len(function.args.defaults) :]
    yield from ((one.arg, default) for one, default in zip(with_default, function.args.defaults, strict=True))
    for one, default in zip(function.args.kwonlyargs, function.args.kw_defaults, strict=True):
        if default is not None:
            yield one.arg, default


def _uses(node: ast.AST, name: str) -> int:
    """How often a name is read inside a node."""
    return sum(isinstance(one, ast.Name) and one.id == name and isinstance(one.ctx, ast.Load) for one in ast.walk(node))
