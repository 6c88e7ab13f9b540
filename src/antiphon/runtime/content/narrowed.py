"""Reduce content to its declared type: members that a subclass adds are left out, and nothing is computed.

No class of the content is called. The declared members of an object are copied into a Struct of ours, which is written
as the declared class is: under the same names, in the same order, with the same tag.
"""

from __future__ import annotations

import contextlib
import itertools
import operator
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from antiphon.runtime.content.declared import Node, graph, has_attributes_of_its_own
from antiphon.runtime.content.exact import ARRAYS
from antiphon.runtime.content.forms import Form, form_of, writes_alike


class MisfitError(Exception):
    """A value that is not of the type declared for its place."""

    def __init__(self, value: object, expected: str) -> None:
        super().__init__(value, expected)
        self.value = value
        self.expected = expected


class AsDeclared:
    """A value that is to be written as the model declared for its place, or what is `Described`, by that serializer."""

    __slots__ = ("model", "value")

    def __init__(self, model: Any, value: Any) -> None:
        self.model: Any = model
        self.value: Any = value


_ARRAYS: Any = tuple(ARRAYS)
#: Always written as they are: they have no members.
_SCALARS = (str, int, float, bytes, type(None))


def narrow(node: Node, value: Any) -> Any:
    """The value without undeclared members; the same object where it has none. Raises MisfitError."""
    return _NARROW[node.kind](node, value)


def _free(node: Node, value: Any) -> Any:
    return value


def _record(node: Node, value: Any) -> Any:
    class_ = node.origin
    if not isinstance(value, class_):
        raise MisfitError(value, class_.__qualname__)
    form = form_of(class_)
    if node.is_flat:
        actual = type(value)
        if actual not in form.alike:
            form.alike[actual] = actual is class_ or writes_alike(class_, actual)
        if form.alike[actual]:
            return value
    return _left_of(form, node, value)


def _left_of(form: Form, node: Node, value: Any) -> Any:
    try:
        members = form.read(value)
    except AttributeError:
        members = tuple(getattr(value, name, msgspec.UNSET) for name in form.names)
    if any(map(operator.is_, members, itertools.repeat(msgspec.UNSET))):
        return _set_members(form, node, members)
    if node.is_flat:
        return form.write(members)
    parts = node.parts
    left = [
        narrow(part, member) if (part := parts[name]).hides else member
        for name, member in zip(form.names, members, strict=True)
    ]
    if type(value) is node.origin and all(map(operator.is_, left, members)) and not _has_more(node, value):
        return value
    return form.write(left)


def _has_more(node: Node, value: Any) -> bool:
    """Whether msgspec would write more of an exact instance than its fields."""
    return has_attributes_of_its_own(node.origin) and len(vars(value)) > len(node.parts)


def _set_members(form: Form, node: Node, members: Iterable[Any]) -> Any:
    """An object of which some members are not set."""
    left = {
        name: narrow(node.parts[name], member)
        for name, member in zip(form.names, members, strict=True)
        if member is not msgspec.UNSET
    }
    return form_of(node.origin, frozenset(set(form.names) - left.keys())).write(left.values())


def _typed_dict(node: Node, value: Any) -> Any:
    if not isinstance(value, dict):
        raise MisfitError(value, _named(node))
    parts, extra = node.parts, node.parts.get(...)
    left = {}
    for key, member in value.items():  # in the value's order, as msgspec writes it
        part = parts.get(key, extra)
        if part is not None:
            left[key] = narrow(part, member) if part.hides else member
    return value if len(left) == len(value) and all(left[key] is value[key] for key in left) else left


def _model(node: Node, value: Any) -> Any:
    model = node.origin
    if type(value) is model and not hasattr(model, "__dataclass_fields__"):
        return value
    if isinstance(value, models_of(model)):
        return AsDeclared(model, value)
    raise MisfitError(value, model.__qualname__)


def models_of(model: Any) -> tuple[type, ...]:
    """The classes whose instances pydantic takes for a model: of a generic one, whatever its type variables are."""
    generic = getattr(model, "__pydantic_generic_metadata__", {}).get("origin")
    return (model,) if generic is None else (model, generic)


def _array(node: Node, value: Any) -> Any:
    if not isinstance(value, _ARRAYS):
        raise MisfitError(value, _named(node))
    item = node.parts[0]
    if item.is_flat and all(map(form_of(item.origin).alike.get, set(map(type, value)))):
        return value
    left = [narrow(item, member) for member in value]
    return value if all(map(operator.is_, left, value)) else left


