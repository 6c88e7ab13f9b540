"""Pydantic models as JSON by their own serializers, which write a NaN in one of three ways.

By its settings a model writes NaN as `null`, `NaN` or `"NaN"`. To see which of the nulls were numbers, the serializer
is built once more from the model's schema, to write `NaN` for each. `NaN` is not JSON, so parsing finds it,
whatever serializer, computed field or undeclared member it came from.

Part of the run time: pydantic is not imported here. Where there is a model, pydantic is loaded already.
"""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Callable, Mapping
from typing import Any, Literal

import msgspec

from antiphon.runtime.content.core_schema import schemas_in
from antiphon.runtime.content.described import Described
from antiphon.runtime.content.nan import AS_KEY, holds_not_finite

Encode = Callable[[Any], bytes]


def plain_serializer(type_: Any) -> Any:
    """The serializer of a model, or of a list of models."""
    found = getattr(type_, "__pydantic_serializer__", None)
    return sys.modules["pydantic"].TypeAdapter(type_).serializer if found is None else found


def encoder(
    type_: Any,
    nan: Literal["error", "null"],
    refused: Callable[[], Exception],
    *,
    by_alias: bool = True,
    **options: Any,
) -> Encode:
    """A function that prints a model, or a list of models. `refused` makes the error for one that holds NaN.

    The keywords are the serializer's own, such as `exclude_none`.

    The serializers are made when the first model is printed: that is slow, and few responses need them.
    """
    made: list[Encode] = []

    def encode(content: Any) -> bytes:
        if not made:
            keywords = {"by_alias": by_alias, **options}
            made.append(_nulling(type_, keywords) if nan == "null" else _refusing(type_, refused, keywords))
        return made[0](content)

    return encode


def may_hold_nan(type_: Any) -> bool:
    """Whether anything in a model, or a list of models, may be a float. A model that is not complete may hold any."""
    schema = _schema(type_)
    return schema is None or _doubtful(schema)


def _refusing(type_: Any, refused: Callable[[], Exception], keywords: Mapping[str, Any]) -> Encode:
    schema, serializer = _schema(type_), plain_serializer(type_)
    revealing = serializer if schema is None else _revealing(schema)
    # A NaN that is printed as text is allowed, and the output of `to_python` does not show which ones are.
    infers = schema is None or (_infers(schema) and not _writes_strings(schema))
    to_json, to_python = revealing.to_json, serializer.to_python

    def encode(content: Any) -> bytes:
        octets: bytes = to_json(content, **keywords)
        if (octets.find(b"NaN") >= 0 or octets.find(b"Infinity") >= 0) and not _is_json(octets):
            raise refused()
        # A model at a place without a type is printed by its own serializer, with its own settings.
        doubtful = any(octets.find(key) >= 0 for key in AS_KEY) or (infers and octets.find(b"null") >= 0)
        if doubtful and holds_not_finite(to_python(content, **keywords)):
            raise refused()
        return octets

    return encode


def _nulling(type_: Any, keywords: Mapping[str, Any]) -> Encode:
    to_json = plain_serializer(type_).to_json

    def encode(content: Any) -> bytes:
        octets: bytes = to_json(content, **keywords)
        if (octets.find(b"NaN") >= 0 or octets.find(b"Infinity") >= 0) and not _is_json(octets):
            octets = msgspec.json.encode(json.loads(octets, parse_constant=lambda _: None))
        return octets

    return encode


def _is_json(octets: bytes) -> bool:
    try:
        msgspec.json.decode(octets)
    except msgspec.DecodeError:
        return False
    return True


def _schema(type_: Any) -> Mapping[str, Any] | None:
    """The core schema of a model or of a list of models; None where a model is not complete."""
    if not isinstance(type_, type | Described) or not hasattr(type_, "__pydantic_core_schema__"):
        schema = sys.modules["pydantic"].TypeAdapter(type_).core_schema
    else:
        schema = type_.__pydantic_core_schema__
        if not isinstance(schema, dict):
            with contextlib.suppress(Exception):  # evaluating annotations can raise anything
                getattr(type_, "model_rebuild", lambda **_: None)(raise_errors=False)
            schema = getattr(type_, "__pydantic_core_schema__", None)
    return schema if isinstance(schema, dict) else None


