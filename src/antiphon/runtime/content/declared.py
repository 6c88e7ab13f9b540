"""A declared type as a graph, which shows where its values may contain objects with more members than are declared.

Made once for each declared type, when its response is compiled.
"""

from __future__ import annotations

import datetime as dt
import decimal
import enum
import functools
import pathlib
import re
import types
import typing
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, get_args, get_origin

import msgspec
import typing_extensions

from antiphon.runtime.content.described import described, has_serializer, is_described
from antiphon.runtime.content.type_parts import (
    Nowhere,
    bare,
    fields,
    given_to,
    is_collection,
    is_model,
    is_named_tuple,
    is_typed_dict,
    put_in,
    required_keys,
)

Kind = Literal["free", "record", "typed dict", "model", "array", "tuple", "mapping", "union", "name", "described"]


@dataclass(eq=False)
class Node:
    """One type in the graph.

    `free` is written as it is, whatever it holds; a `record` is a Struct, dataclass or attrs class; a `name` leads
    nowhere. `parts` are the types of the fields by name, or of the items by position; that of a TypedDict's further
    keys, where it admits any, is under the key `...`. What is `described` is written by pydantic: its origin says how,
    and its one part is the type as it is without.
    """

    kind: Kind
    type_: Any
    parts: dict[Any, Node] = field(default_factory=dict)
    origin: Any = None
    """The class of the instances; of an array or a mapping that which is declared."""
    required: frozenset[str] = frozenset()
    """Of a TypedDict, the keys that are always there."""
    literals: tuple[Any, ...] = ()
    """Of a literal, its values."""
    floats: bool = False
    """Whether a value of the type itself, not of its parts, may be a float."""
    keys: bool = False
    """Whether a mapping's keys may be floats."""
    declared: Any = None
    """The type as it is annotated."""
    told: bool = False
    """Whether the type itself, and not its parts alone, says how pydantic writes it."""

    @property
    def plain(self) -> Node:
        """The type without what pydantic's annotations say of it."""
        return self.parts[0] if self.kind == "described" else self

    def all(self) -> list[Node]:
        """This node and those below it, each once."""
        found: dict[int, Node] = {}
        pending: list[Node] = [self]
        while pending:
            node = pending.pop()
            if id(node) not in found:
                found[id(node)] = node
                pending += node.parts.values()
        return list(found.values())

    @functools.cached_property
    def hides(self) -> bool:
        """Whether this node or one below it may hold something undeclared. Read it only once the graph is complete."""
        return any(node.kind in _HIDING for node in self.all())

    @functools.cached_property
    def is_flat(self) -> bool:
        """Whether the exact class of an instance says that nothing undeclared is in it. Asked for as `hides` is."""
        return (
            self.kind == "record"
            and not has_attributes_of_its_own(self.origin)
            and not any(part.hides for part in self.parts.values())
        )


_HIDING = frozenset(("record", "typed dict", "model", "tuple", "name", "described"))


def has_attributes_of_its_own(class_: Any) -> bool:
    """Whether msgspec writes what was set on an instance beside its fields: an attrs class that keeps a `__dict__`."""
    if hasattr(class_, "__dataclass_fields__") or not hasattr(class_, "__attrs_attrs__"):
        return False
    return any("__dict__" in vars(base) for base in class_.__mro__)


#: A generic type may hold itself with ever deeper arguments, so the graph ends at this number of nodes.
_MOST = 5_000


def graph(type_: Any) -> Node:
    """The graph of a declared type."""
    root = _Graph().node(type_)
    if any(node.told for node in root.all()):
        _describe(root)
    return root


def _describe(root: Node) -> None:
    """Leave the types that pydantic's annotations describe to pydantic: the largest first, with all that is in them."""
    pending, seen = [root], set[int]()
    while pending:
        node = pending.pop()
        if id(node) in seen or not any(part.told for part in node.all()):
            continue
        seen.add(id(node))
        found = described(node.declared)
        if found is None:
            pending += node.parts.values()
        else:
            node.parts = {0: replace(node)}
            node.kind, node.origin = "described", found


