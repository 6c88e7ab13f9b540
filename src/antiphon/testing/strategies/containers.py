"""Strategies of collections and mappings."""

from __future__ import annotations

import collections
import types
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from antiphon.testing.strategies.constraints import Constraints
from antiphon.testing.strategies.no_strategy import Endless
from antiphon.testing.strategies.place import Place

#: A collection has no more members unless its type demands them: fewer inside of classes, and of classes in these.
_USUAL = (4, 3, 2, 1)


def containers(class_: type, arguments: tuple[Any, ...], place: Place, limits: Constraints) -> SearchStrategy[Any]:
    """Values of a collection with these type arguments. Raises NoStrategy as `of_type` does."""
    if issubclass(class_, tuple) and arguments[1:] != (Ellipsis,) and arguments:
        return st.tuples(*[place.of(one) for one in arguments if one != ()])
    sizes: dict[str, Any] = limits.sizes(_USUAL[min(len(place.within), 3)])
    try:
        members = [place.of(one) for one in arguments if one is not Ellipsis]
    except Endless:
        if sizes["min_size"]:
            raise
        members, sizes = [st.none(), st.none()], {"min_size": 0, "max_size": 0}
    if issubclass(class_, Mapping | types.MappingProxyType):
        keys, values = members if len(members) > 1 else [place.of(str), *(members or [place.of(Any)])]
        return st.dictionaries(keys, values, **sizes).map(_of(class_, dict))
    member = members[0] if members else place.of(Any)
    if issubclass(class_, AbstractSet):
        member = member if members else place.of(str)
        return st.sets(member, **sizes).map(_of(class_, set))
    return st.lists(member, **sizes).map(_of(class_, list))


_MADE = (tuple, frozenset, collections.deque, collections.OrderedDict, collections.Counter, types.MappingProxyType)


def _of(class_: type, usual: type) -> Any:
    """The function that makes the collection: an abstract class takes the usual one."""
    return next((made for made in _MADE if issubclass(class_, made)), usual)
