"""Only declared fields are sent: generated types and values, whose subclasses add fields that must never leave."""

from __future__ import annotations

import dataclasses
import enum
import itertools
import typing
from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any, Generic, Literal, NamedTuple, NewType, TypedDict, TypeVar

import attrs
import msgspec
import pydantic
import typing_extensions
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typing_extensions import TypeAliasType

from antiphon import respond
from antiphon.runtime.content.json import encode
from tests.support.asked import examples

T = TypeVar("T")
_names = itertools.count()


class Colour(enum.Enum):
    RED = "red"


class Pair(NamedTuple):
    """A value as it is given, and the same rebuilt of the declared classes alone."""

    given: Any
    rebuilt: Any


class Kind(NamedTuple):
    """A type, and pairs of its values."""

    type_: Any
    pairs: st.SearchStrategy[Pair]


class Page(msgspec.Struct, Generic[T]):
    items: list[T]
    next: Page[T] | None = None


def _struct(name: str, fields: Mapping[str, Any], base: Any = None, **settings: Any) -> Any:
    bases = (base,) if base else None
    return msgspec.defstruct(name, list(fields.items()), bases=bases, module=__name__, kw_only=True, **settings)


def _dataclass(name: str, fields: Mapping[str, Any], base: Any = None, **settings: Any) -> Any:
    bases = (base,) if base else ()
    return dataclasses.make_dataclass(name, list(fields.items()), bases=bases, kw_only=True, **settings)


def _attrs(name: str, fields: Mapping[str, Any], base: Any = None, **settings: Any) -> Any:
    made = {key: attrs.field(type=type_, kw_only=True) for key, type_ in fields.items()}
    return attrs.make_class(name, made, bases=(base,) if base else (object,), slots=True, **settings)


def _model(name: str, fields: Mapping[str, Any], base: Any = None, **settings: Any) -> Any:
    given: dict[str, Any] = {key: (type_, ...) for key, type_ in fields.items()}
    return pydantic.create_model(name, __base__=base, **settings, **given)


def _typed_dict(name: str, fields: Mapping[str, Any], base: Any = None) -> Any:
    inherited = base.__annotations__ if base else {}
    make: Any = TypedDict  # checkers want the names written out
    return make(name, {**inherited, **fields})


#: How a class of each library is made, and the settings that change its JSON.
MAKERS: list[tuple[Callable[..., Any], list[dict[str, Any]]]] = [
    (
        _struct,
        [{}, {"rename": "camel"}, {"tag": True}, {"array_like": True}, {"omit_defaults": True}, {"frozen": True}],
    ),
    (_dataclass, [{}, {"slots": True}, {"frozen": True}]),
    (_attrs, [{}]),
    (_typed_dict, [{}]),
]

LEAVES: list[Kind] = [
    Kind(type_, values.map(lambda value: Pair(value, value)))
    for type_, values in [
        (str, st.text(max_size=3)),
        (int, st.integers(-5, 5)),
        (float, st.floats(allow_nan=False, allow_infinity=False)),
        (bool, st.booleans()),
        (type(None), st.none()),
        (Colour, st.just(Colour.RED)),
        (Literal["a"], st.just("a")),
        (Any, st.integers() | st.lists(st.integers(), max_size=2)),
    ]
]


@st.composite
def record(draw: st.DrawFn, inner: st.SearchStrategy[Kind]) -> Kind:
    """A class with fields; some instances are of a subclass with one field more."""
    make, settings_ = draw(st.sampled_from(MAKERS))
    chosen = draw(st.sampled_from(settings_))
    kinds = draw(st.lists(inner, min_size=1, max_size=3))
    at = next(_names)
    fields = {f"member_{at}": kind.type_ for at, kind in enumerate(kinds)}
    cls = make(f"Made{at}", fields, **chosen)
    if make is _struct and chosen.get("tag"):
        chosen = {"tag": f"Sub{at}"}
    sub = make(f"Sub{at}", {"secret": str}, cls, **({k: v for k, v in chosen.items() if k != "slots"}))

    def build(parts: tuple[Pair, ...], adds: bool) -> Pair:
        names = list(fields)
        given = {name: part.given for name, part in zip(names, parts, strict=True)}
        rebuilt = {name: part.rebuilt for name, part in zip(names, parts, strict=True)}
        return Pair(sub(**given, secret="s3cret") if adds else cls(**given), cls(**rebuilt))

    return Kind(cls, st.builds(build, st.tuples(*(kind.pairs for kind in kinds)), st.booleans()))


