"""Which part of a pydantic model has no JSON form: what its serializer would refuse, read from its core schema.

The schema is what pydantic builds the serializer from, so aliases of types, generics, custom serializers and computed
fields are all said in it. A node of a kind that is not known here is taken to have a JSON form.
"""

from __future__ import annotations

import collections
import datetime as dt
import decimal
import enum
import ipaddress
import pathlib
import re
import uuid
from collections.abc import Iterator
from typing import Any

#: Types, subclasses included, that pydantic can write although the schema does not say how.
_INFERRED = (
    str, int, float, bytes, bytearray, type(None), decimal.Decimal, uuid.UUID, enum.Enum, pathlib.PurePath, re.Pattern,
    dt.datetime, dt.date, dt.time, dt.timedelta, list, tuple, set, frozenset, dict,
    ipaddress.IPv4Address, ipaddress.IPv6Address, ipaddress.IPv4Network, ipaddress.IPv6Network,
    ipaddress.IPv4Interface, ipaddress.IPv6Interface, complex,
)  # fmt: skip


def model_faults(model: type) -> Iterator[tuple[str, str]]:
    """The path within the model and the name of each part that its serializer refuses."""
    if not getattr(model, "__pydantic_complete__", True):
        try:
            complete = getattr(model, "model_rebuild", lambda **_: False)(raise_errors=False)
        except Exception:  # noqa: BLE001 - evaluating annotations runs whatever they say
            complete = False
        if not complete:
            return
    schema = getattr(model, "__pydantic_core_schema__", None)
    if isinstance(schema, dict):
        yield from _walk(schema)


_Node = dict[str, Any]

#: Where a kind of node keeps the schemas that serialization follows, and what its parts are called on the way.
_INNER: dict[str, tuple[str, str]] = {
    "model": ("schema", ""), "dataclass": ("schema", ""), "definitions": ("schema", ""), "default": ("schema", ""),
    "nullable": ("schema", ""), "function-after": ("schema", ""), "function-before": ("schema", ""),
    "function-wrap": ("schema", ""), "custom-error": ("schema", ""), "json-or-python": ("json_schema", ""),
    "lax-or-strict": ("strict_schema", ""), "union": ("choices", ""), "tagged-union": ("choices", ""),
    "list": ("items_schema", "[]"), "set": ("items_schema", "[]"), "frozenset": ("items_schema", "[]"),
    "generator": ("items_schema", "[]"), "tuple": ("items_schema", "[]"), "dict": ("values_schema", "[]"),
}  # fmt: skip
_REFUSED = {"callable": "a callable", "is-subclass": "a class"}


def _walk(schema: _Node) -> Iterator[tuple[str, str]]:
    pending = collections.deque([(schema, "")])
    known: dict[str, _Node] = {}
    while pending:
        node, path = pending.popleft()
        kind = node.get("type", "")
        if "serialization" in node and node["serialization"].get("type") != "include-exclude-dict":
            continue
        if kind in _REFUSED:
            yield path, _REFUSED[kind]
        elif kind == "is-instance":
            yield from _of_instance(node["cls"], path)
        elif kind == "definition-ref":
            # A definition is looked into once.
            if (definition := known.pop(str(node["schema_ref"]), None)) is not None:
                pending.append((definition, path))
        else:
            known |= {str(each.get("ref")): each for each in node.get("definitions", ())}
            pending += [(part, f"{path}{name}") for part, name in _parts(node, kind)]


def _parts(node: _Node, kind: str) -> Iterator[tuple[_Node, str]]:
    """The schemas inside a node, and what each is called."""
    if kind in ("model-fields", "typed-dict", "dataclass-args"):
        fields = node["fields"]
        named = fields.items() if isinstance(fields, dict) else [(field["name"], field) for field in fields]
        for name, field in named:
            if not field.get("serialization_exclude"):
                yield field["schema"], f".{name}"
        for field in node.get("computed_fields") or ():
            yield field["return_schema"], f".{field['property_name']}"
    elif kind == "chain":
        yield node["steps"][-1], ""
    elif kind in _INNER:
        key, name = _INNER[kind]
        inner = node.get(key, [])
        for part in inner if isinstance(inner, list) else inner.values() if kind == "tagged-union" else [inner]:
            # A choice may come with its label.
            yield (part[0] if isinstance(part, tuple) else part), name


def _of_instance(type_: Any, path: str) -> Iterator[tuple[str, str]]:
    """An arbitrary type: pydantic looks at the value, and knows dataclasses, models and plain types."""
    if not isinstance(type_, type) or type_ is object or issubclass(type_, _INFERRED):
        return
    if getattr(type_, "__abstractmethods__", None) or getattr(type_, "_is_protocol", False):
        return
    if not hasattr(type_, "__dataclass_fields__") and not hasattr(type_, "__pydantic_serializer__"):
        yield path, type_.__qualname__
