"""One function factory for each *shape* of response; a spec's own values arrive as closure cells.

Compiling Python text costs a hundred times as much as calling a factory, and a service has many specs but few shapes.
The generated text holds parameter names, which are identifiers, and nothing else that came from a spec.
"""

from __future__ import annotations

import functools
import importlib
import linecache
from collections.abc import Callable
from typing import Any, Literal, NamedTuple


class Parameter(NamedTuple):
    """What the generated code must know of one param."""

    name: str
    kind: Literal["cookie", "text", "typed", "target", "converted"]
    optional: bool
    cookie: bool
    default: bool


class Shape(NamedTuple):
    """What two specs have in common when one generated text serves both.

    `lines` are the field lines in order: an int is a param's index, None a finished line, a tuple the params that fill
    the placeholders of a template. `content` says whether
    content is given with each call, and whether an encoder renders it. `reply` asks for the constructor of a class of
    replies in place of the two functions. `on_success` says that background work is not for responses that got lost.
    """

    lines: tuple[int | tuple[int, ...] | None, ...]
    parameters: tuple[Parameter, ...]
    content: Literal["none", "octets", "encoded"]
    exact: Literal["", "type", "items"]
    own_media_type: bool
    keywords: str = ""
    floats: tuple[tuple[str, bool], ...] = ()
    searched: bool = False
    on_success: bool = False
    reply: bool = False


def source(shape: Shape) -> str:
    """The Python text of a shape's factory. Every name of its own begins with an underscore; no param's does."""
    cells = ["_Response", "_status", "_media_type", "_octets", "_exact", "_accept", "_encode", "_look"]
    cells += [f"_float{i}" for i in range(len(shape.floats))]
    cells += [f"_line{i}" for i, item in enumerate(shape.lines) if not isinstance(item, int)]
    for i in range(len(shape.parameters)):
        cells += [f"_check{i}", f"_exact{i}", f"_field{i}", f"_template{i}", f"_limit{i}"]
        cells += [f"_default{i}", f"_default_octets{i}"]
    steps = _steps(shape)
    headers = f"[{', '.join(_lines(shape))}]"
    if any(parameter.optional for parameter in shape.parameters):
        steps.append(f"_headers = {headers}")
        for i, parameter in enumerate(shape.parameters):
            if parameter.optional:
                steps += [f"if _value{i} is not None:", f"    _headers.append({_line(shape, i)})"]
        headers = "_headers"
    octets = "_data" if shape.content != "none" else "_octets"
    extras = [
        *(["media_type = _media_type"] if shape.own_media_type else []),
        *(['background_policy = "on_success"'] if shape.on_success else []),
    ]
    functions = (
        _constructor(shape, [*steps, *_kept(shape, octets, headers, extras)])
        if shape.reply
        else [*_respond(shape, steps, octets, headers, extras), *_send(shape, steps, octets, headers)]
    )
    return "\n".join([f"def factory({', '.join(cells)}):", *_indented(functions), ""])


def _respond(shape: Shape, steps: list[str], octets: str, headers: str, extras: list[str]) -> list[str]:
    """The function that makes a response object."""
    values = ["status_code = _status", "background = None", f"body = {octets}", f"raw_headers = {headers}", *extras]
    made = ["_response = _Response()", *(f"_response.{value}" for value in values), "return _response"]
    return [f"def respond({_signature(shape)}):", *_indented([*steps, *made]), ""]


def _send(shape: Shape, steps: list[str], octets: str, headers: str) -> list[str]:
    """The function that sends a response without making an object."""
    send = [
        f'await _send({{"type": "http.response.start", "status": _status, "headers": {headers}}})',
        f'await _send({{"type": "http.response.body", "body": {octets}}})',
    ]
    signature = _signature(shape, "_send")
    return [f"async def send_response({signature}):", *_indented([*steps, *send]), "", "return respond, send_response"]


