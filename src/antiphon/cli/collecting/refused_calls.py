"""Calls of declared responses that are refused, or wrong, however often they are made.

Each is read off the source, since nothing has called it yet: arguments that the response does not have, constants that
a param cannot carry, and text with a local name in braces, whose `f` was forgotten. What is called is looked up among
the names of the module. A name that the function binds itself may be anything, and so nothing is said of its calls.
"""

from __future__ import annotations

import ast
import inspect
import string
from collections.abc import Iterator, Mapping
from types import FunctionType, ModuleType
from typing import Any

from antiphon.cli.collecting.source import Source
from antiphon.compiler.compiler import param_encoders
from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.diagnostics.refusals_of_calls import FORGOTTEN_F, REFUSED_CALL
from antiphon.errors import ParamError
from antiphon.reply.declare import ReplyRoot
from antiphon.spec import ResponseSpec

_Function = ast.FunctionDef | ast.AsyncFunctionDef
_BODY = vars(type)["__dict__"]


def refused_calls(source: Source, names: Mapping[str, Any]) -> Iterator[Diagnostic]:
    """The places in the functions of a module but for those where a refusal is caught."""
    for function in _functions(source.tree):
        local = frozenset(_bound(function))
        for call in _calls(function):
            called = _looked_up(call.func, names, local)
            if _is_response(called):
                yield from _of_response(call, called, source)
            if _is_response(called) or _makes_field(call.func, names, local):
                for text, name in _without_f(call, names, local):
                    what = f"the text has `{{{name}}}` in it, which is sent as it is written"
                    yield FORGOTTEN_F.found(what, position=source.position(text))


def _functions(tree: ast.AST) -> Iterator[_Function]:
    """The functions and methods of a module; those inside of functions are part of them."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, _Function):
            yield node
        elif not isinstance(node, ast.Lambda):
            yield from _functions(node)


def _bound(function: _Function) -> Iterator[str]:
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


def _calls(node: ast.AST) -> Iterator[ast.Call]:
    """The calls in a function but for those whose refusal may be expected."""
    for inside in _left(node):
        if isinstance(inside, ast.Call):
            yield inside
        yield from _calls(inside)


def _left(node: ast.AST) -> Iterator[ast.AST]:
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


def _looked_up(node: ast.expr, names: Mapping[str, Any], local: frozenset[str]) -> Any:
    """The value of `name` or `module.Class.name`; None for anything else. No code of the user's runs for it."""
    match node:
        case ast.Name(id=name) if name not in local:
            return names.get(name)
        case ast.Attribute(value=owner, attr=name):
            found = _looked_up(owner, names, local)
            if isinstance(found, ModuleType):
                return vars(found).get(name)
            return _BODY.__get__(found).get(name) if issubclass(type(found), type) else None
        case _:
            return None


def _is_response(value: object) -> bool:
    if issubclass(type(value), FunctionType):
        own = vars(value)  # a wrapper has a copy of it, and arguments of its own
        return issubclass(type(own.get("spec")), ResponseSpec) and "__wrapped__" not in own
    return _is_class(value, ReplyRoot) and "spec" in _BODY.__get__(value)


def _makes_field(node: ast.expr, names: Mapping[str, Any], local: frozenset[str]) -> bool:
    """Whether what is called is the class of a typed field, or one of its methods, such as `Location.within`."""
    found = _looked_up(node, names, local)
    if isinstance(node, ast.Attribute) and not issubclass(type(found), type):
        found = _looked_up(node.value, names, local)
    return _is_class(found, object) and str(_BODY.__get__(found).get("__module__")).startswith("antiphon.headers.")


def _is_class(value: object, of: type) -> bool:
    return issubclass(type(value), type) and of in type.mro(value)  # type: ignore[arg-type]  # a class, as was asked


def _of_response(call: ast.Call, called: Any, source: Source) -> Iterator[Diagnostic]:
    """Arguments that a response does not have, and constants that its params cannot carry."""
    keywords = {one.arg: one.value for one in call.keywords if one.arg is not None}
    spread = len(keywords) < len(call.keywords) or any(isinstance(one, ast.Starred) for one in call.args)
    try:
        signature = inspect.signature(called)
        for one in call.keywords:
            if one.arg is not None and not _takes(signature, one.arg):
                names = ", ".join(name for name in signature.parameters if name != "background")
                what = f"{_shown(call)} has no parameter {one.arg!r}; it has {names or 'none'}"
                yield REFUSED_CALL.found(what, position=source.position(one))
                return
        (signature.bind_partial if spread else signature.bind)(*call.args, **keywords)
    except TypeError as error:
        yield REFUSED_CALL.found(f"{_shown(call)}: {error}", position=source.position(call.func))
        return
    except ValueError:  # a signature that cannot be read
        return
    try:
        encoders = param_encoders(called.spec)
    except Exception:  # noqa: BLE001 - the declaration is wrong, and has a finding of its own
        return
    for encoder in encoders:
        given = keywords.get(encoder.name)
        if isinstance(given, ast.Constant) and not (given.value is None and encoder.optional):
            try:
                encoder.check(given.value)
            except ParamError as error:
                place = source.position(given)
                yield REFUSED_CALL.found(_first_line(error), position=place, help=error.help, citation=error.cite)
            except Exception:  # noqa: BLE001, S112 - an `encode` of the user's may raise whatever it likes
                continue


def _takes(signature: inspect.Signature, name: str) -> bool:
    found = signature.parameters.get(name)
    if found is not None and found.kind is not inspect.Parameter.POSITIONAL_ONLY:
        return True
    return any(one.kind is inspect.Parameter.VAR_KEYWORD for one in signature.parameters.values())


def _first_line(error: ParamError) -> str:
    return f"{error}".partition("\n")[0]


def _shown(call: ast.Call) -> str:
    return f"{ast.unparse(call.func)}(...)"


def _without_f(call: ast.Call, names: Mapping[str, Any], local: frozenset[str]) -> Iterator[tuple[ast.Constant, str]]:
    """The texts among the arguments of a call that have a local name in braces, each with that name."""
    open_: list[ast.expr] = [*call.args, *(one.value for one in call.keywords)]
    while open_:
        match open_.pop(0):
            case ast.Constant(value=str() as text) as found:
                for name in _in_braces(text):
                    if name.partition(".")[0].partition("[")[0] in local:
                        yield found, name
                        break
            case ast.List(elts=parts) | ast.Tuple(elts=parts):
                open_ = [*parts, *open_]
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                open_ = [left, right, *open_]
            case ast.IfExp(body=body, orelse=other):
                open_ = [body, other, *open_]
            case _:
                pass


def _in_braces(text: str) -> Iterator[str]:
    """The names that a text would have as an f-string."""
    try:
        for _, name, _, _ in string.Formatter().parse(text):
            if name:
                yield name
    except ValueError:  # braces of something else
        return
