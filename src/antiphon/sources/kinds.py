"""The kind of value that an expression has, where it is certain: by how it is written, or by the call that makes it."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from typing import Any, Final

from antiphon.sources.literals import Module
from antiphon.sources.scopes import Defined, Scope

DICT: Final = "a dictionary"
LIST: Final = "a list"
TUPLE: Final = "a tuple"
SET: Final = "a set"
TEXT: Final = "text"
OCTETS: Final = "octets"
NUMBER: Final = "a number"
TRUTH: Final = "a truth value"
JSON: Final = "JSON already"
MOMENT: Final = "a datetime"
NAIVE: Final = "a datetime without a zone"
DECIMAL: Final = "a Decimal"
UUID: Final = "a UUID"
OBJECT: Final = "an object without a JSON form"
GENERATOR: Final = "a generator function, and not its result"

_WRITTEN: Final[Mapping[type[ast.expr], str]] = {
    ast.Dict: DICT,
    ast.DictComp: DICT,
    ast.List: LIST,
    ast.ListComp: LIST,
    ast.Tuple: TUPLE,
    ast.Set: SET,
    ast.SetComp: SET,
    ast.JoinedStr: TEXT,
}
_LITERALS: Final[Mapping[type[Any], str]] = {
    bool: TRUTH, int: NUMBER, float: NUMBER, str: TEXT, bytes: OCTETS,
}  # fmt: skip
#: By the dotted names of calls.
_MADE: Final[Mapping[str, str]] = {
    "json.dumps()": JSON,
    "datetime.datetime.utcnow()": NAIVE,
    "datetime.datetime.today()": NAIVE,
    "datetime.datetime.utcfromtimestamp()": NAIVE,
    "decimal.Decimal()": DECIMAL,
    "uuid.uuid1()": UUID,
    "uuid.uuid4()": UUID,
    "threading.Lock()": OBJECT,
    "django.utils.timezone.now()": MOMENT,
    "object()": OBJECT,
    "set()": SET,
    "frozenset()": SET,
    "str()": TEXT,
    "repr()": TEXT,
}
#: Methods that have one meaning wherever they occur.
_METHODS: Final[Mapping[str, str]] = {"model_dump_json": JSON, "read_bytes": OCTETS}
#: Methods of texts that give a text.
_OF_TEXT: Final = frozenset({"format", "format_map", "join", "replace"})
#: Of a datetime, the arguments with which it has a zone: so many positional ones, or a keyword.
_ZONED: Final[Mapping[str, tuple[int, str]]] = {
    "datetime.datetime()": (8, "tzinfo"),
    "datetime.datetime.now()": (1, "tz"),
    "datetime.datetime.fromtimestamp()": (2, "tz"),
}
_DEEPEST: Final = 20


def kind(node: ast.expr, module: Module, scope: Scope, within: int = 0) -> str | None:
    """The kind of an expression; None where it is not certain."""
    if within > _DEEPEST:
        return None
    if isinstance(node, ast.Constant):
        return _LITERALS.get(type(node.value))
    if isinstance(node, ast.Name):
        return _of_name(node, module, scope, within)
    if isinstance(node, ast.Call):
        return _of_call(node, module, scope)
    if isinstance(node, ast.BinOp):
        return _of_two(node, module, scope, within)
    return _WRITTEN.get(type(node))


def _of_two(node: ast.BinOp, module: Module, scope: Scope, within: int) -> str | None:
    """A text that is put together, or a datetime that is moved by a duration."""
    left = kind(node.left, module, scope, within + 1)
    if left == TEXT and isinstance(node.op, ast.Add | ast.Mod):
        return TEXT
    moved = left in (MOMENT, NAIVE) and isinstance(node.op, ast.Add | ast.Sub)
    return left if moved and _is_duration(node.right, module, scope) else None


def _of_name(node: ast.Name, module: Module, scope: Scope, within: int) -> str | None:
    found = module.constant(node.id, scope)
    if found is not None:
        return kind(*_swapped(found, module), within + 1)
    where = scope.where(node.id)
    bindings = where.bindings[node.id] if where is not None else []
    made = bindings[0] if len(bindings) == 1 else None
    return GENERATOR if isinstance(made, Defined) and _yields(made.function) else None


def _swapped(found: tuple[ast.expr, Scope], module: Module) -> tuple[ast.expr, Module, Scope]:
    return found[0], module, found[1]


def _of_call(node: ast.Call, module: Module, scope: Scope) -> str | None:
    if isinstance(node.func, ast.Name) and scope.where(node.func.id) is None:
        return _MADE.get(f"{node.func.id}()")  # a builtin, which nothing binds
    dotted = module.dotted(node, scope) or ""
    if dotted in _ZONED:
        positional, keyword = _ZONED[dotted]
        hidden = any(isinstance(one, ast.Starred) for one in node.args) or any(not one.arg for one in node.keywords)
        zoned = len(node.args) >= positional or any(one.arg == keyword for one in node.keywords)
        return None if hidden else MOMENT if zoned else NAIVE
    if dotted == "django.core.serializers.serialize()":
        return JSON if node.args and module.literal(node.args[0], scope) == "json" else None
    if dotted in _MADE:
        return _MADE[dotted]
    if not isinstance(node.func, ast.Attribute):
        return None
    if node.func.attr in _OF_TEXT and isinstance(node.func.value, ast.Constant | ast.JoinedStr):
        return TEXT if kind(node.func.value, module, scope) == TEXT else None
    return _METHODS.get(node.func.attr)


def _is_duration(node: ast.expr, module: Module, scope: Scope) -> bool:
    return isinstance(node, ast.Call) and module.dotted(node, scope) == "datetime.timedelta()"


def _yields(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether a function that nothing decorates is a generator function."""
    todo: list[ast.AST] = [] if function.decorator_list else list(function.body)
    while todo:
        one = todo.pop()
        if isinstance(one, ast.Yield | ast.YieldFrom):
            return True
        if not isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda):
            todo += ast.iter_child_nodes(one)
    return False
