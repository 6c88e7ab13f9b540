"""JSON Schemas of field values: by the typed field where there is one, and by the type of the param otherwise.

`http-date` and `uri-reference` are formats of OpenAPI's registry and of JSON Schema; a moment in a field is not an RFC
3339 `date-time`.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import decimal
import enum
import re
import uuid
from typing import Any, Literal, get_args, get_origin

from antiphon.headers.registry import field_class
from antiphon.headers.values.choice_field import ChoiceField
from antiphon.headers.values.moment_field import MomentField
from antiphon.headers.values.seconds_field import SecondsField
from antiphon.http.field_template import field_template
from antiphon.http.uri_template import TemplateError
from antiphon.runtime.param_types import without_none
from antiphon.runtime.text_forms import text_form
from antiphon.spec import AddedFieldSpec, HeaderSpec, ParamSpec

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
HTTP_DATE: Schema = {"type": "string", "format": "http-date"}
_SECONDS: Schema = {"type": "integer", "minimum": 0}
_REFERENCE: Schema = {"type": "string", "format": "uri-reference"}
_TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+"  # noqa: S105 - RFC 9110 section 5.6.2, no secret
_TOKENS: Schema = {"type": "string", "pattern": f"^{_TOKEN}(, {_TOKEN})*$"}

#: Fields whose grammar is one expression, or one of JSON Schema's formats, by name in lower case.
_GRAMMARS: dict[str, Schema] = {
    "accept-ranges": _TOKENS,
    "access-control-allow-headers": _TOKENS,
    "access-control-allow-methods": _TOKENS,
    "access-control-expose-headers": _TOKENS,
    "allow": {"type": "string", "pattern": f"^({_TOKEN}(, {_TOKEN})*)?$"},
    "content-location": _REFERENCE,
    "content-range": {"type": "string", "pattern": f"^{_TOKEN} ([0-9]+-[0-9]+/([0-9]+|\\*)|\\*/[0-9]+)$"},
    "deprecation": {"type": "string", "pattern": "^@-?[0-9]{1,15}$"},
    "etag": {"type": "string", "pattern": '^(W/)?"[!#-~]*"$'},
    "location": _REFERENCE,
    "origin-agent-cluster": {"type": "string", "enum": ["?1", "?0"]},
    "retry-after": {"anyOf": [_SECONDS, HTTP_DATE]},
    "vary": _TOKENS,
}
#: The forms that typed fields share.
_FORMS: tuple[tuple[type, Schema], ...] = ((SecondsField, _SECONDS), (MomentField, HTTP_DATE))
#: The texts that values of a type become.
_PLAIN: tuple[tuple[type, Schema], ...] = (
    (str, TEXT),
    (int, {"type": "integer"}),
    (float, {"type": "number"}),
    (decimal.Decimal, {"type": "number"}),
    (uuid.UUID, {"type": "string", "format": "uuid"}),
    (dt.datetime, HTTP_DATE),
    (dt.timedelta, _SECONDS),
)
_BOOLEANS = ["false", "true"]


def schema_of_field(name: str) -> Schema:
    """The schema of a field by its name: that of its grammar where antiphon has it typed, any text otherwise."""
    known = _GRAMMARS.get(name.lower())
    if known is not None:
        return known
    field: Any = field_class(name)
    if field is None:
        return TEXT
    if issubclass(field, ChoiceField):
        return {"type": "string", "enum": list(field.choices)}
    return next((schema for form, schema in _FORMS if issubclass(field, form)), TEXT)


def schema_of_line(header: HeaderSpec, param: ParamSpec | None) -> Schema:
    """The schema of one field line: a constant, a template's pattern, or what its param is written as."""
    if header.value is not None:
        return {"type": "string", "const": header.value}
    if header.template is not None:
        return {"type": "string", "pattern": _pattern(header.name, header.template)}
    return schema_of_field(header.name) if param is None else _schema_of_param(header.name, param)


def schema_of_added(added: AddedFieldSpec) -> Schema:
    """The schema of a field that is added later, by its type."""
    return _schema_of_param(added.name, ParamSpec(name="added", fills="header", slot=added.name, type=added.type))


def _pattern(name: str, template: str) -> str:
    """The expression that a filled template matches."""
    try:
        taken_apart = field_template(name, template)
    except TemplateError:
        return ".*"
    filled = [r"[^/?#]+" if one.where in ("segment", "query") else r'[^"]*' for one in taken_apart.placeholders]
    literals = [re.sub(r"[][(){}.*+?^$|\\/]", r"\\\g<0>", text) for text in taken_apart.literals]
    return f"^{literals[0]}{''.join(a + b for a, b in zip(filled, literals[1:], strict=True))}$"


def _schema_of_param(name: str, param: ParamSpec) -> Schema:
    try:
        types = without_none(param.type.resolve())
        encode = None if param.encode is None else param.encode.resolve()
    except LookupError:  # names that came with a spec, and lead nowhere here
        return TEXT
    found: list[Schema] = []
    for type_ in types:
        schema = _schema_of_type(name, type_) if encode is None else _encoded(type_, encode)
        found += [] if schema in found else [schema]
    return found[0] if len(found) == 1 else {"anyOf": found}


def _schema_of_type(name: str, type_: Any) -> Schema:
    if get_origin(type_) is Literal or (isinstance(type_, type) and issubclass(type_, enum.Enum)):
        form = text_form(type_, in_field=True)
        texts = list(form.samples) if form else []
        values = [getattr(value, "value", value) for value in get_args(type_) or list(type_)]
        whole = all(isinstance(value, int) for value in values)
        return {"type": "integer", "enum": values} if whole else {"type": "string", "enum": texts}
    own = getattr(type_, "field_name", None)
    if own is not None:
        return schema_of_field(own)
    typed = schema_of_field(name)
    if not isinstance(type_, type) or (issubclass(type_, str) and typed is not TEXT):
        return typed
    if issubclass(type_, dt.datetime) and field_class(name) is not None:
        return typed if typed != schema_of_field("retry-after") else HTTP_DATE
    return next((schema for plain, schema in _PLAIN if issubclass(type_, plain)), typed)


def _encoded(type_: Any, encode: Any) -> Schema:
    """The texts that a function makes of a type with few values; any text for other types."""
    values: list[Any] = [False, True] if type_ is bool else []
    if get_origin(type_) is Literal:
        values = list(get_args(type_))
    elif isinstance(type_, type) and issubclass(type_, enum.Enum):
        values = list(type_)
    with contextlib.suppress(Exception):  # whatever a user's function raises
        texts = [str(encode(value)) for value in values]
        if texts == _BOOLEANS:
            return {"type": "boolean"}
        if texts:
            return {"type": "string", "enum": texts}
    return TEXT
