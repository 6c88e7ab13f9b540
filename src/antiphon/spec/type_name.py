"""A type as a spec holds it: its name, and the type itself where the spec was built in this process.

A spec is a plain value, so a type is compared and stored by name (`shop.models:User`, `list[shop.models:User]`).
Nothing evaluates such a text: a name that came from a file is looked up, module by module and attribute by attribute,
only when `resolve` is called.
"""

from __future__ import annotations

import importlib
import types
import typing
from typing import Any, Union, get_args, get_origin

from pydantic_core import CoreSchema, core_schema

_MISSING = object()
_BARE: dict[str, Any] = {
    t.__name__: t
    for t in (str, int, float, bool, bytes, bytearray, memoryview, list, dict, tuple, set, frozenset, object)
} | {"None": None, "Any": Any}


class TypeName(str):
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

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> CoreSchema:
        known = core_schema.is_instance_schema(cls)
        text = core_schema.no_info_after_validator_function(cls, core_schema.str_schema(strict=True))
        return core_schema.json_or_python_schema(
            json_schema=text,
            python_schema=core_schema.union_schema([known, text]),
            serialization=core_schema.plain_serializer_function_ser_schema(str, return_schema=core_schema.str_schema()),
        )


def _describe(type_: Any) -> str:
    if type_ is None or type_ is type(None):
        return "None"
    if isinstance(type_, str):
        return type_
    origin, arguments = get_origin(type_), get_args(type_)
    if origin in (Union, types.UnionType):
        return " | ".join(_describe(argument) for argument in arguments)
    if origin is typing.Literal:
        return f"Literal[{', '.join(repr(argument) for argument in arguments)}]"
    if origin is not None:
        inner = ", ".join("..." if argument is Ellipsis else _describe(argument) for argument in arguments)
        return f"{_describe(origin)}[{inner}]" if arguments else _describe(origin)
    name = getattr(type_, "__qualname__", None) or getattr(type_, "__name__", None) or str(type_)
    if _BARE.get(name, _MISSING) is type_:
        return str(name)
    # A method of a built-in type, such as `date.isoformat`, has the module of its class.
    module = getattr(type_, "__module__", None) or getattr(getattr(type_, "__objclass__", None), "__module__", "")
    return f"{module}:{name}" if module else str(name)


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
        end = self.text.find("]", self.at)
        words = [word.strip() for word in self.text[self.at : end].split(",")]
        if end < 0 or not all(word.strip("'\"").replace("_", "").replace("-", "").isalnum() for word in words):
            raise self.lost()
        self.at = end + 1
        values = tuple(word[1:-1] if word[0] in "'\"" else int(word) for word in words)
        return typing.Literal[values]

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
