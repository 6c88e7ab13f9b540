"""The functions of a module as they are written, and what the names in them are.

No code of the user's runs: names are looked up among those of the module, and a name that the function binds itself may
be anything.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from types import FunctionType, ModuleType
from typing import Any

from antiphon.reply.declare import ReplyRoot
from antiphon.spec import ResponseSpec

_Function = ast.FunctionDef | ast.AsyncFunctionDef
_BODY = vars(type)["__dict__"]


def functions(tree: ast.AST) -> Iterator[_Function]:
    """The functions and methods of a module; those inside of functions are part of them."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, _Function):
            yield node
        elif not isinstance(node, ast.Lambda):
            yield from functions(node)


def bound(function: _Function) -> Iterator[str]:
    """Every name that a function, or one inside of it, binds or declares."""
    for node in ast.walk(function):
        match node:
            case ast.arg(arg=name) | ast.Name(id=name, ctx=ast.Store() | ast.Del()):
                yield name
            case ast.Global(names=names) | ast.Nonlocal(names=names):
                yield from names
            case ast.alias(name=name, asname=other):
                yield other or name.partition(".")[0]
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
            case ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
                yield name
            case ast.MatchMapping(rest=str(name)):
                yield name
            case _:
                pass


def calls(node: ast.AST) -> Iterator[ast.Call]:
    """The calls in a function but for those whose refusal may be expected."""
    for inside in left(node):
        if isinstance(inside, ast.Call):
            yield inside
        yield from calls(inside)


def left(node: ast.AST) -> Iterator[ast.AST]:
    """The parts of a node, without the statements whose exceptions it catches."""
    match node:
        case ast.Try(body=body, handlers=handlers) | ast.TryStar(body=body, handlers=handlers):
            caught = any(one.type is None or _named(one.type) & _CATCHING for one in handlers)
            guarded = body if caught else []
        case ast.With(items=items, body=body) | ast.AsyncWith(items=items, body=body):
            guarded = body if any(_named(one.context_expr) & _EXPECTING for one in items) else []
        case _:
            guarded = []
    return (part for part in ast.iter_child_nodes(node) if part not in guarded)


def _named(node: ast.expr) -> set[str]:
    """The last parts of the names in an expression."""
    found = {inside.attr for inside in ast.walk(node) if isinstance(inside, ast.Attribute)}
    return found | {inside.id for inside in ast.walk(node) if isinstance(inside, ast.Name)}


#: Exceptions that a wrong call raises, and what expects exceptions in a `with`.
_CATCHING = frozenset(("BaseException", "Exception", "TypeError", "ValueError", "ParamError", "FieldError"))
_EXPECTING = frozenset(("assertRaises", "assertRaisesRegex", "raises", "suppress"))


def looked_up(node: ast.expr, names: Mapping[str, Any], local: frozenset[str]) -> Any:
    """The value of `name` or `module.Class.name`; None for anything else. No code of the user's runs for it."""
    match node:
        case ast.Name(id=name) if name not in local:
            return names.get(name)
        case ast.Attribute(value=owner, attr=name):
            found = looked_up(owner, names, local)
            if isinstance(found, ModuleType):
                return vars(found).get(name)
            return _BODY.__get__(found).get(name) if issubclass(type(found), type) else None
        case _:
            return None


def is_response(value: object) -> bool:
    """Whether it is a compiled response, or a class of replies that makes some."""
    if issubclass(type(value), FunctionType):
        own = vars(value)  # a wrapper has a copy of it, and arguments of its own
        return issubclass(type(own.get("spec")), ResponseSpec) and "__wrapped__" not in own
    return is_class(value, ReplyRoot) and "spec" in _BODY.__get__(value)


def is_field(value: object) -> bool:
    """Whether it is antiphon's class of a typed field."""
    return is_class(value, object) and str(_BODY.__get__(value).get("__module__")).startswith("antiphon.headers.")


def is_class(value: object, of: type) -> bool:
    """Whether it is that class, or one that derives from it, without asking it."""
    return issubclass(type(value), type) and of in type.mro(value)  # type: ignore[arg-type]  # a class, as was asked
