"""ResponseSpec -> the function that makes its responses.

Everything that can be known before a request is done here: fixed field lines and content are finished octets, and a
shape's code is shared by all specs of that shape.
"""

from __future__ import annotations

import functools
import importlib
import keyword
import types
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from antiphon.compiler.compiled import Compiled, Constant
from antiphon.compiler.field_lines import field_lines
from antiphon.compiler.tracing import is_traced, traced_class, traced_send
from antiphon.compiler.work_type import work_type
from antiphon.http.field_template import field_template
from antiphon.http.uri_template import Where
from antiphon.runtime.background import BACKGROUND
from antiphon.runtime.codegen import Binding, factory, factory_for
from antiphon.runtime.instance import class_of_instances
from antiphon.runtime.own_code import own_code
from antiphon.runtime.plan import BodyPlan, RawHeader
from antiphon.runtime.shape import Parameter, Shape
from antiphon.runtime.slots import ParamEncoder, cookie_encoder, header_encoder, placeholder_encoder, with_default
from antiphon.spec import ParamSpec, ResponseSpec


def compile_spec(
    spec: ResponseSpec, *, name: str | None = None, module: str | None = None, has_known_signature: bool = False
) -> Compiled[Any, Any, ...] | Constant[Any, ...]:
    """The function that makes a spec's responses. The spec is taken as judged: see `antiphon.check`.

    `name` is what the function calls itself in tracebacks; `respond_<status>` where none is given. With `module` it is
    pickled by reference, as the attribute of that name. `has_known_signature` says that type checkers know its
    signature without a stub; the function remembers that for `antiphon stubs`.
    Raises LookupError where the name of a type leads nowhere, ValueError for a param without a usable name.
    """
    body = spec.body.plan(spec.status)
    response = _concrete(body.response)
    instance = traced_class(response, spec, body) if is_traced() else class_of_instances(response, spec.status, body)
    encoders = param_encoders(spec)
    shape, values = shape_and_bindings(spec, body, encoders, response, instance)
    make = factory(shape) if is_traced() else factory_for(shape, instance)  # each traced response has a class
    respond, send = make.call(*[_VALUES[kind](values, i) for kind, i in make.bindings])
    own_name = name or f"respond_{spec.status}"
    respond.__name__ = respond.__qualname__ = own_name
    send.__name__, send.__qualname__ = "send", f"{own_name}.send"
    respond.__module__ = send.__module__ = module
    if is_traced():
        send = traced_send(send, spec)
    respond.__doc__ = spec.description or None
    shown = _annotations(body, encoders)
    respond.__annotations__ = shown | {BACKGROUND: work_type(), "return": _returned(spec.status, body, response)}
    respond.spec, respond.send, respond.has_known_signature = spec, send, has_known_signature
    made: Compiled[Any, Any, ...] | Constant[Any, ...] = respond
    return made


@functools.cache
def _concrete(name: str) -> Any:
    """The concrete class of that name."""
    return getattr(importlib.import_module("antiphon.responses"), name)


def compile_constructor(spec: ResponseSpec, reply: Any) -> Any:
    """The `__init__` of a class of replies. Raises as `compile_spec` does."""
    body = spec.body.plan(spec.status)
    encoders = param_encoders(spec)
    shape, values = shape_and_bindings(spec, body, encoders, reply, None)
    make = factory(shape)
    init = own_code(make.call(*[_VALUES[kind](values, i) for kind, i in make.bindings]))
    init.__name__, init.__qualname__ = "__init__", f"{reply.__qualname__}.__init__"
    init.__annotations__ = _annotations(body, encoders) | {"return": None}
    return init


class Values(NamedTuple):
    """The values of a spec from which its bindings are taken."""

    instance: type | None
    status: int
    media_type: str | None
    octets: bytes | None
    content: Any  # a `Content` wherever the code has content
    lines: Mapping[int, RawHeader]
    encoders: Sequence[ParamEncoder]


def value_of(binding: Binding, values: Values) -> Any:
    """The value of a binding."""
    return _VALUES[binding.kind](values, binding.at)


#: By the kind of the binding. Only what a shape's code uses is asked for.
_VALUES: dict[str, Callable[[Values, int], Any]] = {
    "_Response": lambda values, _: values.instance,
    "_status": lambda values, _: values.status,
    "_media_type": lambda values, _: values.media_type,
    "_octets": lambda values, _: values.octets,
    "_exact": lambda values, _: values.content.exact,
    "_accept": lambda values, _: values.content.accept,
    "_encode": lambda values, _: values.content.encode,
    "_check_nan": lambda values, _: values.content.check_nan,
    "_transmit": lambda values, _: values.content.transmit,
    "_line": lambda values, i: values.lines[i],
    "_name": lambda values, i: values.lines[i][0],
    "_format": lambda values, i: values.lines[i][1],
    "_check": lambda values, i: values.encoders[i].check,
    "_type": lambda values, i: values.encoders[i].exact,
    "_field": lambda values, i: values.encoders[i].field,
    "_template": lambda values, i: values.encoders[i].template,
    "_limit": lambda values, i: values.encoders[i].limit,
    "_default": lambda values, i: values.encoders[i].default,
    "_default_octets": lambda values, i: values.encoders[i].default_octets,
}


