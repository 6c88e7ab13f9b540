"""The values of expressions that can be read off the source: literals, and names of the module that mean one."""

from __future__ import annotations

import ast
import dataclasses
import http
import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, Final

from antiphon.sources.answers import Answers
from antiphon.sources.scopes import Assigned, Imported, Names, Parameter, Scope


class _Unknown:
    """The value of what cannot be read off the source."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "UNKNOWN"

    def __bool__(self) -> bool:
        raise TypeError("nothing is known of it, not even whether it is true")


UNKNOWN: Final = _Unknown()

#: As starlette.status, fastapi.status, litestar.status_codes and rest_framework.status name them.
_STATUS_NAME = re.compile(r"(?:\w+\.)*(?:status|status_codes)\.HTTP_(\d{3})_\w+")
_HTTP_STATUS = re.compile(r"http\.HTTPStatus\.(\w+?)(?:\.value)?")
#: No literal refers to more others than this, one behind the other.
_DEEPEST = 20
#: No text that is put together has more characters.
_LONGEST = 1 << 16
#: No number is greater.
_GREATEST = 1 << 64
_ARITHMETIC: Final[Mapping[type[ast.operator], Callable[[Any, Any], Any]]] = {
    ast.Add: lambda left, right: left + right,
    ast.Sub: lambda left, right: left - right,
    ast.Mult: lambda left, right: left * right,
    ast.FloorDiv: lambda left, right: left // right,
}


@dataclasses.dataclass(frozen=True, slots=True)
class Module:
    """A module as it is written: its tree, its names, and what the names of frameworks mean.

    `constants` are values by their dotted names. `handed` gives the dotted name of what a framework hands to a
    parameter; None where it is not known. `by_name` has that of parameters, and of attributes of `self`; `by_base` that
    of methods of `self`, by a direct base of the class around.
    """

    tree: ast.Module
    names: Names
    lines: tuple[str, ...]
    file: str
    constants: Mapping[str, object]
    handed: Callable[[Parameter, Scope, Module], str | None]
    by_name: Mapping[str, str]
    by_base: Mapping[tuple[str, str], str]
    _dotted: Answers[str | None] = dataclasses.field(default_factory=Answers, init=False)
    _values: Answers[Any] = dataclasses.field(default_factory=Answers, init=False)

    def dotted(self, node: ast.expr, scope: Scope, within: int = 0) -> str | None:
        """The dotted name of an expression, by the module's imports; None where that is not certain.

        The result of a call ends with `()`: `starlette.responses.Response()` is an instance.
        """
        if within > _DEEPEST:
            return self._dotted.cut_short(None)
        if isinstance(node, ast.Name):
            return self._of_name(node.id, scope, within)
        if isinstance(node, ast.Attribute):
            if isinstance(node.value, ast.Name) and node.value.id == "self":
                return self.by_name.get(node.attr) or self._of_self(node.attr, scope)
            before = self.dotted(node.value, scope, within + 1)
            return before and f"{before}.{node.attr}"
        if isinstance(node, ast.Call):
            before = self.dotted(node.func, scope, within + 1)
            return before and f"{before}()"
        if isinstance(node, ast.Await):
            return self.dotted(node.value, scope, within + 1)
        if isinstance(node, ast.Subscript):  # a generic class with its argument, such as Response[int]
            return self.dotted(node.value, scope, within + 1)
        return None

    def _of_self(self, method: str, scope: Scope) -> str | None:
        """The dotted name of a method of `self` that a framework's class has, and the class around does not."""
        inner: Scope | None = scope
        while inner is not None and inner.owner is None:
            inner = inner.parent
        if not self.by_base or inner is None or inner.owner is None or inner.parent is None:
            return None
        if method in inner.parent.bindings:  # the names of the class around
            return None
        around = inner.parent.parent or inner.parent
        told = (self.by_base.get((self.dotted(base, around) or "", method)) for base in inner.owner.bases)
        return next((name for name in told if name), None)

    def annotated(self, annotation: ast.expr | None, scope: Scope, within: int = 0) -> str | None:
        """The dotted name of an instance of an annotation: a class, `Annotated[...]` of one, or text that says it."""
        if annotation is None or within > _DEEPEST:
            return None
        if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
            try:
                annotation = ast.parse(annotation.value, mode="eval").body
            except (SyntaxError, ValueError):
                return None
        if isinstance(annotation, ast.Subscript):
            outer = self.dotted(annotation.value, scope)
            if outer in ("typing.Annotated", "typing_extensions.Annotated"):
                inner = annotation.slice
                first = inner.elts[0] if isinstance(inner, ast.Tuple) and inner.elts else None
                return self.annotated(first, scope, within + 1)
        name = self.dotted(annotation, scope)
        return name and f"{name}()"

    def _of_name(self, name: str, scope: Scope, within: int) -> str | None:
        where = scope.where(name)
        if where is None:
            return None

        def look() -> str | None:
            found = {self.of_binding(binding, where, within) for binding in where.bindings[name]}
            return found.pop() if len(found) == 1 else None

        return self._dotted.of((id(where), name), within, look, unknown=None)

    def of_binding(self, binding: object, where: Scope, within: int = 0) -> str | None:
        if isinstance(binding, Imported):
            return binding.dotted
        if isinstance(binding, Parameter):
            if binding.annotation is not None:
                return self.annotated(binding.annotation, where.parent or where)
            return self.by_name.get(binding.name) or self.handed(binding, where, self)
        if isinstance(binding, Assigned):
            told = self.annotated(binding.annotation, where)
            return told if told or binding.value is None else self.dotted(binding.value, where, within + 1)
        return None

    def constant(self, name: str, scope: Scope) -> tuple[ast.expr, Scope] | None:
        """The one expression that a name is bound to, and where; None where it has several, or none that is known."""
        where = scope.where(name)
        if where is None or len(where.bindings[name]) != 1:
            return None
        [binding] = where.bindings[name]
        return (binding.value, where) if isinstance(binding, Assigned) and binding.value is not None else None

    def literal(self, node: ast.expr, scope: Scope, within: int = 0) -> Any:
        """The value of an expression; UNKNOWN where it is not a literal, nor made of literals."""
        reader = _READERS.get(type(node))
        if within > _DEEPEST:
            return self._values.cut_short(UNKNOWN)
        return UNKNOWN if reader is None else reader(self, node, scope, within)

    def _name(self, node: ast.Name, scope: Scope, within: int) -> Any:
        found = self.constant(node.id, scope)
        if found is None:
            return self._named(node, scope, within)
        key = (id(found[1]), node.id)
        return self._values.of(key, within, lambda: self.literal(*found, within + 1), unknown=UNKNOWN)

    def _negative(self, node: ast.UnaryOp, scope: Scope, within: int) -> Any:
        value = self.literal(node.operand, scope, within + 1)
        return -value if isinstance(node.op, ast.USub) and isinstance(value, int | float | timedelta) else UNKNOWN

    def _list(self, node: ast.List | ast.Tuple | ast.Set, scope: Scope, within: int) -> Any:
        parts = tuple(self.literal(part, scope, within + 1) for part in node.elts)
        return UNKNOWN if any(part is UNKNOWN for part in parts) or self._may_change(node) else parts

    def _may_change(self, node: ast.expr) -> bool:
        """Whether a list is bound to a name that something changes it by."""
        if isinstance(node, ast.Tuple):
            return False
        return any(
            isinstance(binding, Assigned) and binding.value is node and name in self.names.changed
            for scope in self.names.scopes.values()
            for name, bindings in scope.bindings.items()
            for binding in bindings
        )

    def _named(self, node: ast.expr, scope: Scope, _within: int) -> Any:
        """The value of a framework's constant, such as `status.HTTP_204_NO_CONTENT` or `HTTPStatus.NO_CONTENT`."""
        dotted = self.dotted(node, scope) or ""
        if match := _STATUS_NAME.fullmatch(dotted):
            return int(match[1])
        if (match := _HTTP_STATUS.fullmatch(dotted)) and match[1] in http.HTTPStatus.__members__:
            return int(http.HTTPStatus[match[1]])
        return self.constants.get(dotted, UNKNOWN)

    def _joined(self, node: ast.JoinedStr, scope: Scope, within: int) -> Any:
        """The text of an f-string whose every part is known."""
        told: list[str] = []
        for part in node.values:
            value: Any = UNKNOWN
            if isinstance(part, ast.Constant):
                value = part.value
            elif isinstance(part, ast.FormattedValue) and part.conversion == -1 and part.format_spec is None:
                value = self.literal(part.value, scope, within + 1)
            if not isinstance(value, str | int) or isinstance(value, bool):
                return UNKNOWN
            told.append(str(value))
        return _bounded("".join(told))

    def _arithmetic(self, node: ast.BinOp, scope: Scope, within: int) -> Any:
        operation = _ARITHMETIC.get(type(node.op))
        if operation is None:
            return UNKNOWN
        left, right = (self.literal(side, scope, within + 1) for side in (node.left, node.right))
        texts = isinstance(left, str) and isinstance(right, str) and isinstance(node.op, ast.Add)
        numbers = all(isinstance(side, int | float | timedelta) for side in (left, right))
        if not texts and not numbers:
            return UNKNOWN
        try:
            return _bounded(operation(left, right))
        except (TypeError, ZeroDivisionError, OverflowError):
            return UNKNOWN

    def _called(self, node: ast.Call, scope: Scope, within: int) -> Any:
        """`timedelta(...)` of literals, its total seconds, and `int(...)` of that."""
        if isinstance(node.func, ast.Attribute) and node.func.attr == "total_seconds" and not node.args:
            value = self.literal(node.func.value, scope, within + 1)
            return value.total_seconds() if isinstance(value, timedelta) else UNKNOWN
        if isinstance(node.func, ast.Name) and node.func.id == "int" and scope.where("int") is None:
            value = self.literal(node.args[0], scope, within + 1) if len(node.args) == 1 else UNKNOWN
            return int(value) if isinstance(value, int | float) else UNKNOWN
        if self.dotted(node.func, scope) != "datetime.timedelta" or any(word.arg is None for word in node.keywords):
            return UNKNOWN
        given = [self.literal(one, scope, within + 1) for one in node.args]
        named = {word.arg or "": self.literal(word.value, scope, within + 1) for word in node.keywords}
        if not all(isinstance(value, int | float) for value in (*given, *named.values())):
            return UNKNOWN
        try:
            return timedelta(*given, **named)
        except (TypeError, ValueError, OverflowError):
            return UNKNOWN


def _bounded(value: Any) -> Any:
    """The value, but of no text or number that is greater than any that somebody sends."""
    if isinstance(value, str):
        return value if len(value) <= _LONGEST else UNKNOWN
    return UNKNOWN if isinstance(value, int | float) and not -_GREATEST <= value <= _GREATEST else value


_READERS: Final[Mapping[type[ast.expr], Callable[[Module, Any, Scope, int], Any]]] = {
    ast.Constant: lambda _module, node, _scope, _within: _bounded(node.value),
    ast.Name: Module._name,
    ast.Attribute: Module._named,
    ast.JoinedStr: Module._joined,
    ast.UnaryOp: Module._negative,
    ast.BinOp: Module._arithmetic,
    ast.List: Module._list,
    ast.Tuple: Module._list,
    ast.Set: Module._list,
    ast.Call: Module._called,
}
