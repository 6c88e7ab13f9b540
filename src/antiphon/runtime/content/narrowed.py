"""Content as its declared type has it: what a subclass adds is left out, what is declared is read and never computed.

No class of the content's is called. What is left of an object is put into a Struct of ours, which is written as the
declared class is: under the same names, in the same order, with the same tag.
"""

from __future__ import annotations

import contextlib
import functools
import itertools
import keyword
import operator
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from antiphon.runtime.content.declared import Node, graph, has_attributes_of_its_own
from antiphon.runtime.content.exact import ARRAYS


class MisfitError(Exception):
    """A value that is not of the type declared for its place."""

    def __init__(self, value: object, expected: str) -> None:
        super().__init__(value, expected)
        self.value = value
        self.expected = expected


class AsDeclared:
    """A pydantic object that is to be written as the model declared for its place, by that model's serializer."""

    __slots__ = ("model", "value")

    def __init__(self, model: Any, value: Any) -> None:
        self.model = model
        self.value = value


_ARRAYS: Any = tuple(ARRAYS)
#: Written as they are, wherever they stand: they have no members.
_SCALARS = (str, int, float, bytes, type(None))


def narrow(node: Node, value: Any) -> Any:
    """The value, or what is left of it: the same object where nothing had to be left out. Raises MisfitError."""
    return _NARROW[node.kind](node, value)


def _free(node: Node, value: Any) -> Any:
    return value


def _record(node: Node, value: Any) -> Any:
    class_ = node.origin
    if not isinstance(value, class_):
        raise MisfitError(value, class_.__qualname__)
    form = _form(class_)
    if node.is_flat:
        actual = type(value)
        if actual not in form.alike:
            form.alike[actual] = actual is class_ or _writes_alike(class_, actual)
        if form.alike[actual]:
            return value
    return _left_of(form, node, value)


def _left_of(form: _Form, node: Node, value: Any) -> Any:
    try:
        members = form.read(value)
    except AttributeError:
        members = tuple(getattr(value, name, msgspec.UNSET) for name in form.names)
    if any(map(operator.is_, members, itertools.repeat(msgspec.UNSET))):
        return _set_members(form, node, members)
    if node.is_flat:
        return form.write(members)
    parts = node.parts
    left = [narrow(parts[name], member) for name, member in zip(form.names, members, strict=True)]
    if type(value) is node.origin and all(map(operator.is_, left, members)) and not _has_more(node, value):
        return value
    return form.write(left)


def _has_more(node: Node, value: Any) -> bool:
    """Whether msgspec would write more of an exact instance than its fields."""
    return has_attributes_of_its_own(node.origin) and len(vars(value)) > len(node.parts)


def _set_members(form: _Form, node: Node, members: Iterable[Any]) -> Any:
    """An object of which some members are not set."""
    left = {
        name: narrow(node.parts[name], member)
        for name, member in zip(form.names, members, strict=True)
        if member is not msgspec.UNSET
    }
    return _form(node.origin, frozenset(set(form.names) - left.keys())).write(left.values())


class _Form(NamedTuple):
    """How a class is written.

    `read` gives the members of an instance, `write` makes a Struct of ours of them. `alike` says of the subclasses that
    were met whether they add nothing.
    """

    names: tuple[str, ...]
    read: Callable[[Any], tuple[Any, ...]]
    write: Callable[[Iterable[Any]], Any]
    alike: dict[type, bool]


@functools.lru_cache(maxsize=1024)
def _form(class_: Any, unset: frozenset[str] = frozenset()) -> _Form:
    """The form of a class, less the fields that are not set. Read, those are 0."""
    kept = [field for field in _fields(class_) if field.name not in unset]
    settings: dict[str, Any] = {}
    if issubclass(class_, msgspec.Struct):
        config = class_.__struct_config__
        settings = {name: getattr(config, name) for name in ("tag", "tag_field", "array_like", "omit_defaults")}
    keywords = bool(settings.get("omit_defaults"))  # without defaults the order of the fields is free
    shadow = msgspec.defstruct(
        class_.__name__,
        [(f.ours, Any, f.default) if keywords and f.default is not _NO_DEFAULT else (f.ours, Any) for f in kept],
        rename={field.ours: field.written for field in kept},
        namespace={field.ours: 0 for field in _fields(class_) if field.name in unset},
        kw_only=keywords,
        **settings,
    )
    ours = [field.ours for field in kept]
    return _Form(
        tuple(field.name for field in kept),
        _reader([field.name for field in kept]),
        (lambda left: shadow(**dict(zip(ours, left, strict=True)))) if keywords else (lambda left: shadow(*left)),
        {},
    )


