"""ResponseSpec -> the function that makes its responses.

Everything that can be known before a request is done here: fixed field lines and content are finished octets, and a
shape's code is shared by all specs of that shape.
"""

from __future__ import annotations

import importlib
import keyword
import types
from typing import Any, Literal, NamedTuple

from antiphon import set_cookie
from antiphon.compiled import Compiled, Constant
from antiphon.plan import CONTENT_LENGTHS, BodyPlan, Content, RawHeader
from antiphon.shape import Parameter, Shape, factory
from antiphon.slots import Slot, cookie_slot, header_slot, with_default
from antiphon.spec import ResponseSpec


def compile_spec(spec: ResponseSpec, *, name: str | None = None) -> Compiled[Any, Any, ...] | Constant[Any, ...]:
    """The function that makes a spec's responses. The spec is taken as judged: see `antiphon.check`.

    `name` is what the function calls itself in tracebacks; `respond_<status>` where none is given.
    Raises LookupError where the name of a type leads nowhere, ValueError for a param without a usable name.
    """
    made: Compiled[Any, Any, ...] | Constant[Any, ...] = lower(spec, name=name).respond
    return made


class Lowered(NamedTuple):
    """What a spec becomes: the function, and for a class of replies its constructor."""

    respond: Any
    init: Any
    content: Content | None
    slots: tuple[Slot, ...]


def lower(spec: ResponseSpec, *, name: str | None = None, reply: type | None = None) -> Lowered:
    """As `compile_spec`; with `reply`, responses are of that class, and its constructor is made too."""
    body = spec.body.plan(spec.status)
    slots = _slots(spec)
    response: Any = reply or getattr(importlib.import_module("antiphon.responses"), body.response)
    lines, finished = _lines(spec, body, slots)
    media_type = _media_type(body, response.media_type)
    content = body.content
    shape = Shape(
        lines=tuple(lines),
        parameters=tuple(
            Parameter(s.name, s.kind, s.optional, s.field == b"set-cookie", s.default_octets is not None) for s in slots
        ),
        content="none" if content is None else "octets" if content.encode is None else "encoded",
        exact=content is not None and content.exact is not None,
        own_media_type=media_type != response.media_type,
        on_success=spec.background == "on_success",
        reply=reply is not None,
    )
    cells: list[Any] = [object.__new__, response, spec.status, media_type, body.octets]
    cells += [content and content.exact, content and content.accept, content and content.encode, *finished]
    for slot in slots:
        cells += [slot.check, slot.exact, slot.field, slot.template, slot.limit, slot.default, slot.default_octets]
    respond, send, *init = factory(shape)(*cells)
    own_name = name or f"respond_{spec.status}"
    respond.__name__ = respond.__qualname__ = own_name
    send.__name__, send.__qualname__ = "send", f"{own_name}.send"
    respond.__doc__ = spec.description or None
    respond.__annotations__ = _annotations(spec.status, body, slots, response)
    respond.spec, respond.send = spec, send
    return Lowered(respond, init[0] if init else None, content, tuple(slots))


def _media_type(body: BodyPlan, usual: str | None) -> str | None:
    """The `media_type` attribute: the class's own where only the charset stands beside it, else the whole value."""
    bare, _, parameters = (body.content_type or "").partition(";")
    return usual if bare == usual and parameters.strip().lower() in ("", "charset=utf-8") else body.content_type


def _slots(spec: ResponseSpec) -> list[Slot]:
    by_name = {cookie.name: cookie for cookie in spec.cookies if cookie.value is None}
    slots = []
    for param in spec.params:
        if not param.name.isidentifier() or keyword.iskeyword(param.name) or param.name.startswith("_"):
            msg = f"{param.name!r} cannot be the name of a parameter"
            raise ValueError(msg)
        slot = header_slot(param) if param.fills == "header" else cookie_slot(param, by_name[param.slot])
        slots.append(with_default(slot, param.default))
    return slots


#: RFC 9110 section 8.6: no Content-Length in 1xx and 204; in 304 it would be the length of another response's content.
#: A 205 says with `Content-Length: 0` that it is over (section 15.3.6).
_WITHOUT_LENGTH = frozenset((204, 304))


def _lines(spec: ResponseSpec, body: BodyPlan, slots: list[Slot]) -> tuple[list[int | None], list[RawHeader]]:
    """The field lines in order: an index for a param's line, None for one that is finished here."""
    params = {(param.fills, param.slot.lower()): index for index, param in enumerate(spec.params)}
    lines: list[int | None] = []
    finished: list[RawHeader] = []

    def add(raw: RawHeader) -> None:
        lines.append(None)
        finished.append(raw)

    for header in spec.headers:
        if header.value is None:
            lines.append(params["header", header.name.lower()])
        else:
            add((header.name.lower().encode("latin-1"), header.value.encode("latin-1")))
    if body.octets is not None and spec.status >= 200 and spec.status not in _WITHOUT_LENGTH:
        length = len(body.octets)
        add(CONTENT_LENGTHS[length] if length < len(CONTENT_LENGTHS) else (b"content-length", b"%d" % length))
    if body.content_type is not None and spec.header("Content-Type") is None:
        add((b"content-type", body.content_type.encode("latin-1")))
    for cookie in spec.cookies:
        if cookie.value is None:
            lines.append(params["cookie", cookie.name.lower()])
        else:
            add((b"set-cookie", set_cookie.write(cookie).encode("latin-1")))
    return lines, finished


def _annotations(status: int, body: BodyPlan, slots: list[Slot], response: Any) -> dict[str, Any]:
    """What inspect.signature, help() and editors show."""
    code = Literal[status]  # type: ignore[valid-type]  # a Literal made at run time is for people to read
    arguments: tuple[Any, ...] = (code,)
    if body.response in ("JSONResponse", "Response"):
        arguments = (code, body.content.annotation if body.content else None)
    shown: dict[str, Any] = {"content": body.content.annotation} if body.content else {}
    shown |= {slot.name: slot.annotation for slot in slots}
    return shown | {"return": types.GenericAlias(response, arguments)}
