"""The types whose schemas a document needs: asked for together, since their names depend on each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from antiphon.interpreters.openapi.contents import Schema, SchemaOf, described
from antiphon.interpreters.openapi.declared import Declared


def content_types(responses: Iterable[Declared]) -> list[Any]:
    """Each type of content whose schema the responses need, once, in their order."""
    found: list[Any] = []
    for response in responses:
        content = described(response.spec)
        found += [type_ for type_ in (content.types if content else ()) if type_ not in found]
    return found


def schema_lookup(types: Sequence[Any], each: Sequence[Schema]) -> SchemaOf:
    """The function from a type to its schema, for types that were asked for together."""

    def schema_of(type_: Any) -> Schema:
        return each[types.index(type_)]

    return schema_of
