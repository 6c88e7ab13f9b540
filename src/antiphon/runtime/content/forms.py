"""How msgspec writes a class of fields, and a Struct of ours that it writes alike: same names, order and tag."""

from __future__ import annotations

import functools
import keyword
import operator
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import msgspec


class Form(NamedTuple):
    """How a class is written.

    `read` gives the members of an instance, `write` makes a Struct of ours of them. `alike` says of the subclasses that
    were met whether they add nothing.
    """

    names: tuple[str, ...]
    read: Callable[[Any], tuple[Any, ...]]
    write: Callable[[Iterable[Any]], Any]
    alike: dict[type, bool]


@functools.lru_cache(maxsize=1024)
def form_of(class_: Any, unset: frozenset[str] = frozenset()) -> Form:
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
    return Form(
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


def written_fields(class_: Any) -> list[tuple[str, str]]:
    """The fields that msgspec writes of a class, in its order: each name, and the one that is written."""
    return [(field.name, field.written) for field in _fields(class_)]


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


def writes_alike(declared: Any, actual: Any) -> bool:
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
