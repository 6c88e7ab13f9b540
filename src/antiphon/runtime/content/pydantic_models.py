"""Pydantic models whose fields msgspec prints in the same octets as pydantic, but faster.

A model is printed here only where its core schema proves it plain: anything that can change its JSON (a serializer, a
computed field, `exclude`, extra fields, a `ser_json_*` setting, an unknown type) leaves it to pydantic. So does each
value that the two print differently, which the generated function tests for. `fallback`, which is pydantic, is called
wherever there is doubt. docs/decisions/0040-plain-models.md has the list and the figures.

Part of the run time: pydantic is not imported here.
"""

from __future__ import annotations

import datetime as dt
import decimal
import enum
import functools
import sys
import uuid
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import msgspec

from antiphon.runtime.compiled_text import compiled_text

Fallback = Callable[[Any], bytes]

_print = msgspec.json.Encoder().encode


class _NotPlainError(Exception):
    """A model, or a value in it, that only pydantic can print."""


#: Errors that mean the content does not match its declaration; pydantic then serialises it.
_DOUBTS = (_NotPlainError, TypeError, ValueError, AttributeError, LookupError, OverflowError, RecursionError)


class _Form(NamedTuple):
    """How a value of one type is tested and read: expressions with `{}` for the value.

    `look` is true for a value that both print alike; empty where all values of the type are.
    """

    look: str = ""
    take: str = "{}"


_FREE = _Form()
_INT = _Form("_type({}) is _int")
#: From 1e16 upwards msgspec writes `1e16` where pydantic writes `1e+16`; NaN and infinities fail the comparison, too.
_FLOAT = _Form("(_type({}) is _float and -1e16 < {} < 1e16)")
#: Offsets with seconds are rounded by msgspec and cut off by pydantic.
_MOMENT = _Form("({}.tzinfo is None or {}.tzinfo is _utc or not {}.utcoffset().seconds % 60)")

#: By the type of the core schema. Where an int field may hold True, pydantic writes 1.
_LEAVES: dict[str, _Form] = {
    "str": _FREE,
    "bool": _FREE,
    "none": _FREE,
    "date": _FREE,
    "uuid": _FREE,
    "decimal": _FREE,
    "int": _INT,
    "float": _FLOAT,
    "datetime": _MOMENT,
    "time": _MOMENT,
}

#: Settings of a model that do not change its JSON; a model with any other is left to pydantic.
_SETTINGS = frozenset(
    (
        "title", "strict", "extra_fields_behavior", "from_attributes", "loc_by_alias", "revalidate_instances",
        "validate_default", "validate_by_alias", "validate_by_name", "str_max_length", "str_min_length",
        "str_strip_whitespace", "str_to_lower", "str_to_upper", "allow_inf_nan", "hide_input_in_errors",
        "validation_error_cause", "coerce_numbers_to_str", "regex_engine", "cache_strings", "frozen",
        "serialize_by_alias", "val_json_bytes", "val_temporal_unit",
    )
)  # fmt: skip

_MODEL_KEYS = (
    "cls", "schema", "config", "custom_init", "root_model", "post_init", "frozen", "strict", "generic_origin",
)  # fmt: skip

#: Default factories whose results are of the declared type whatever else they are.
_FACTORIES = (list, dict, set, frozenset, tuple, str, int, bool)


def plain_encoder(model: type, *, many: bool, fallback: Fallback) -> Fallback | None:
    """A function that prints a model (or, with `many`, a list) in the octets pydantic would write; None if unproven.

    Content that is not exactly of the class, and values that the two print differently, go to `fallback`.
    """
    if not _spelled_alike():
        return None
    proof = _Proof()
    try:
        form = proof.model(_schema(model), {})
    except _NotPlainError:
        return None
    return _function(proof, form, _MANY if many else _ONE, fallback)