def _tuple(node: Node, value: Any) -> Any:
    if not isinstance(value, (tuple, list)) or len(value) != len(node.parts):
        raise MisfitError(value, _named(node))
    left = [narrow(part, member) for part, member in zip(node.parts.values(), value, strict=True)]
    return value if all(map(operator.is_, left, value)) else left


def _mapping(node: Node, value: Any) -> Any:
    if not isinstance(value, Mapping):
        raise MisfitError(value, _named(node))
    left = {key: narrow(node.parts[0], member) for key, member in value.items()}
    return value if all(left[key] is value[key] for key in left) else left


def _union(node: Node, value: Any) -> Any:
    choices = list(node.parts.values())
    for class_ in type(value).__mro__:
        for choice in choices:
            if choice.plain.kind in ("record", "model") and class_ in classes_of(choice):
                return narrow(choice, value)
    for choice in choices:
        if choice.kind == "described" and choice.plain.kind == "free" and isinstance(value, _instances(choice.plain)):
            return narrow(choice, value)
    if isinstance(value, _SCALARS):
        return value
    fitting = list(_fitting(choices, value))
    if any(left is value for left in fitting):
        return value
    if fitting:
        return fitting[0]
    if any(choice.kind == "free" and isinstance(value, _instances(choice)) for choice in choices):
        return value
    raise MisfitError(value, _named(node))


def _fitting(choices: Sequence[Node], value: Any) -> Iterator[Any]:
    """The container, narrowed to each choice that may describe it."""
    for choice in likely(choices, value):
        with contextlib.suppress(MisfitError):
            yield narrow(choice, value)


def classes_of(choice: Node) -> tuple[Any, ...]:
    """The classes whose instances a member of a union describes."""
    plain = choice.plain
    return models_of(plain.origin) if plain.kind == "model" else (plain.origin,)


def _instances(choice: Node) -> Any:
    """The classes of the values that a free choice admits; object where they are not known."""
    if choice.literals:
        return tuple({type(value) for value in choice.literals})
    return choice.type_ if isinstance(choice.type_, type) and not choice.keys else object


def likely(choices: Sequence[Node], value: Any) -> list[Node]:
    """The choices that may describe a container; of several TypedDicts that which knows most of the keys first."""
    likely = [choice for choice in choices if choice.plain.kind in ("array", "tuple", "mapping", "union", "name")]
    if isinstance(value, dict):
        fitting = [choice for choice in choices if choice.plain.kind == "typed dict" and _fits(choice.plain, value)]
        fitting.sort(key=lambda choice: -len(choice.plain.parts.keys() & value.keys()))
        likely = fitting + likely
    return likely


def _fits(choice: Node, value: Mapping[str, Any]) -> bool:
    """Whether all keys of a TypedDict that are required are there, and those declared as a Literal have its values."""
    return choice.required <= value.keys() and all(
        value[name] in part.literals for name, part in choice.parts.items() if part.literals and name in value
    )


def _described(node: Node, value: Any) -> Any:
    narrow(node.plain, value)  # which refuses what is not declared, all the way down
    return AsDeclared(node.origin, value)


def _name(node: Node, value: Any) -> Any:
    """A value whose declared name did not resolve: looked up again now, or matched by the name of its class."""
    found = node.type_.found()
    if found is not node.type_:
        return narrow(graph(found), value)
    for class_ in type(value).__mro__:
        if class_.__name__ == node.type_.name:
            return narrow(graph(class_), value)
    return value if isinstance(value, _SCALARS) else _unknown(node, value)


def _unknown(node: Node, value: Any) -> Any:
    raise MisfitError(value, f"{node.type_.name}, a name that leads nowhere,")


def _named(node: Node) -> str:
    type_ = node.type_
    return str(type_.__qualname__ if isinstance(type_, type) and not hasattr(type_, "__args__") else type_)


_NARROW: dict[str, Callable[[Node, Any], Any]] = {
    "free": _free,
    "record": _record,
    "typed dict": _typed_dict,
    "model": _model,
    "array": _array,
    "tuple": _tuple,
    "mapping": _mapping,
    "union": _union,
    "name": _name,
    "described": _described,
}
