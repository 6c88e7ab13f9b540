"""A type as a spec holds it: its name, and the type itself where the spec was built in this process.

A spec is a plain value, so a type is compared and stored by name (`shop.models:User`, `list[shop.models:User]`).
Nothing evaluates such a text: a name that came from a file is looked up, module by module and attribute by attribute,
only when `resolve` is called.
"""

from __future__ import annotations

import ast
import enum
import importlib
import re
import types
import typing
from typing import Any, Union, get_args, get_origin

from antiphon.spec.live_text import LiveText

_MISSING = object()
_BARE: dict[str, Any] = {
    t.__name__: t
    for t in (str, int, float, bool, bytes, bytearray, memoryview, list, dict, tuple, set, frozenset, object)
} | {"None": None, "Any": Any}


class TypeName(LiveText):
    """The name of a type. Equal to its text; `resolve()` gives the type."""

    __slots__ = ("_declared", "_type")
    _declared: Any
    _type: Any

    @classmethod
    def of(cls, type_: Any, declared: Any = None) -> TypeName:
        """The name of a live type, which stays attached, and so does the annotation that it was declared by."""
        name = cls(_describe(type_))
        name._type = type_
        name._declared = type_ if declared is None else declared
        return name

    @property
    def declared(self) -> Any:
        """The annotation with its Annotated, where it was declared in this process; else the type, as `resolve` does.

        No description holds the constraints that Annotated says: they are for whoever makes values.
        """
        return getattr(self, "_declared", None) or self.resolve()

    def resolve(self) -> Any:
        """The type. Raises LookupError where the name leads nowhere."""
        found = getattr(self, "_type", _MISSING)
        if found is _MISSING:
            found = self._type = _Reader(self).read()
        return found


def _describe(type_: Any) -> str:
    if type_ is None or type_ is type(None):
        return "None"
    if isinstance(type_, str):
        return type_
    origin, arguments = get_origin(type_), get_args(type_)
    if origin in (Union, types.UnionType):
        return " | ".join(_describe(argument) for argument in arguments)
    if origin is typing.Literal:
        return f"Literal[{', '.join(map(_described_value, arguments))}]"
    if origin is not None:
        inner = ", ".join("..." if argument is Ellipsis else _describe(argument) for argument in arguments)
        return f"{_describe(origin)}[{inner}]" if arguments else _describe(origin)
    name = getattr(type_, "__qualname__", None) or getattr(type_, "__name__", None) or str(type_)
    if _BARE.get(name, _MISSING) is type_:
        return str(name)
    # A method of a built-in type, such as `date.isoformat`, has the module of its class.
    module = getattr(type_, "__module__", None) or getattr(getattr(type_, "__objclass__", None), "__module__", "")
    return f"{module}:{name}" if module else str(name)


def _described_value(value: object) -> str:
    """A value of a Literal: a member of an enumeration by its name, any other as Python writes it."""
    return f"{_describe(type(value))}.{value.name}" if isinstance(value, enum.Enum) else repr(value)


#: One value of a Literal, up to what ends it.
_LITERAL = re.compile(
    r"""\s*(?:(?P<value>b?'(?:[^'\\]|\\.)*'|b?"(?:[^"\\]|\\.)*"|-?[0-9]+|True|False|None)|(?P<name>[^\[\],'"]+:[^\[\],'"]+))"""
    r"\s*(?P<end>[,\]])"
)


class _Reader:
    """Reads `a.b:C`, `x[y, z]`, `x | y` and quoted or numeric literals; looks names up, evaluates nothing."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0

    def read(self) -> Any:
        found = self.union()
        if self.at != len(self.text):
            raise self.lost()
        return found

    def lost(self) -> LookupError:
        return LookupError(f"{self.text!r} does not name a type that can be looked up")

    def skip(self, token: str) -> bool:
        while self.text[self.at : self.at + 1] == " ":
            self.at += 1
        if self.text.startswith(token, self.at):
            self.at += len(token)
            return True
        return False

    def union(self) -> Any:
        members = [self.one()]
        while self.skip("|"):
            members.append(self.one())
        return members[0] if len(members) == 1 else Union[tuple(members)]

    def one(self) -> Any:
        self.skip("")
        start = self.at
        while self.at < len(self.text) and self.text[self.at] not in "[]|, ":
            self.at += 1
        name = self.text[start : self.at]
        if name == "Literal" and self.skip("["):
            return self.literals()
        found = self.look_up(name)
        if self.skip("["):
            arguments = [self.argument()]
            while self.skip(","):
                arguments.append(self.argument())
            if not self.skip("]"):
                raise self.lost()
            try:
                found = found[tuple(arguments)]
            except TypeError:
                raise self.lost() from None
        return found

    def argument(self) -> Any:
        return Ellipsis if self.skip("...") else self.union()

    def literals(self) -> Any:
        values = []
        while match := _LITERAL.match(self.text, self.at):
            self.at = match.end()
            values.append(self.look_up(match["name"]) if match["name"] else self.literal(match["value"]))
            if match["end"] == "]":
                return typing.Literal[tuple(values)]
        raise self.lost()

    def literal(self, text: str) -> Any:
        try:
            return ast.literal_eval(text)
        except (SyntaxError, ValueError):  # an escape that Python does not know, a number that begins with 0
            raise self.lost() from None

    def look_up(self, name: str) -> Any:
        if name in _BARE:
            return _BARE[name]
        module, colon, path = name.partition(":")
        if not colon or not all(part.isidentifier() for part in (*module.split("."), *path.split("."))):
            raise self.lost()
        try:
            found: Any = importlib.import_module(module)
            for part in path.split("."):
                found = getattr(found, part)
        except (ImportError, AttributeError):
            raise self.lost() from None
        return found
