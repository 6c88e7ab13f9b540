"""Search content for pydantic dataclasses, level by level: each level is a few calls, however many values are in it.

A field whose declared type has room for scalars alone, such as `list[str] | None`, is not looked into, as content of a
declared type is not. So objects of most classes are not looked into at all.

Part of the run time: pydantic is not imported here.
"""

from __future__ import annotations

import datetime as dt
import decimal
import enum
import functools
import operator
import uuid
from collections import deque
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from itertools import chain
from marshal import dumps
from typing import Any

import msgspec

from antiphon.runtime.content.declared import Node, graph
from antiphon.runtime.content.members import members_of
from antiphon.runtime.content.type_parts import is_model

SCALARS: frozenset[type] = frozenset((
    str, int, float, bool, bytes, type(None), dt.datetime, dt.date, dt.time, dt.timedelta, uuid.UUID, decimal.Decimal,
))  # fmt: skip

#: The bases of classes whose objects hold no others.
_LEAVES = (*(SCALARS - {type(None), bool}), enum.Enum)
#: marshal writes objects of exactly these types and of scalar ones, at all depths and in C, and refuses any other.
_BUILT_IN = (dict, list, tuple, set, frozenset)
#: marshal remembers what it has written, which takes twice as long for thousands of items as for hundreds at a time.
_AT_ONCE = 128
_COLLECTIONS = (Mapping, list, tuple, set, frozenset, deque)


@functools.lru_cache(maxsize=1024)
def is_pydantic_dataclass(class_: Hashable) -> bool:
    """Whether its instances are pydantic dataclasses."""
    return is_model(class_) and hasattr(class_, "__dataclass_fields__")


def holds_pydantic_dataclass(content: Any) -> bool:
    """Whether the content is a pydantic dataclass or has one in it, at whatever depth."""
    kind = type(content)
    if kind in _BUILT_IN and _is_built_in(content):
        return False
    level: Collection[Any] = content.values() if kind is dict else content if kind is list else (content,)
    met: dict[int, Any] = {}
    while kinds := set(map(type, level)) - SCALARS:
        if any(map(is_pydantic_dataclass, kinds)):
            return True
        readers = {kind: reader for kind in kinds if (reader := _reader(kind)) is not None}
        fresh = {id(value): value for value in level if type(value) in readers} if readers else {}
        for known in fresh.keys() & met.keys():
            del fresh[known]
        met |= fresh
        level = _below(fresh.values(), readers)
    return False


def _is_built_in(content: Any) -> bool:
    """Whether everything in a collection is known to be of a built-in type."""
    try:
        if type(content) is list and len(content) > _AT_ONCE:
            for at in range(0, len(content), _AT_ONCE):
                dumps(content[at : at + _AT_ONCE])
        else:
            dumps(content)
    except ValueError:  # something else is in it, or it holds itself
        return False
    return True


def _below(values: Collection[Any], readers: Mapping[Any, Callable[[Any], Iterable[Any]]]) -> Collection[Any]:
    """All that is in these objects."""
    if len(readers) == 1:
        [read] = readers.values()
        found: Iterable[Iterable[Any]] = map(read, values)
    else:
        found = (readers[type(value)](value) for value in values)
    try:
        return list(chain.from_iterable(found))
    except AttributeError:  # a member that was deleted
        return list(chain.from_iterable(map(members_of, values)))


@functools.lru_cache(maxsize=1024)
def _reader(class_: Any) -> Callable[[Any], Iterable[Any]] | None:
    """A function that gives what is in an object of the class and may hold one; None where nothing does."""
    if class_ is dict:
        return dict.values
    if class_ in _BUILT_IN:
        return iter
    if issubclass(class_, _COLLECTIONS):
        return members_of
    if issubclass(class_, _LEAVES) or is_model(class_):
        return None
    if not issubclass(class_, msgspec.Struct) and not hasattr(class_, "__dataclass_fields__"):
        return members_of
    node = graph(class_)
    if node.kind != "record":
        return members_of
    names = [name for name, part in node.parts.items() if not all(map(_is_closed, part.all()))]
    if not names:
        return None
    read = operator.attrgetter(*names)
    return read if len(names) > 1 else lambda value: (read(value),)


def _is_closed(node: Node) -> bool:
    """Whether a declared type, but for its parts, has no room for an object that has members of its own."""
    if node.kind in ("array", "mapping", "union"):
        return True
    if node.kind == "tuple":  # with fields it may be a subclass
        return node.origin is tuple
    declared: Any = node.type_
    return bool(node.literals) or declared in SCALARS or (isinstance(declared, type) and issubclass(declared, _LEAVES))