class _Graph:
    """The nodes made so far, so that a recursive type ends."""

    def __init__(self) -> None:
        self.nodes: dict[Any, Node] = {}

    def node(self, declared: Any) -> Node:
        type_, told = bare(declared, {}), has_serializer(declared)
        key = (type_, declared) if told else type_
        try:
            known = self.nodes.get(key)
        except TypeError:  # a type that cannot be hashed
            return self.filled(Node("free", type_, declared=declared, told=told))
        if known is not None:
            return known
        if len(self.nodes) > _MOST:
            return Node("free", Any, floats=True, keys=True)
        node = self.nodes[key] = Node("free", type_, declared=declared, told=told)
        return self.filled(node)

    def filled(self, node: Node) -> Node:
        """Fill in a node, and return it. It is registered before its parts are made, as they may lead back to it."""
        type_ = node.type_
        origin, arguments = get_origin(type_), get_args(type_)
        if isinstance(type_, str | typing.ForwardRef):  # quoted where nothing says in which module
            node.type_ = type_ = Nowhere(type_ if isinstance(type_, str) else type_.__forward_arg__, object)
        if isinstance(type_, Nowhere):
            node.kind, node.floats, node.keys = "name", True, True
        elif origin in (typing.Union, types.UnionType):
            node.kind = "union"
            node.parts = {at: self.node(member) for at, member in enumerate(arguments)}
        elif origin is Literal:
            node.literals = arguments
        elif isinstance(origin, type) and is_collection(origin) and not is_named_tuple(origin):
            self.collect(node, origin, arguments)
        elif isinstance(origin or type_, type):
            self.classify(node, origin or type_)
        else:
            node.floats = node.keys = True
        return node

    def classify(self, node: Node, class_: Any) -> None:
        known = given_to(class_, get_args(node.type_))
        node.told = node.told or is_described(class_)
        if is_model(class_):
            node.kind, node.origin = "model", node.type_ if isinstance(node.type_, type) else class_
        elif issubclass(class_, enum.Enum):
            node.floats = any(isinstance(member.value, float) for member in class_)
        elif is_typed_dict(class_):
            node.kind, node.origin = "typed dict", dict
            node.required = required_keys(class_)
            self.name_parts(node, class_, known)
            extra = getattr(class_, "__extra_items__", typing_extensions.NoExtraItems)
            if extra not in (typing_extensions.NoExtraItems, typing_extensions.Never, typing.Never, None):
                node.parts[...] = self.node(put_in(extra, known))
        elif is_named_tuple(class_):
            node.kind, node.origin = "tuple", class_
            declared = fields(class_, known) or {}
            node.parts = {at: self.node(part) for at, part in enumerate(declared.values())}
        elif _has_fields(class_):
            node.kind, node.origin = "record", class_
            self.name_parts(node, class_, known)
        elif (collection := _collection(class_)) is not None:
            self.collect(node, class_, collection)
        elif class_ in (object, float) or not issubclass(class_, _NEVER_FLOATS):
            node.floats, node.keys = True, class_ is not float

    def name_parts(self, node: Node, class_: type, known: Mapping[Any, Any]) -> None:
        node.parts = {name: self.node(annotation) for name, annotation in (fields(class_, known) or {}).items()}

    def collect(self, node: Node, origin: type, arguments: tuple[Any, ...]) -> None:
        node.origin = origin
        if issubclass(origin, typing.Mapping):
            key, value = arguments if len(arguments) == 2 else (Any, Any)
            node.kind, node.parts = "mapping", {0: self.node(value)}
            keys = [self.node(key)]
            keys += keys[0].parts.values()
            node.told = node.told or any(part.told for part in keys)
            node.keys = any(part.floats or part.keys for part in keys)
        elif issubclass(origin, tuple) and any(map(_is_unpacked, arguments)):
            items = [part for item in arguments for part in (get_args(item) if _is_unpacked(item) else (item,))]
            either = [self.node(item) for item in items if item is not Ellipsis]
            node.kind, node.parts = "array", {0: Node("union", Any, dict(enumerate(either)))}
        elif issubclass(origin, tuple) and arguments and Ellipsis not in arguments:
            node.kind, node.parts = "tuple", {at: self.node(item) for at, item in enumerate(arguments)}
        else:
            node.kind, node.parts = "array", {0: self.node(arguments[0] if arguments else Any)}


def _is_unpacked(argument: Any) -> bool:
    """Whether a tuple's argument matches any number of items, as in `tuple[int, *tuple[str, ...]]`."""
    return getattr(argument, "__unpacked__", False) or get_origin(argument) in _UNPACK


_UNPACK = (typing.Unpack, typing_extensions.Unpack)

_NEVER_FLOATS = (
    str, int, bytes, bytearray, memoryview, type(None), decimal.Decimal, uuid.UUID, msgspec.Raw, msgspec.UnsetType,
    dt.date, dt.time, dt.timedelta, pathlib.PurePath, re.Pattern,
)  # fmt: skip


def _has_fields(class_: Any) -> bool:
    return (
        issubclass(class_, msgspec.Struct)
        or hasattr(class_, "__dataclass_fields__")
        or hasattr(class_, "__attrs_attrs__")
    )


def _collection(class_: Any) -> tuple[Any, ...] | None:
    """The arguments that a class gives to the collection that it derives from; () for a bare one."""
    if not is_collection(class_) and not issubclass(class_, typing.Mapping):
        return None
    for base in _bases(class_, {}):
        origin = get_origin(base)
        if isinstance(origin, type) and is_collection(origin):
            return get_args(base)
    return ()


def _bases(class_: Any, known: Mapping[Any, Any]) -> Iterator[Any]:
    """The generic bases of a class, type variables filled in."""
    for base in vars(class_).get("__orig_bases__", getattr(class_, "__bases__", ())):
        yield (filled := put_in(base, known))
        origin = get_origin(filled) or filled
        if isinstance(origin, type) and origin is not object:
            yield from _bases(origin, given_to(origin, get_args(filled)))