@st.composite
def model(draw: st.DrawFn, inner: st.SearchStrategy[Kind]) -> Kind:
    """A pydantic model of leaves and models, as pydantic knows nothing of what the others hold."""
    kinds = draw(st.lists(st.sampled_from(LEAVES), min_size=1, max_size=3))
    at = next(_names)
    fields = {f"member_{at}": kind.type_ for at, kind in enumerate(kinds)}
    cls = _model(f"Made{at}", fields)
    sub = _model(f"Sub{at}", {"secret": str}, cls)

    def build(parts: tuple[Pair, ...], adds: bool) -> Pair:
        values = {name: part.rebuilt for name, part in zip(fields, parts, strict=True)}
        return Pair(sub(**values, secret="s3cret") if adds else cls(**values), cls(**values))

    return Kind(cls, st.builds(build, st.tuples(*(kind.pairs for kind in kinds)), st.booleans()))


def _of_many(pairs: Sequence[Pair], make: Callable[[Any], Any]) -> Pair:
    return Pair(make([pair.given for pair in pairs]), make([pair.rebuilt for pair in pairs]))


@st.composite
def either(draw: st.DrawFn, inner: st.SearchStrategy[Kind]) -> Kind:
    """A union of two classes, a leaf and a list, whose instances tell which of them they are."""
    one, other = draw(record(inner)), draw(record(inner))
    one_is, other_is = (typing_extensions.is_typeddict(kind.type_) for kind in (one, other))
    list_of: Any = list
    many = Kind(list_of[one.type_], st.lists(one.pairs, max_size=2).map(lambda pairs: _of_many(pairs, list)))
    kinds = [one, many, draw(st.sampled_from(LEAVES[:-1]))] + ([other] if not one_is or not other_is else [])
    union: Any = typing.Union[tuple(kind.type_ for kind in kinds)]
    return Kind(union, st.one_of(*(kind.pairs for kind in kinds)))


@st.composite
def named(draw: st.DrawFn, inner: st.SearchStrategy[Kind]) -> Kind:
    """A tuple whose items have names."""
    kinds = draw(st.lists(inner, min_size=1, max_size=3))
    make: Any = NamedTuple  # checkers want the names written out
    made = make(f"Made{next(_names)}", [(f"item{at}", kind.type_) for at, kind in enumerate(kinds)])
    parts = st.tuples(*(kind.pairs for kind in kinds))
    return Kind(made, parts.map(lambda pairs: _of_many(pairs, lambda values: made(*values))))


@st.composite
def container(draw: st.DrawFn, inner: st.SearchStrategy[Kind]) -> Kind:
    """A collection, an alias, a generic or an optional of something."""
    type_, pairs = draw(record(inner) | inner)
    few = st.lists(pairs, max_size=3)
    lists = few.map(lambda many: _of_many(many, list))
    dicts = few.map(lambda many: _of_many(many, lambda values: dict(zip("abc", values, strict=False))))
    # The types are values here, which checkers do not take for types.
    made: list[tuple[Any, st.SearchStrategy[Pair]]] = [
        (dict[str, type_], dicts),  # type: ignore[valid-type]
        (list[type_], lists),  # type: ignore[valid-type]
        (Mapping[str, type_], dicts),  # type: ignore[valid-type]
        (Sequence[type_], lists),  # type: ignore[valid-type]
        (TypeAliasType(f"Alias{next(_names)}", list[type_]), lists),  # type: ignore[valid-type]
        (tuple[type_, ...], few.map(lambda many: _of_many(many, tuple))),  # type: ignore[valid-type]
        (tuple[int, type_], pairs.map(lambda pair: Pair((1, pair.given), (1, pair.rebuilt)))),  # type: ignore[valid-type]
        (Page[type_], few.map(lambda many: _of_many(many, lambda values: Page(values, Page(values))))),  # type: ignore[valid-type]
        (Annotated[type_, "note"], pairs),
    ]
    new_type: Any = NewType
    if type_ is not Any:
        made += [
            (type_ | None, pairs | st.just(Pair(None, None))),
            (new_type(f"New{next(_names)}", type_), pairs),
        ]
    return Kind(*draw(st.sampled_from(made)))


KINDS: st.SearchStrategy[Kind] = st.recursive(
    st.sampled_from(LEAVES),
    lambda inner: record(inner) | model(inner) | container(inner) | record(inner) | either(inner) | named(inner),
    max_leaves=6,
)


@settings(
    max_examples=examples(250), deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(data=st.data())
def test_the_octets_are_those_of_the_value_rebuilt_as_declared(data: st.DataObject) -> None:
    """Whatever a value's classes add, and wherever in it: what is sent is what is declared."""
    kind = data.draw(KINDS)
    given_, rebuilt = data.draw(kind.pairs)
    made: Any = respond(200).json(kind.type_).compile()

    body = bytes(made(given_).body)

    assert encode(rebuilt) == body
    assert b"s3cret" not in body
    assert body == bytes(made(rebuilt).body)