def _reader(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    if len(names) > 1:
        return operator.attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


class _Field(NamedTuple):
    name: str
    ours: str
    written: str
    default: Any


def _fields(class_: Any) -> list[_Field]:
    if issubclass(class_, msgspec.Struct):  # not by msgspec.structs.fields, which evaluates the annotations
        defaults = class_.__struct_defaults__
        without = len(class_.__struct_fields__) - len(defaults)
        rows = zip(
            class_.__struct_fields__, class_.__struct_encode_fields__, (_NO_DEFAULT,) * without + defaults, strict=True
        )
        return [
            _Field(name, _ours(at, name), written, _default(given)) for at, (name, written, given) in enumerate(rows)
        ]
    return [_Field(name, _ours(at, name), name, _NO_DEFAULT) for at, name in enumerate(_written(class_))]


_NO_DEFAULT: Any = msgspec.NODEFAULT


def _default(given: Any) -> Any:
    factory = getattr(given, "factory", None) if type(given).__name__ == "Factory" else None
    return given if factory is None else msgspec.field(default_factory=factory)


def _ours(at: int, name: str) -> str:
    """The name of a field of our Struct, which is the declared one wherever a Struct takes it."""
    return f"field{at}" if name.startswith("__") or keyword.iskeyword(name) or not name.isidentifier() else name


def _written(class_: Any) -> list[str]:
    """The fields of a dataclass or attrs class that msgspec writes, in its order, as seen on an instance."""
    if hasattr(class_, "__dataclass_fields__"):
        names = [name for name, field in class_.__dataclass_fields__.items() if field._field_type.name == "_FIELD"]
    else:
        names = [attribute.name for attribute in class_.__attrs_attrs__]
    try:
        sample = object.__new__(class_)
        for at, name in enumerate(names):
            object.__setattr__(sample, name, at)
        seen = msgspec.to_builtins(sample)
    except Exception:  # noqa: BLE001 - a class may forbid anything; then its own order has to do
        return names
    return [names[at] for at in seen.values()]


def _writes_alike(declared: Any, actual: Any) -> bool:
    """Whether msgspec writes a subclass's instances exactly as it writes the declared class's."""
    if not issubclass(declared, msgspec.Struct):
        return hasattr(declared, "__dataclass_fields__") and _written(declared) == _written(actual)
    ours, theirs = declared.__struct_config__, actual.__struct_config__
    return bool(
        declared.__struct_encode_fields__ == actual.__struct_encode_fields__
        and (ours.tag, ours.tag_field, ours.array_like, ours.omit_defaults)
        == (theirs.tag, theirs.tag_field, theirs.array_like, theirs.omit_defaults)
        and (not ours.omit_defaults or declared.__struct_defaults__ == actual.__struct_defaults__)
    )


def _typed_dict(node: Node, value: Any) -> Any:
    if not isinstance(value, dict):
        raise MisfitError(value, _named(node))
    parts, extra = node.parts, node.parts.get(...)
    left = {}
    for key, member in value.items():  # in the value's order, as msgspec writes it
        part = parts.get(key, extra)
        if part is not None:
            left[key] = narrow(part, member)
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
    if item.is_flat and all(map(_form(item.origin).alike.get, set(map(type, value)))):
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
            if choice.kind in ("record", "model") and class_ in _classes(choice):
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
    """What each choice that may describe a container leaves of one."""
    for choice in _likely(choices, value):
        with contextlib.suppress(MisfitError):
            yield narrow(choice, value)


def _classes(choice: Node) -> tuple[Any, ...]:
    return models_of(choice.origin) if choice.kind == "model" else (choice.origin,)


def _instances(choice: Node) -> Any:
    """The class of what a free choice admits; object for one that says too little."""
    if choice.literals:
        return tuple({type(value) for value in choice.literals})
    return choice.type_ if isinstance(choice.type_, type) and not choice.keys else object


def _likely(choices: Sequence[Node], value: Any) -> list[Node]:
    """The choices that may describe a container; of several TypedDicts that which knows most of the keys first."""
    likely = [choice for choice in choices if choice.kind in ("array", "tuple", "mapping", "union", "name")]
    if isinstance(value, dict):
        fitting = [c for c in choices if c.kind == "typed dict" and c.required <= value.keys() and _tagged(c, value)]
        fitting.sort(key=lambda choice: -len(choice.parts.keys() & value.keys()))
        likely = fitting + likely
    return likely


def _tagged(choice: Node, value: Mapping[str, Any]) -> bool:
    """Whether the keys that are literals have values of theirs."""
    return all(value[name] in part.literals for name, part in choice.parts.items() if part.literals and name in value)


def _name(node: Node, value: Any) -> Any:
    """What stands where a name leads nowhere: looked up now, or told by the name of its class."""
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
}