def shape_and_bindings(
    spec: ResponseSpec, body: BodyPlan, encoders: list[ParamEncoder], response: Any, instance: type | None
) -> tuple[Shape, Values]:
    """A spec's shape, and where the values of the shape's bindings are: see `antiphon.runtime.codegen`."""
    lines, finished = field_lines(spec, body)
    media_type = _media_type(body.content_type, response.media_type)
    content = body.content
    shape = Shape(
        lines=lines,
        parameters=tuple(
            Parameter(e.name, e.kind, e.optional, e.field == b"set-cookie", e.default_octets is not None)
            for e in encoders
        ),
        content=_way(body),
        exact=content.exactness if content else "",
        keywords=content.keywords if content else "",
        floats=content.floats if content else (),
        nan_signs=content.nan_signs if content else (),
        untyped=content is not None and content.untyped,
        own_media_type=media_type != response.media_type,
        on_success=spec.background == "on_success",
        reply=instance is None,
    )
    return shape, Values(instance, spec.status, media_type, body.octets, content, finished, encoders)


def _way(body: BodyPlan) -> Literal["empty", "fixed", "octets", "encoded", "carried"]:
    """The way in which a response comes by its octets: see `Shape.content`."""
    content = body.content
    if content is None:
        return "empty" if body.is_empty else "fixed"
    if content.transmit is not None:
        return "carried"
    return "octets" if content.encode is None else "encoded"


@functools.lru_cache(maxsize=1024)
def _media_type(content_type: str | None, usual: str | None) -> str | None:
    """The `media_type` attribute: the class's own where only a charset is added to it, else the whole value."""
    bare, _, parameters = (content_type or "").partition(";")
    return usual if bare == usual and parameters.strip().lower() in ("", "charset=utf-8") else content_type


def param_encoders(spec: ResponseSpec) -> list[ParamEncoder]:
    """The encoders that turn the argument of each param into octets. Raises as `compile_spec` does."""
    encoders = []
    for param in spec.params:
        name = param.name
        if not name.isidentifier() or keyword.iskeyword(name) or name.startswith("_") or name == BACKGROUND:
            msg = f"{name!r} cannot be the name of a parameter"
            raise ValueError(msg)
        if param.fills == "header":
            encoder = header_encoder(param, of_text_in_utf_8=says_media_type_of_text(spec, param))
        elif param.fills == "cookie":
            varying = {cookie.name: cookie for cookie in spec.cookies if cookie.value is None}
            encoder = cookie_encoder(param, varying[param.slot])
        else:
            encoder = placeholder_encoder(param, _where(spec, param.slot))
        encoders.append(with_default(encoder, param.default))
    return encoders


def says_media_type_of_text(spec: ResponseSpec, param: ParamSpec) -> bool:
    """Whether a param is the media type of text that antiphon encodes."""
    return param.fills == "header" and param.slot.lower() == "content-type" and spec.body.kind == "text"


def _where(spec: ResponseSpec, name: str) -> Where:
    """The part of its template that a placeholder is in."""
    templates = [field_template(header.name, header.template) for header in spec.headers if header.template is not None]
    wheres: dict[str, Where] = {found.name: found.where for template in templates for found in template.placeholders}
    return wheres[name]


def _annotations(body: BodyPlan, encoders: list[ParamEncoder]) -> dict[str, Any]:
    """The annotations of the parameters that inspect.signature, help() and editors show."""
    shown: dict[str, Any] = {"content": body.content.annotation} if body.content else {}
    return shown | {encoder.name: encoder.annotation for encoder in encoders}


#: The classes that are generic over status and content; others over the status alone.
_GENERIC = ("JSONResponse", "Response", "StreamingResponse")


@functools.cache
def _literal(*statuses: int) -> Any:
    return Literal[statuses]  # made at run time is for people to read


def _returned(status: int, body: BodyPlan, response: Any) -> Any:
    """The return annotation that they show, such as `JSONResponse[Literal[201], User]`."""
    code = _literal(*(body.statuses or (status,)))
    if body.response in _GENERIC:
        carried = body.content and (body.content.carried or body.content.annotation)
        return types.GenericAlias(response, (code, carried))
    return types.GenericAlias(response, (code,))
