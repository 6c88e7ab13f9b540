"""Whether two schemas of content can be told apart by every content that is sent.

An object is sent with the members that are declared, and no others: one that lacks a member which the other schema
requires does not match it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Schema = Mapping[str, Any]


def disjoint(one: Schema, other: Schema, definitions: Mapping[str, Schema]) -> bool:
    """Whether no content of either matches the other, as far as can be seen; False where that is not certain."""
    one, other = _resolved(one, definitions), _resolved(other, definitions)
    kinds = one.get("type"), other.get("type")
    if not all(isinstance(kind, str) for kind in kinds):
        return False
    if kinds[0] != kinds[1]:
        return set(kinds) != {"integer", "number"}
    if kinds[0] != "object":
        return _differ(one, other)
    return _constants_differ(one, other) or (_lacks(one, other) and _lacks(other, one))


def _resolved(schema: Schema, definitions: Mapping[str, Schema]) -> Schema:
    reference = schema.get("$ref")
    return schema if reference is None else definitions.get(str(reference).rpartition("/")[2], {})


def _differ(one: Schema, other: Schema) -> bool:
    return "const" in one and "const" in other and one["const"] != other["const"]


def _constants_differ(one: Schema, other: Schema) -> bool:
    """Whether a member that both require is another constant in each."""
    both = set(one.get("required", ())) & set(other.get("required", ()))
    return any(_differ(one["properties"].get(name, {}), other["properties"].get(name, {})) for name in both)


def _lacks(sent: Schema, wanted: Schema) -> bool:
    """Whether what is sent under one schema never has some member that the other requires."""
    if sent.get("additionalProperties", False) is not False:
        return False
    return any(name not in sent.get("properties", {}) for name in wanted.get("required", ()))
