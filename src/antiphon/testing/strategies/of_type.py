"""The strategy of any type that a declaration names."""

from __future__ import annotations

import enum
import pathlib
import types
from collections.abc import Hashable, Mapping
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

import msgspec
from hypothesis import strategies as st
from hypothesis.errors import HypothesisException
from hypothesis.strategies import SearchStrategy
from hypothesis.strategies._internal import types as hypothesis_types

from antiphon.runtime.content.type_parts import Nowhere, field_names, is_collection, unwrapped
from antiphon.runtime.param_types import OPEN
from antiphon.testing.strategies.classes import instances
from antiphon.testing.strategies.constraints import Constraints
from antiphon.testing.strategies.containers import containers
from antiphon.testing.strategies.no_strategy import Endless, no_strategy
from antiphon.testing.strategies.place import Place
from antiphon.testing.strategies.pydantic_types import of_pydantic
from antiphon.testing.strategies.scalars import JSON, scalar

#: The types that `register_type_strategy` gave a strategy, and Hypothesis's own ones.
_REGISTERED: Final[Mapping[Any, Any]] = hypothesis_types._global_type_lookup
_OF_HYPOTHESIS = frozenset(_REGISTERED)


def of_type(type_: Any, place: Place | None = None, limits: Constraints | None = None) -> SearchStrategy[Any]:
    """Values of a type, by its own constraints and these. Raises NoStrategy.

    What is registered with Hypothesis comes first; a field or an attribute may be of any type that JSON has a form of.
    """
    place, limits, bare = place or Place(of_type), limits or Constraints(), type_
    for bare in unwrapped(type_, place.known):
        registered = _registered(bare)
        if registered is not None:
            return _tested(registered, limits)
        if get_origin(bare) is Annotated:
            limits = limits.and_of(bare.__metadata__)
    return _tested(_of_bare(bare, place, limits), limits)


def _tested(values: SearchStrategy[Any], limits: Constraints) -> SearchStrategy[Any]:
    for test in limits.tests:
        values = values.filter(test)
    return values


def _registered(type_: Any) -> SearchStrategy[Any] | None:
    if not isinstance(type_, Hashable):
        return None
    known: Any = type_
    return st.from_type(known) if known in _REGISTERED and known not in _OF_HYPOTHESIS else None


def _of_bare(type_: Any, place: Place, limits: Constraints) -> SearchStrategy[Any]:
    origin, arguments = get_origin(type_), get_args(type_)
    if type_ is None or type_ is type(None):
        return st.none()
    if type_ is Any or type_ is OPEN:
        return JSON
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin in (Union, types.UnionType):
        return _union(arguments, place, limits)
    if isinstance(type_, Nowhere):
        raise no_strategy(type_, "the name leads nowhere")
    class_: Any = origin or type_
    if not isinstance(class_, type):
        raise no_strategy(type_, "it is not a class")
    return _of_class(class_, type_, place, limits)


def _of_class(class_: type, type_: Any, place: Place, limits: Constraints) -> SearchStrategy[Any]:
    plain = scalar(class_, limits, alphabet=place.alphabet, nan=place.nan)
    if plain is not None:
        return plain
    if issubclass(class_, enum.Enum):
        return st.sampled_from(list(class_))
    if issubclass(class_, msgspec.Raw):
        return JSON.map(msgspec.json.encode).map(msgspec.Raw)
    if class_.__module__.partition(".")[0] == "pydantic" and (special := of_pydantic(class_, limits)) is not None:
        return special
    if field_names(class_) is not None or hasattr(class_, "__pydantic_fields__"):
        return instances(type_, class_, place)
    if is_collection(class_) or issubclass(class_, types.MappingProxyType):
        return containers(class_, get_args(type_), place, limits)
    return _by_hypothesis(class_)


def _union(members: tuple[Any, ...], place: Place, limits: Constraints) -> SearchStrategy[Any]:
    """Of each member, but for those that would go on without an end; UNSET is only what leaves a field out."""
    found: list[SearchStrategy[Any]] = []
    endless: Endless | None = None
    for member in members:
        if member is msgspec.UnsetType:
            continue
        try:
            found.append(place.of(member, limits))
        except Endless as error:
            endless = error
    if not found and endless is not None:
        raise endless
    return st.one_of(found)


def _by_hypothesis(class_: type) -> SearchStrategy[Any]:
    """Of a class that says nothing of its fields: Hypothesis knows it, or makes it by its constructor's annotations."""
    if issubclass(class_, pathlib.PurePath):
        return st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), max_size=3).map(lambda parts: class_(*parts))
    chosen: SearchStrategy[Any] = st.from_type(class_)
    try:
        chosen.validate()
    except (HypothesisException, TypeError, NameError) as error:
        raise no_strategy(class_, str(error).splitlines()[0] if str(error) else type(error).__name__) from None
    return chosen