class _Proof:
    """The text of the functions that take models apart, and the classes that it names."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.classes: list[type] = []
        self.models: dict[type, _Form | None] = {}

    def model(self, schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> _Form:
        """The condition that `_model` must pass, and the expression that is then printed. Raises _NotPlainError."""
        if schema["type"] == "definitions" and "serialization" not in schema:
            definitions = {**definitions, **{found["ref"]: found for found in schema["definitions"]}}
            schema = schema["schema"]
        while schema["type"] in ("definition-ref", "function-before") and "serialization" not in schema:
            schema = _referred(schema, definitions) if "schema_ref" in schema else schema["schema"]
        _only(schema, "model", _MODEL_KEYS)
        cls, fields, settings = schema["cls"], schema["schema"], schema.get("config", {})
        _only(fields, "model-fields", ("fields", "model_name", "computed_fields", "extra_behavior"))
        if (
            schema.get("root_model")
            or fields.get("computed_fields")
            or "allow" in (fields.get("extra_behavior"), settings.get("extra_fields_behavior"))
            or not set(settings) <= _SETTINGS
            or schema.get("post_init") not in (None, "init_private_attributes")
            or any(isinstance(v, functools.cached_property) for base in cls.__mro__ for v in vars(base).values())
        ):
            raise _NotPlainError
        if cls not in self.models:
            self.models[cls] = None
            self.models[cls] = self.fields(cls, fields["fields"], definitions)
        found = self.models[cls]
        if found is None:  # the model holds itself
            raise _NotPlainError
        return found

    def fields(self, cls: type, fields: Mapping[str, Any], definitions: Mapping[str, Any]) -> _Form:
        """The condition that `_model` must pass, and the expression that is then printed."""
        looks, taken = [], []
        for name, field in fields.items():
            _only(field, "model-field", ("schema", "validation_alias", "frozen"))
            form, value = self.form(field["schema"], definitions), f"_fields[{name!r}]"
            if form.look:
                looks.append(form.look.replace("{}", value))
            if form.take != "{}":
                taken.append(f"{name!r}: {form.take.replace('{}', value)}")
        at = len(self.classes)
        self.classes.append(cls)
        alike = [f"_type(_model) is _class{at}", f"_len(_fields := _model.__dict__) == {len(fields)}", *looks]
        return _Form(" and ".join(alike), f"{{**_fields, {', '.join(taken)}}}" if taken else "_fields")

    def function(self, form: _Form) -> str:
        """Writes the function for a model inside another, and gives its name."""
        name = f"_take{len(self.lines)}"
        self.lines += [f"def {name}(_model):", f" if {form.look}: return {form.take}", " raise _NotPlain"]
        return name

    def form(self, schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> _Form:
        """How a field of that schema is tested and read; raises _NotPlainError."""
        kind = schema["type"]
        if "serialization" in schema:
            raise _NotPlainError
        if kind in _LEAVES:
            return _LEAVES[kind]
        make = _FORMS.get(kind)
        if make is None:
            raise _NotPlainError
        return make(self, schema, definitions)


def _only(schema: Mapping[str, Any], kind: str, keys: tuple[str, ...]) -> None:
    """Raises _NotPlainError unless a schema is of that kind and has only known keys."""
    if schema["type"] != kind or not set(schema) <= {"type", "ref", "metadata", *keys}:
        raise _NotPlainError


def _referred(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Mapping[str, Any]:
    if "serialization" in schema or schema["schema_ref"] not in definitions:
        raise _NotPlainError
    found: Mapping[str, Any] = definitions[schema["schema_ref"]]
    return found


def _reference(proof: _Proof, schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> _Form:
    return proof.form(_referred(schema, definitions), definitions)


def _nested(proof: _Proof, schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> _Form:
    return _Form("", f"{proof.function(proof.model(schema, definitions))}({{}})")


def _nullable(proof: _Proof, schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> _Form:
    look, take = proof.form(schema["schema"], definitions)
    return _Form(
        f"({{}} is None or {look})" if look else "", take if take == "{}" else f"(None if {{}} is None else {take})"
    )


def _before(proof: _Proof, schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> _Form:
    """A validator that runs before the type's own: the result is of the type."""
    return proof.form(schema["schema"], definitions)


