"""Writes the code that runs for each request: two functions for each shape of response.

Of `respond(201).json(User).cache_control(no_store=True).params(CreatedParams)`, whose params are a Location and a
session cookie, this is the text:

    def factory(
        _line0, _field0, _line2, _template1, _field1, _accept, _exact, _encode, _check0, _type0, _check1,
        _limit1, _Response, _status
    ):
        def respond(content, *, location, session, background=None):
            if _type(content) is not _exact: content = _accept(content)
            try:
                _data = _encode(content)
            except _ENCODE_ERRORS as _error:
                raise _unencodable(_error, content) from None
            _size = _len(_data)
            _value0 = location.encode() if _type(location) is _type0 else _check0(location)
            try:
                _value1 = session.encode()
                if _value1.translate(_COOKIE_OCTETS) is not _value1 or _len(_value1) > _limit1:
                    _value1 = _check1(session)
            except _NOT_TEXT:
                _value1 = _check1(session)
            _response = _Response() if background is None else _with_work(_Response, background)
            _response.body = _data
            _response.raw_headers = [
                _line0,
                (_field0, _value0),
                _line2,
                (_field1, _template1 % _value1),
                _LENGTHS[_size] if _size < 4096 else (b"content-length", b"%d" % _size),
            ]
            return _response

        async def send_response(_send, /, content, *, location, session, background=None):
            if background is not None:
                await _send_alone(respond(content, location=location, session=session, background=background), _send)
                return
            if _type(content) is not _exact: content = _accept(content)
            try:
                _data = _encode(content)
            except _ENCODE_ERRORS as _error:
                raise _unencodable(_error, content) from None
            _size = _len(_data)
            _value0 = location.encode() if _type(location) is _type0 else _check0(location)
            try:
                _value1 = session.encode()
                if _value1.translate(_COOKIE_OCTETS) is not _value1 or _len(_value1) > _limit1:
                    _value1 = _check1(session)
            except _NOT_TEXT:
                _value1 = _check1(session)
            await _send({
                "type": "http.response.start",
                "status": _status,
                "headers": [
                    _line0,
                    (_field0, _value0),
                    _line2,
                    (_field1, _template1 % _value1),
                    _LENGTHS[_size] if _size < 4096 else (b"content-length", b"%d" % _size),
                ],
            })
            await _send({"type": "http.response.body", "body": _data})

        return respond, send_response

Compiling Python text costs a hundred times as much as calling a function, so a shape is compiled once, as a factory
whose parameters are its *bindings*: names for what differs from spec to spec. The compiler calls it with a spec's own
values; `antiphon build` writes the same functions with texts of its own in the place of the bindings.

The text holds parameter names, which are identifiers, and nothing else that came from a spec. Every name of its own
begins with an underscore; no param's does.
"""

from __future__ import annotations

import functools
import importlib
import textwrap
from collections.abc import Callable
from typing import Any, NamedTuple

from antiphon.runtime.compiled_text import compiled_text
from antiphon.runtime.functions import Functions, Named
from antiphon.runtime.lines_of_code import indented
from antiphon.runtime.own_code import own_code
from antiphon.runtime.shape import Shape

#: Names that are the same for every shape: the name in the text, and the module and name of its value.
RUN_TIME = {
    "_LENGTHS": ("antiphon.runtime.plan", "CONTENT_LENGTHS"),
    "_send_alone": ("antiphon.runtime.background", "send_alone"),
    "_check_work": ("antiphon.runtime.background", "check_work"),
    "_with_work": ("antiphon.runtime.as_declared", "with_work"),
    "_NOT_TEXT": ("antiphon.runtime.plan", "NOT_TEXT"),
    "_COOKIE_OCTETS": ("antiphon.http.grammar", "COOKIE_OCTETS"),
    "_FIELD_OCTETS": ("antiphon.http.grammar", "FIELD_OCTETS"),
    "_PATH_OCTETS": ("antiphon.http.grammar", "PATH_OCTETS"),
    "_sha256": ("hashlib", "sha256"),
    "_entity_tag": ("antiphon.http.content_hashes", "entity_tag"),
    "_digest_value": ("antiphon.http.content_hashes", "digest_value"),
    "_ENCODE_ERRORS": ("antiphon.runtime.content.refused", "ENCODE_ERRORS"),
    "_unencodable": ("antiphon.runtime.content.refused", "unencodable"),
    "_own_forms": ("antiphon.runtime.content.own_forms", "own_forms"),
    "_modules": ("sys", "modules"),
    # A param may be called as a builtin is.
    "_type": ("builtins", "type"),
    "_len": ("builtins", "len"),
    "_list": ("builtins", "list"),
    "_map": ("builtins", "map"),
    "_count": ("operator", "countOf"),
    "_OverflowError": ("builtins", "OverflowError"),
}


class Binding(NamedTuple):
    """A name that is bound to a value of a spec: its kind, and the index of its line or param.

    `_check1` is `_check`, 1.
    """

    kind: str
    at: int


def binding(name: str) -> Binding:
    """The binding of that name. One of the response as a whole is at 0."""
    kind = name.rstrip("0123456789")
    return Binding(kind, int(name.removeprefix(kind) or 0))


class Factory(NamedTuple):
    """The compiled text of a shape: called with values for its bindings, it gives the functions."""

    bindings: tuple[Binding, ...]
    call: Callable[..., Any]


@functools.cache
def factory_for(shape: Shape, response: type) -> Factory:
    """A shape's factory for responses of one class, whose functions share their code with no other class."""
    general = factory(shape)
    return general._replace(call=own_code(general.call))


@functools.cache
def factory(shape: Shape) -> Factory:
    """A shape's factory: it gives `respond` and `send`, or for a class of replies its constructor."""
    text, bindings = source(shape)
    # Only the names that the text has: few shapes hash, and hashlib takes as long to import as many modules.
    used = {name: where for name, where in RUN_TIME.items() if name in text}
    names = {name: getattr(importlib.import_module(module), there) for name, (module, there) in used.items()}
    return Factory(tuple(map(binding, bindings)), compiled_text(text, "shape", "factory", names))


def noting(bindings: dict[str, None]) -> Named:
    """The function that notes each name of the text, once and in order, which is not that of every shape."""

    def named(name: str) -> str:
        if name not in RUN_TIME:
            bindings[name] = None
        return name

    return named


def source(shape: Shape) -> tuple[str, tuple[str, ...]]:
    """The Python text of a shape's factory, and its bindings in the order of the factory's parameters."""
    bindings: dict[str, None] = {}
    named = noting(bindings)
    writer = Functions(shape, named)
    given = ", ".join(writer.parameters())
    if shape.reply:
        head = f"def __init__(self, {given}):"
        functions = [head, *indented(writer.constructor()), "", "return __init__"]
    else:
        functions = [
            f"def respond({given}):",
            *indented(writer.respond()),
            "",
            f"async def send_response({', '.join([*writer.exchange, given])}):",
            *indented(writer.send("respond")),
            "",
            "return respond, send_response",
        ]
    parameters = textwrap.wrap(", ".join(bindings), 100)
    return "\n".join(["def factory(", *indented(parameters), "):", *indented(functions), ""]), tuple(bindings)
