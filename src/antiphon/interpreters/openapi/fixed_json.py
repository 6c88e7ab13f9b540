"""The schema of a JSON value that never changes: its form, with its own values as constants."""

from __future__ import annotations

from typing import Any

_TYPES: tuple[tuple[type, str], ...] = ((bool, "boolean"), (int, "integer"), (float, "number"), (str, "string"))


def schema_of_value(value: Any) -> dict[str, Any]:
    """The schema that this value matches, and no other of another form."""
    if value is None:
        return {"type": "null"}
    if isinstance(value, dict):
        members = {name: schema_of_value(item) for name, item in value.items()}
        return {"type": "object", "properties": members, "required": list(members)} if members else {"type": "object"}
    if isinstance(value, list):
        each: list[dict[str, Any]] = []
        for item in value:
            schema = schema_of_value(item)
            each += [] if schema in each else [schema]
        items = each[0] if len(each) == 1 else {"anyOf": each} if each else {}
        return {"type": "array", "items": items, "minItems": len(value), "maxItems": len(value)}
    name = next(name for type_, name in _TYPES if isinstance(value, type_))
    return {"type": name, "const": value}
