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
import uuid
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from antiphon.runtime.compiled_text import compiled_text
from antiphon.runtime.content.plain_forms import FLOAT, FREE, INT, LEAVES, Form, NotPlainError, of_members, values_of
from antiphon.runtime.content.spelled_alike import spelled_alike

Fallback = Callable[[Any], bytes]

_print = msgspec.json.Encoder().encode


#: Errors that mean the content does not match its declaration; pydantic then serialises it.
_DOUBTS = (NotPlainError, TypeError, ValueError, AttributeError, LookupError, OverflowError, RecursionError)


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
    if not spelled_alike():
        return None
    proof = _Proof()
    try:
        form = proof.model(_schema(model), {})
    except NotPlainError:
        return None
    return _function(proof, form, _MANY if many else _ONE, fallback)


class _Proof:
    """The text of the functions that take models apart, and the classes that it names."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.classes: list[type] = []
        self.models: dict[type, Form | None] = {}

    def model(self, schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Form:
        """The condition that `_model` must pass, and the expression that is then printed. Raises NotPlainError."""
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
            raise NotPlainError
        if cls not in self.models:
            self.models[cls] = None
            self.models[cls] = self.fields(cls, fields["fields"], definitions)
        found = self.models[cls]
        if found is None:  # the model holds itself
            raise NotPlainError
        return found

    def fields(self, cls: type, fields: Mapping[str, Any], definitions: Mapping[str, Any]) -> Form:
        """The condition that `_model` must pass, and the expression that is then printed."""
        tests, taken = [], []
        for name, field in fields.items():
            _only(field, "model-field", ("schema", "validation_alias", "frozen"))
            form, value = self.form(field["schema"], definitions), f"_fields[{name!r}]"
            if form.test:
                read_once = form.test.replace("{}", f"(_value := {value})", 1).replace("{}", "_value")
                tests.append(read_once if form.test.count("{}") > 1 else form.test.replace("{}", value))
            if form.take != "{}":
                taken.append(f"{name!r}: {form.take.replace('{}', value)}")
        at = len(self.classes)
        self.classes.append(cls)
        alike = [f"_type(_model) is _class{at}", f"_len(_fields := _model.__dict__) == {len(fields)}", *tests]
        return Form(" and ".join(alike), f"{{**_fields, {', '.join(taken)}}}" if taken else "_fields")

    def function(self, form: Form) -> str:
        """Writes the function for a model inside another, and gives its name."""
        name = f"_take{len(self.lines)}"
        self.lines += [f"def {name}(_model):", f" if {form.test}: return {form.take}", " raise _NotPlain"]
        return name

    def form(self, schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Form:
        """How a field of that schema is tested and read; raises NotPlainError."""
        kind = schema["type"]
        if "serialization" in schema:
            raise NotPlainError
        if kind in LEAVES:
            return LEAVES[kind]
        make = _FORMS.get(kind)
        if make is None:
            raise NotPlainError
        return make(self, schema, definitions)


def _only(schema: Mapping[str, Any], kind: str, keys: tuple[str, ...]) -> None:
    """Raises NotPlainError unless a schema is of that kind and has only known keys."""
    if schema["type"] != kind or not set(schema) <= {"type", "ref", "metadata", *keys}:
        raise NotPlainError


def _referred(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Mapping[str, Any]:
    if "serialization" in schema or schema["schema_ref"] not in definitions:
        raise NotPlainError
    found: Mapping[str, Any] = definitions[schema["schema_ref"]]
    return found


def _reference(proof: _Proof, schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Form:
    return proof.form(_referred(schema, definitions), definitions)


def _nested(proof: _Proof, schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Form:
    return Form("", f"{proof.function(proof.model(schema, definitions))}({{}})")


def _nullable(proof: _Proof, schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Form:
    test, take = proof.form(schema["schema"], definitions)
    return Form(
        f"({{}} is None or {test})" if test else "", take if take == "{}" else f"(None if {{}} is None else {take})"
    )


def _before(proof: _Proof, schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Form:
    """A validator that runs before the type's own: the result is of the type."""
    return proof.form(schema["schema"], definitions)


def _default(proof: _Proof, schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Form:
    """A default is not validated, so it must be plain by itself; a default that is a model is tested like any other."""
    form = proof.form(schema["schema"], definitions)
    if "default_factory" in schema:
        plain = schema["default_factory"] in _FACTORIES
    else:
        plain = form.take != "{}" or _harmless(schema["default"])
    if not plain and "_float" not in form.test:
        raise NotPlainError
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


def _list(proof: _Proof, schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Form:
    return of_members(proof.form(schema.get("items_schema", {"type": "any"}), definitions), "{}")


def _mapping(proof: _Proof, schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Form:
    keys = schema.get("keys_schema", {"type": "any"})
    if keys["type"] != "str" or "serialization" in keys:
        raise NotPlainError
    return of_members(proof.form(schema.get("values_schema", {"type": "any"}), definitions), "{}.values()")


def _tuple(proof: _Proof, schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Form:
    forms = {proof.form(item, definitions) for item in schema["items_schema"]}
    return of_members(INT if forms == {FREE, INT} else forms.pop() if len(forms) == 1 else FLOAT, "{}")


def _set(proof: _Proof, schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Form:
    return of_members(proof.form(schema.get("items_schema", {"type": "any"}), definitions), "{}")


def _enum(proof: _Proof, schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Form:
    return values_of([member.value for member in schema["members"]])


def _literal(proof: _Proof, schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Form:
    return values_of(schema["expected"])


_FORMS: dict[str, Callable[[_Proof, Mapping[str, Any], Mapping[str, Any]], Form]] = {
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
        raise NotPlainError
    return found


_ONE = """
def encode(_model):
 try:
  if {test}: return _print({take})
 except _DOUBTS:
  pass
 return _fallback(_model)
"""
#: A loop with names of its own takes a twentieth less than a comprehension.
_MANY = """
def encode(_models, _type=_type, _len=_len, _int=_int, _float=_float, _class{at}=_class{at}):
 if _type(_models) is _list:
  try:
   _rows = []
   for _model in _models:
    if not ({test}): break
    _rows.append({take})
   else:
    return _print(_rows)
  except _DOUBTS:
   pass
 return _fallback(_models)
"""


def _function(proof: _Proof, form: Form, template: str, fallback: Fallback) -> Fallback:
    """The encoder, made of the proof's text. The text holds field names as literals, and nothing else of the model."""
    text = "\n".join(proof.lines) + template.format(test=form.test, take=form.take, at=len(proof.classes) - 1)
    names: dict[str, Any] = {
        "_print": _print,
        "_fallback": fallback,
        "_DOUBTS": _DOUBTS,
        "_NotPlain": NotPlainError,
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