def _revealing(schema: Mapping[str, Any]) -> Any:
    """The serializer of a schema, but that it writes `NaN` where it would write null for one."""
    core: Any = sys.modules["pydantic_core"]
    inner = schema
    if schema.get("type") == "definitions":
        inner = schema["schema"]
        if inner.get("type") == "definition-ref":
            inner = next(part for part in schema["definitions"] if part.get("ref") == inner["schema_ref"])
    while inner.get("type", "").startswith("function") and "schema" in inner:
        inner = inner["schema"]
    settings = _with_constants(inner.get("config") or {})
    revealed = _revealed(schema)
    try:  # not by the serializers that the classes have
        return core.SchemaSerializer(revealed, settings, _use_prebuilt=False)
    except TypeError:
        return core.SchemaSerializer(revealed, settings)


def _with_constants(settings: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "ser_json_inf_nan": "constants",
        **{k: v for k, v in settings.items() if k != "ser_json_inf_nan" or v == "strings"},
    }


def _revealed(schema: Any) -> Any:
    if isinstance(schema, dict):
        copied = {**schema, **{key: _revealed(value) for key, value in schemas_in(schema).items()}}
        if schema.get("type") in ("model", "dataclass", "typed-dict"):
            copied["config"] = _with_constants(schema.get("config") or {})
        return copied
    if isinstance(schema, list):
        return [_revealed(member) for member in schema]
    if isinstance(schema, tuple):
        return tuple(_revealed(member) for member in schema)
    return schema


#: Kinds of schema whose values are never floats, and those that are as their parts are.
_WITHOUT_FLOATS = frozenset((
    "str", "int", "bool", "none", "date", "time", "datetime", "timedelta", "uuid", "decimal", "bytes", "url",
    "multi-host-url", "model", "model-fields", "model-field", "dataclass", "dataclass-args", "dataclass-field",
    "typed-dict", "typed-dict-field", "list", "tuple", "set", "frozenset", "dict", "nullable", "union", "default",
    "definitions", "definition-ref", "computed-field", "function-before", "tagged-union", "lax-or-strict",
    "json-or-python", "chain", "literal", "include-exclude-dict", "include-exclude-sequence", "format", "to-string",
))  # fmt: skip


def _doubtful(schema: Any) -> bool:
    """Whether a schema has any part that may produce a float; unknown parts count."""
    if isinstance(schema, list | tuple):
        return any(map(_doubtful, schema))
    if not isinstance(schema, dict):
        return False
    kind = schema.get("type")
    if isinstance(kind, str) and kind not in _WITHOUT_FLOATS:
        return kind != "enum" or any(isinstance(member.value, float) for member in schema["members"])
    return (isinstance(kind, str) and _is_loose(schema)) or any(map(_doubtful, schemas_in(schema).values()))


def _infers(schema: Any) -> bool:
    """Whether some values are printed by their run-time type and not by the declared type."""
    if isinstance(schema, list | tuple):
        return any(map(_infers, schema))
    if not isinstance(schema, dict):
        return False
    kind = schema.get("type")
    if isinstance(kind, str) and (kind in ("any", "is-instance", "function-plain") or _is_loose(schema)):
        return True
    return any(map(_infers, schemas_in(schema).values()))


def _writes_strings(schema: Any) -> bool:
    """Whether some model writes NaN as text."""
    if isinstance(schema, list | tuple):
        return any(map(_writes_strings, schema))
    if not isinstance(schema, dict):
        return False
    settings = schema.get("config") if isinstance(schema.get("type"), str) else None
    if isinstance(settings, dict) and settings.get("ser_json_inf_nan") == "strings":
        return True
    return any(map(_writes_strings, schemas_in(schema).values()))


def _is_loose(schema: Mapping[str, Any]) -> bool:
    """Whether a collection does not declare its items, a model takes undeclared members, or a function serializes."""
    serializer = schema.get("serialization")
    settings = schema.get("config")
    return (
        (schema.get("type") == "dict" and not {"keys_schema", "values_schema"} <= schema.keys())
        or (schema.get("type") in ("list", "set", "frozenset") and "items_schema" not in schema)
        or "allow" in (schema.get("extra_behavior"), (settings or {}).get("extra_fields_behavior"))
        or (isinstance(serializer, dict) and str(serializer.get("type", "")).startswith(("function", "any", "model")))
    )