def _kept(shape: Shape, octets: str, headers: str, extras: list[str]) -> list[str]:
    """What a reply keeps: what it sends, and what it was given."""
    made = ["status_code = _status", "background = None", f"body = {octets}", f"raw_headers = {headers}", *extras]
    given = [
        *(["content = _given"] if shape.content != "none" else []),
        *(f"{p.name} = {p.name}" for p in shape.parameters),
    ]
    return [f"self.{line}" for line in (*made, *given)]


def _constructor(shape: Shape, steps: list[str]) -> list[str]:
    """The constructor of a class of replies."""
    return [f"def __init__({_signature(shape, 'self', mark='')}):", *_indented(steps), "", "return __init__"]


def _signature(shape: Shape, *first: str, mark: str = "/") -> str:
    """Parameters that are given by position alone, then the content, then the params as keywords."""
    content = ["content"] if shape.content != "none" else []
    parts = [*first, *([mark] if first and mark else []), *content, *(["*"] if shape.parameters else [])]
    keywords = [
        f"{p.name}=_default{i}" if p.default else f"{p.name}=None" if p.optional else p.name
        for i, p in enumerate(shape.parameters)
    ]
    return ", ".join([*parts, *keywords])


def _steps(shape: Shape) -> list[str]:
    """The statements that turn arguments into octets."""
    steps = []
    if shape.content != "none":
        if shape.reply:
            steps.append("_given = content")  # what is accepted may be less
        steps += [_ACCEPT[shape.exact] + "content = _accept(content)"]
    if shape.content == "octets":
        steps.append("_data = content")
    if shape.content == "encoded":
        keywords = f", {shape.keywords}" if shape.keywords else ""
        steps += [
            "try:",
            *_indented(_looks(shape)),
            f"    _data = _encode(content{keywords})",
            # `find` beats `in`, which first tries the name as an integer and pays for an exception.
            *(['    if _data.find(b"null") >= 0: _look(content)'] if shape.searched else []),
            "except _ENCODE_ERRORS as _error:",
            "    raise _unencodable(_error, content) from None",
        ]
    if shape.content != "none":
        steps.append("_size = _len(_data)")
    for i, parameter in enumerate(shape.parameters):
        value = _value_steps(i, parameter)
        if parameter.default:
            value = [
                f"if {parameter.name} is _default{i}:",
                f"    _value{i} = _default_octets{i}",
                "else:",
                *_indented(value),
            ]
        if parameter.optional:
            value = [f"_value{i} = None", f"if {parameter.name} is not None:", *_indented(value)]
        steps += value
    return steps


#: What content needs no further look, by how exactly its type is known.
_ACCEPT = {
    "": "",
    "type": "if _type(content) is not _exact: ",
    "items": "if _type(content) is not _list or not _set(_map(_type, content)) <= _exact: ",
}


def _looks(shape: Shape) -> list[str]:
    """A look at the floats of the content: NaN less NaN and an infinity less itself are not 0.

    The floats of a list are added up, since a sum with such a number is one itself; `_look` tells a sum that merely
    grew too large, or that an int among them is too large for a float.
    """
    steps = []
    for i, (name, may_be_none) in enumerate(shape.floats):
        if shape.exact == "items":
            numbers = f"_map(_float{i}, content)"
            steps += [
                "try:",
                f"    _number = _sum({f'_filter(None, {numbers})' if may_be_none else numbers})",
                "    if _number - _number != 0.0: _look(content)",
                "except _OverflowError:",
                "    _look(content)",
            ]
        else:
            some = "_number is not None and " if may_be_none else ""
            steps += [f"_number = content.{name}", f"if {some}_number - _number != 0.0: _look(content)"]
    return steps


def _indented(steps: list[str]) -> list[str]:
    return [f"    {step}" for step in steps]


