"""The HTTP text of a response, found by sending it."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import enum
from collections.abc import Mapping, MutableMapping
from typing import Any, Literal, get_args, get_origin

from antiphon.cli.showing.sample import NoSample, sample
from antiphon.cli.showing.sample_events import sample_events
from antiphon.cli.showing.sample_file import OF_THE_FILE, sample_file, without_root
from antiphon.compiler.compiler import compile_spec
from antiphon.errors import ParamError
from antiphon.headers.registry import field_class
from antiphon.runtime.param_types import without_none
from antiphon.spec import ParamSpec, ResponseSpec
from antiphon.spec.bodies import BytesBody, EventsBody, FileBody, HTMLBody
from antiphon.spec.type_name import TypeName


@dataclasses.dataclass(frozen=True)
class Line:
    """A field line as it is sent. `param` names the param whose made-up value it holds; empty where nothing varies."""

    name: str
    value: str
    param: str = ""


@dataclasses.dataclass(frozen=True)
class Wire:
    """A response on the wire. `source` says where the content comes from, in words."""

    status: int
    lines: tuple[Line, ...]
    content: bytes
    source: str


def wire(spec: ResponseSpec, *, least: bool = False) -> Wire:
    """Send a response with values made up for its params, and content from its first example or made up as well.

    `least` leaves out every param that a call may leave out. Raises NoSample where no value can be made up for a param
    or for the content.
    """
    if isinstance(spec.body, FileBody):
        return _of_a_file(spec, least=least)
    content, source = _content(spec)
    spec = spec.model_copy(update={"params": tuple(map(_unsigned, spec.params))})
    arguments = _arguments(spec, least=least)
    if spec.examples and content and spec.body.plan(spec.status).is_carried:
        status, lines, _ = _send(spec, content, arguments)
        octets = spec.examples[0].content.encode()
    elif spec.examples and content:
        # The example is the content as it would be sent, so it is sent unchanged. A fixed length comes before
        # the other lines that are known beforehand, and one that varies after all lines that are always there.
        status, lines, octets = _send(_with_content(spec, spec.examples[0].content), (), arguments)
        length = [line for line in lines if line[0] == "content-length"]
        always = len(lines) - sum(param.optional for param in spec.params if not least)
        others = [line for line in lines if line not in length]
        lines = [*others[: always - len(length)], *length, *others[always - len(length) :]]
    else:
        status, lines, octets = _send(spec, content, arguments)
    return Wire(status, tuple(_line(spec, name, value) for name, value in lines), octets, source)


def _of_a_file(spec: ResponseSpec, *, least: bool) -> Wire:
    """The answer with a made-up file to a request for all of it."""
    arguments = _arguments(spec, least=least)
    example = next(iter(spec.examples), None)
    octets, source = (
        (example.content.encode(), f"example {example.name!r}") if example else (b"sample", "sample of a file")
    )
    with sample_file(octets) as path:
        status, lines, octets = _send(without_root(spec), (path,), arguments)
    declared = {header.name.lower() for header in spec.headers} | (
        {"content-type"} if spec.body.plan(200).content_type else set()
    )
    found = [_line(spec, name, value) for name, value in lines]
    of_file = OF_THE_FILE - declared
    return Wire(
        status,
        tuple(dataclasses.replace(line, param="content") if line.name in of_file else line for line in found),
        octets,
        source,
    )


def _unsigned(param: ParamSpec) -> ParamSpec:
    """The param, with a text in the place of a signed one: a made-up value that is signed would be good for a login."""
    if not getattr(param.encode.resolve() if param.encode else None, "is_signed", False):
        return param
    return param.model_copy(update={"encode": TypeName.of(_not_signed)})


def _not_signed(_value: object) -> str:
    return "sample.of.a-signed-value"


def _content(spec: ResponseSpec) -> tuple[tuple[Any, ...], str]:
    """The content argument, if there is one, and where the content comes from."""
    content = spec.body.plan(spec.status).content
    if content is None:
        return (), "fixed" if spec.body.plan(spec.status).octets else "none"
    if spec.examples:
        return (None,), f"example {spec.examples[0].name!r}"
    if isinstance(spec.body, HTMLBody):
        return ("<!doctype html><title>sample</title>",), "sample"
    if isinstance(spec.body, EventsBody):
        return (sample_events(spec.body),), f"sample of {spec.body.events}, one event each"
    if content.transmit is not None:
        return ([sample(_item(content.annotation))],), f"sample of {TypeName.of(_item(content.annotation))}, one item"
    return (sample(content.annotation),), f"sample of {TypeName.of(content.annotation)}"


def _item(annotation: Any) -> Any:
    """The type of an item of content that comes in pieces: of the first, where it may be of several."""
    return get_args(get_args(annotation)[0])[0]


def _with_content(spec: ResponseSpec, text: str) -> ResponseSpec:
    """The same response with fixed content."""
    parts: dict[str, Any] = dict(spec)
    content = text.encode() if isinstance(spec.body, BytesBody) else text
    kind: Any = type(spec.body)
    parts["body"] = kind(content=content, media_type=getattr(spec.body, "media_type", None))
    return ResponseSpec(**parts)


def _arguments(spec: ResponseSpec, *, least: bool) -> dict[str, Any]:
    """A value for each param; or for each that a call must give, and None where that is one."""
    if not least:
        return {param.name: _argument(param) for param in spec.params}
    needed = [param for param in spec.params if param.default is None]
    return {param.name: None if param.optional else _argument(param) for param in needed}


def _argument(param: ParamSpec) -> Any:
    """A value made up for a param: the first example of its field, or a value of its type."""
    types_ = without_none(param.type.resolve())
    field = field_class(param.slot) if param.fills == "header" and param.encode is None else None
    closed = any(get_origin(type_) is Literal or isinstance(type_, enum.EnumType) for type_ in types_)
    if field is not None and not closed:
        return field.decode(field.examples[0])
    first = types_[0]
    return first.decode(first.examples[0]) if hasattr(first, "field_name") else sample(first)


def _send(
    spec: ResponseSpec, content: tuple[Any, ...], arguments: Mapping[str, Any]
) -> tuple[int, list[tuple[str, str]], bytes]:
    """The messages of one response to GET. Nothing waits, unless the response carries its content."""
    messages: list[MutableMapping[str, Any]] = []

    async def send(message: MutableMapping[str, Any]) -> None:
        messages.append(message)

    scope = {"type": "http", "method": "GET", "headers": []}
    compiled: Any = compile_spec(spec)
    try:
        if spec.body.plan(spec.status).is_carried:
            asyncio.run(compiled.send(scope, _never, send, *content, **arguments))
        else:
            with contextlib.suppress(StopIteration):
                compiled.send(send, *content, **arguments).__await__().__next__()
    except ParamError as error:
        raise NoSample(f"the values made up for it are refused: {error.parameter}: {error.what}") from None
    start, *parts = messages
    lines = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in start["headers"]]
    return start["status"], lines, b"".join(part["body"] for part in parts)


async def _never() -> MutableMapping[str, Any]:
    """The `receive` of a client that stays."""
    await asyncio.Event().wait()
    return {}


def _line(spec: ResponseSpec, name: str, value: str) -> Line:
    fills: Literal["header", "cookie"] = "cookie" if name == "set-cookie" else "header"
    slot = value.partition("=")[0] if fills == "cookie" else name
    params = [p.name for p in spec.params if p.fills == fills and p.slot.lower() == slot.lower()]
    fixed = fills == "header" and any(h.value == value and h.name.lower() == name for h in spec.headers)
    template = next((h.template for h in spec.headers if h.template and h.name.lower() == name), "")
    fillers = [p.name for p in spec.params if p.fills == "placeholder" and f"{{{p.slot}}}" in template]
    return Line(name, value, ", ".join(fillers or params[:1]) if not fixed else "")