def _default(proof: _Proof, schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> _Form:
    """A default is not validated, so it must be plain by itself; a default that is a model is tested like any other."""
    form = proof.form(schema["schema"], definitions)
    if "default_factory" in schema:
        plain = schema["default_factory"] in _FACTORIES
    else:
        plain = form.take != "{}" or _harmless(schema["default"])
    if not plain and "_float" not in form.look:
        raise _NotPlainError
    return form


def _harmless(value: Any) -> bool:
    """Whether a value is printed in the same way at every place."""
    if isinstance(value, enum.Enum):
        return type(value.value) in (str, int)
    if type(value) is dict:
        return all(type(key) is str for key in value) and all(map(_harmless, value.values()))
    if type(value) in (list, tuple, set, frozenset):
        return all(map(_harmless, value))
    return value is None or type(value) in (str, int, bool, dt.date, uuid.UUID, decimal.Decimal)


def _list(proof: _Proof, schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> _Form:
    return _of_members(proof.form(schema.get("items_schema", {"type": "any"}), definitions), "{}")


def _mapping(proof: _Proof, schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> _Form:
    keys = schema.get("keys_schema", {"type": "any"})
    if keys["type"] != "str" or "serialization" in keys:
        raise _NotPlainError
    return _of_members(proof.form(schema.get("values_schema", {"type": "any"}), definitions), "{}.values()")


def _of_members(form: _Form, members: str) -> _Form:
    """A collection of values that need no test, of ints, or of models in a list."""
    if form == _FREE:
        return _FREE
    if form == _INT:
        return _Form(f"_set(_map(_type, {members})) <= _ints")
    if form.look or members != "{}" or not form.take.endswith("({})"):
        raise _NotPlainError
    return _Form("_type({}) is _list", f"[{form.take.replace('{}', '_member')} for _member in {{}}]")


def _tuple(proof: _Proof, schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> _Form:
    forms = {proof.form(item, definitions) for item in schema["items_schema"]}
    return _of_members(_INT if forms == {_FREE, _INT} else forms.pop() if len(forms) == 1 else _FLOAT, "{}")


def _set(proof: _Proof, schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> _Form:
    return _of_members(proof.form(schema.get("items_schema", {"type": "any"}), definitions), "{}")


def _enum(proof: _Proof, schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> _Form:
    return _values_of([member.value for member in schema["members"]])


def _literal(proof: _Proof, schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> _Form:
    return _values_of(schema["expected"])


def _values_of(values: list[Any]) -> _Form:
    if not set(map(type, values)) <= {str, int}:
        raise _NotPlainError
    return _FREE


_FORMS: dict[str, Callable[[_Proof, Mapping[str, Any], Mapping[str, Any]], _Form]] = {
    "definition-ref": _reference,
    "model": _nested,
    "nullable": _nullable,
    "default": _default,
    "function-before": _before,
    "list": _list,
    "tuple": _tuple,
    "set": _set,
    "frozenset": _set,
    "dict": _mapping,
    "enum": _enum,
    "literal": _literal,
}


def _schema(model: type) -> Mapping[str, Any]:
    """The model's core schema; a stand-in, as of a model that is not complete, proves nothing."""
    found = getattr(model, "__pydantic_core_schema__", None)
    if not isinstance(found, dict):
        raise _NotPlainError
    return found


_ONE = """
def encode(_model):
 try:
  if {look}: return _print({take})
 except _DOUBTS:
  pass
 return _fallback(_model)
"""
_MANY = """
def encode(_models):
 try:
  _rows = [{take} for _model in _models if {look}]
  if _len(_rows) == _len(_models): return _print(_rows)
 except _DOUBTS:
  pass
 return _fallback(_models)
"""


def _function(proof: _Proof, form: _Form, template: str, fallback: Fallback) -> Fallback:
    """The encoder, made of the proof's text. The text holds field names as literals, and nothing else of the model."""
    text = "\n".join(proof.lines) + template.format(look=form.look, take=form.take)
    names: dict[str, Any] = {
        "_print": _print,
        "_fallback": fallback,
        "_DOUBTS": _DOUBTS,
        "_NotPlain": _NotPlainError,
        "_type": type,
        "_len": len,
        "_int": int,
        "_float": float,
        "_list": list,
        "_set": set,
        "_map": map,
        "_ints": frozenset((int,)),
        "_utc": dt.UTC,
        **{f"_class{at}": cls for at, cls in enumerate(proof.classes)},
    }
    encode: Fallback = compiled_text(text, "plain model", "encode", names)
    return encode


@functools.cache
def _spelled_alike() -> bool:
    """Whether the pydantic and msgspec that are installed spell the values of plain models alike, by a sample."""
    moment = dt.datetime(2024, 2, 29, 1, 2, 3, 45000)  # noqa: DTZ001 - one without a zone is among what is compared
    numbers = [0.0, -0.0, 0.1, 1e-4, 12345e-9, 1e-5, 1e-6, 5e-324, 1e15, 9999999999999998.0, 123456.789, 1 / 3]
    sample = [
        *numbers, *(-number for number in numbers), 0, -1, 2**63, 2**64, -(10**30), True, None, moment,
        moment.replace(tzinfo=dt.UTC), moment.replace(tzinfo=dt.timezone(-dt.timedelta(hours=5, minutes=30))),
        moment.date(), moment.time(), decimal.Decimal("1E+5"), decimal.Decimal("-0.10"), uuid.UUID(int=7),
        "".join(map(chr, range(0x100))), "\u2028\ud7ff\U0001f600",
    ]  # fmt: skip
    to_json = getattr(sys.modules.get("pydantic_core"), "to_json", None)
    return to_json is not None and to_json(sample) == _print(sample)