def _value_steps(i: int, parameter: Parameter) -> list[str]:
    name, value = parameter.name, f"_value{i}"
    if parameter.kind == "converted":
        return [f"{value} = _check{i}({name})"]
    if parameter.kind == "typed":
        # A value of the field's own type was checked when it was made.
        return [f"{value} = {name}.encode() if _type({name}) is _exact{i} else _check{i}({name})"]
    if parameter.kind == "target":
        # A plain path that stays on its origin; "/" alone and anything else is read by the full grammar.
        return [
            "try:",
            f"    {value} = {name}.encode()",
            f"    if {value}.translate(_PATH_OCTETS) != {value} or {value}[0] != 47 or {value}[1] == 47:",
            f"        {value} = _check{i}({name})",
            "except _NOT_TEXT:",
            f"    {value} = _check{i}({name})",
        ]
    if parameter.kind == "cookie":
        doubtful = f"{value}.translate(_COOKIE_OCTETS) != {value} or _len({value}) > _limit{i}"
    else:
        doubtful = f"{value}.translate(_FIELD_OCTETS) != {value} or {value}.strip() != {value}"
    return [
        "try:",
        f"    {value} = {name}.encode()",
        "except _NOT_TEXT:",
        f"    {value} = _check{i}({name})",
        f"if {doubtful}: {value} = _check{i}({name})",
    ]


def _lines(shape: Shape) -> list[str]:
    """The items of the header list: finished lines, then Content-Length, then params that are always there."""
    items = []
    for i, item in enumerate(shape.lines):
        if item is None:
            items.append(f"_line{i}")
        elif isinstance(item, tuple):
            items.append(f"(_line{i}[0], _line{i}[1] % ({''.join(f'_value{part}, ' for part in item)}))")
        elif not shape.parameters[item].optional:
            items.append(_line(shape, item))
    if shape.content != "none":
        items.append('_LENGTHS[_size] if _size < 4096 else (b"content-length", b"%d" % _size)')
    return items


def _line(shape: Shape, i: int) -> str:
    return f"(_field{i}, _template{i} % _value{i})" if shape.parameters[i].cookie else f"(_field{i}, _value{i})"


NOT_TEXT: tuple[type[Exception], ...] = (AttributeError, UnicodeError, IndexError, TypeError)

#: What generated code finds in its module: the name there, and the module and name that it stands for.
NAMES = {
    "_LENGTHS": ("antiphon.runtime.plan", "CONTENT_LENGTHS"),
    "_COOKIE_OCTETS": ("antiphon.http.grammar", "COOKIE_OCTETS"),
    "_FIELD_OCTETS": ("antiphon.http.grammar", "FIELD_OCTETS"),
    "_PATH_OCTETS": ("antiphon.http.grammar", "PATH_OCTETS"),
    "_ENCODE_ERRORS": ("antiphon.runtime.content.refused", "ENCODE_ERRORS"),
    "_NOT_TEXT": ("antiphon.runtime.shape", "NOT_TEXT"),
    "_unencodable": ("antiphon.runtime.content.refused", "unencodable"),
    # A param may be called as a builtin is.
    "_type": ("builtins", "type"),
    "_len": ("builtins", "len"),
    "_list": ("builtins", "list"),
    "_set": ("builtins", "set"),
    "_map": ("builtins", "map"),
    "_sum": ("builtins", "sum"),
    "_filter": ("builtins", "filter"),
    "_OverflowError": ("builtins", "OverflowError"),
}


@functools.cache
def factory(shape: Shape) -> Callable[..., Any]:
    """The shape's factory: called with a spec's values, it gives the two functions, or the constructor of a reply."""
    text = source(shape)
    filename = f"<antiphon shape {abs(hash(shape)):x}>"
    linecache.cache[filename] = (len(text), None, text.splitlines(keepends=True), filename)
    namespace = {name: getattr(importlib.import_module(module), there) for name, (module, there) in NAMES.items()}
    exec(compile(text, filename, "exec"), namespace)  # noqa: S102 - the text is made above, of identifiers only
    made: Callable[..., Any] = namespace["factory"]
    return made
