"""The members of content that the options of its declaration leave, as plain dicts and lists.

As pydantic's serializers have it, the options hold at every depth for classes whose fields are declared: Structs,
dataclasses, attrs classes, TypedDicts and pydantic's models. The entries of a dict are not fields, and at a place
without a type nothing is left out.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, NamedTuple

import msgspec

from antiphon.runtime.content.declared import Node, graph
from antiphon.runtime.content.forms import written_fields
from antiphon.runtime.content.narrowed import AsDeclared, MisfitError, classes_of, likely, narrow
from antiphon.runtime.content.options import JSONOptions


class _Row(NamedTuple):
    name: str
    written: str
    default: Callable[[], Any]


class Selection:
    """Leaves of content what some options say. The content is taken as checked: see `narrow`."""

    def __init__(self, options: JSONOptions) -> None:
        self._options = options

    def write(self, node: Node, value: Any) -> Any:
        """A value of the type of a node."""
        return _WRITE[node.kind](self, node, value) if node.hides else value

    def _record(self, node: Node, value: Any) -> Any:
        members = []
        for row in _rows(node.origin):
            member = getattr(value, row.name, msgspec.UNSET)
            if member is not msgspec.UNSET:
                members.append((row, member))
        config = getattr(node.origin, "__struct_config__", None)
        tagged = [] if config is None or config.tag is None else [(config.tag_field, config.tag)]
        if config is not None and config.array_like:
            return [*(tag for _, tag in tagged), *(self.write(node.parts[row.name], member) for row, member in members)]
        omits = self._options.exclude_defaults or (config is not None and config.omit_defaults)
        left = dict(tagged)
        for row, member in members:
            if (member is None and self._options.exclude_none) or (omits and _is_default(member, row.default())):
                continue
            left[row.written if self._options.by_alias else row.name] = self.write(node.parts[row.name], member)
        return left

    def _typed_dict(self, node: Node, value: Any) -> Any:
        left = {}
        for key, member in value.items():
            part = node.parts.get(key, node.parts.get(...))
            if part is not None and not (member is None and self._options.exclude_none and key in node.parts):
                left[key] = self.write(part, member)
        return left

    def _model(self, node: Node, value: Any) -> Any:
        return AsDeclared(node.origin, value)

    def _array(self, node: Node, value: Any) -> Any:
        return [self.write(node.parts[0], member) for member in value]

    def _tuple(self, node: Node, value: Any) -> Any:
        return [self.write(part, member) for part, member in zip(node.parts.values(), value, strict=True)]

    def _mapping(self, node: Node, value: Any) -> Any:
        return {key: self.write(node.parts[0], member) for key, member in value.items()}

    def _union(self, node: Node, value: Any) -> Any:
        choice = _choice(list(node.parts.values()), value)
        return value if choice is None else self.write(choice, value)

    def _name(self, node: Node, value: Any) -> Any:
        found = node.type_.found()
        return value if found is node.type_ else self.write(graph(found), value)


def _choice(choices: list[Node], value: Any) -> Node | None:
    """The member of a union that describes a value: the one that `narrow` takes."""
    for class_ in type(value).__mro__:
        for choice in choices:
            if choice.plain.kind in ("record", "model") and class_ in classes_of(choice):
                return choice
    first = None
    for choice in likely(choices, value):
        try:
            left = narrow(choice, value)
        except MisfitError:
            continue
        if left is value or choice.kind == "described":
            return choice
        first = first or choice
    return first


@functools.lru_cache(maxsize=1024)
def _rows(class_: Any) -> tuple[_Row, ...]:
    """The fields of a class in the order in which they are written, each with what makes its default."""
    return tuple(_Row(name, written, _default(class_, name)) for name, written in written_fields(class_))


def _default(class_: Any, name: str) -> Callable[[], Any]:
    """A function that gives the default of a field; `UNSET`, which equals nothing, where it has none."""
    if issubclass(class_, msgspec.Struct):
        defaults = dict(zip(reversed(class_.__struct_fields__), reversed(class_.__struct_defaults__), strict=False))
        given = defaults.get(name, msgspec.NODEFAULT)
        return _made(given, getattr(given, "factory", None) if type(given).__name__ == "Factory" else None)
    if hasattr(class_, "__dataclass_fields__"):
        field = class_.__dataclass_fields__[name]
        factory = field.default_factory
        return _made(field.default, factory if callable(factory) else None)
    given = next(attribute.default for attribute in class_.__attrs_attrs__ if attribute.name == name)
    takes_self = getattr(given, "takes_self", None)
    return _made(msgspec.UNSET if takes_self else given, given.factory if takes_self is False else None)


def _made(given: Any, factory: Callable[[], Any] | None) -> Callable[[], Any]:
    return (lambda: given) if factory is None else factory


def _is_default(member: Any, default: Any) -> bool:
    try:
        return member is default or bool(member == default)
    except Exception:  # noqa: BLE001 - what cannot be compared is not the default
        return False


_WRITE: dict[str, Callable[[Selection, Node, Any], Any]] = {
    "record": Selection._record,
    "typed dict": Selection._typed_dict,
    "model": Selection._model,
    "array": Selection._array,
    "tuple": Selection._tuple,
    "mapping": Selection._mapping,
    "union": Selection._union,
    "name": Selection._name,
    "described": Selection._model,
}
