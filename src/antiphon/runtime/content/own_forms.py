"""Pydantic dataclasses at places without a type, where msgspec would write them as it writes any dataclass.

Their own serializers know what they exclude, their aliases and their functions. msgspec asks nobody about a dataclass,
so the content is searched first: `own_forms` is called only where `pydantic.dataclasses` is imported, without which
there is none.

Part of the run time: pydantic is not imported here.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import Any

import msgspec

from antiphon.runtime.content.dataclass_search import SCALARS, holds_pydantic_dataclass, is_pydantic_dataclass
from antiphon.runtime.content.forms import form_of
from antiphon.runtime.content.members import member_names
from antiphon.runtime.content.narrowed import AsDeclared

#: The module that makes pydantic dataclasses.
PYDANTIC_DATACLASSES = "pydantic.dataclasses"


def own_forms(content: Any) -> Any:
    """The content, with every pydantic dataclass in it to be written by its own serializer."""
    return _replaced(content) if holds_pydantic_dataclass(content) else content


def _replaced(value: Any) -> Any:
    class_: Any = type(value)
    if class_ in SCALARS:
        return value
    if is_pydantic_dataclass(class_):
        return AsDeclared(class_, value)
    if isinstance(value, Mapping):
        return {key: _replaced(member) for key, member in value.items()}
    if isinstance(value, list | tuple | set | frozenset | deque):
        return [_replaced(member) for member in value]
    members = {name: getattr(value, name, msgspec.UNSET) for name in member_names(value)}
    left = {name: _replaced(member) for name, member in members.items() if member is not msgspec.UNSET}
    if all(left[name] is members[name] for name in left):
        return value
    form = form_of(class_, frozenset(members.keys() - left.keys()))
    if set(form.names) != left.keys():  # an attrs class writes what was set on its instance as well
        return left
    return form.write([left[name] for name in form.names])
