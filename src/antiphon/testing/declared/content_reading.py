"""The content of a response read back as the value that a call gave for it, by kinds of bodies."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from typing import Any, Final

import msgspec

from antiphon.runtime.content.options import AS_DECLARED
from antiphon.spec import ResponseSpec
from antiphon.spec.bodies import (
    BodySpec,
    BytesBody,
    EmptyBody,
    EventsBody,
    FileBody,
    HTMLBody,
    JSONBody,
    JSONLinesBody,
    ProblemBody,
    RedirectBody,
    StreamBody,
    TextBody,
)
from antiphon.testing.declared.difference import NotAsDeclared
from antiphon.testing.declared.event_reading import read_events
from antiphon.testing.declared.json_reading import read_json


def read_content(spec: ResponseSpec, octets: bytes) -> Any:
    """The content, of the type that a call gives: of what is sent in pieces a list of them, of a file an open one.

    Raises NotAsDeclared for octets that the declared content cannot be, and Unreadable where nobody can say.
    """
    return _READERS[type(spec.body)](spec.body, spec.status, octets)


def _json(body: JSONBody, _status: int, octets: bytes) -> Any:
    if body.content is not None:
        _equal(body.content.encode(), octets)
        return msgspec.json.decode(octets)
    return read_json(object if body.model is None else body.model.resolve(), body.options.resolved(), octets)


def _problem(body: ProblemBody, status: int, octets: bytes) -> Any:
    """Fixed details, to which an application may have added members such as `instance`."""
    found = read_json(dict[str, Any], AS_DECLARED, octets)
    fixed: dict[str, Any] = msgspec.json.decode(body.plan(status).octets or b"{}")
    for name, value in fixed.items():
        if found.get(name) != value:
            raise NotAsDeclared(f"has {found.get(name)!r} as `{name}`, declared {value!r}")
    return found


def _text(body: BodySpec, status: int, octets: bytes) -> str:
    _fixed(body, status, octets)
    try:
        return octets.decode()
    except UnicodeDecodeError as error:
        raise NotAsDeclared(f"is not text in UTF-8: {error.reason}") from None


def _octets(body: BodySpec, status: int, octets: bytes) -> bytes:
    _fixed(body, status, octets)
    return octets


def _fixed(body: BodySpec, status: int, octets: bytes) -> None:
    fixed = body.plan(status).octets
    if fixed is not None and fixed != octets:
        raise NotAsDeclared(f"is {_beginning(octets)}, declared {_beginning(fixed)}")


def _nothing(_body: BodySpec, _status: int, octets: bytes) -> None:
    if octets:
        raise NotAsDeclared(f"is {_beginning(octets)}, and none is declared")


def _lines(body: JSONLinesBody, _status: int, octets: bytes) -> list[Any]:
    type_ = body.model.resolve()
    texts = octets.split(b"\x1e" if body.framing == "json-seq" else b"\n")
    found = []
    for number, text in enumerate((text for text in texts if text.strip()), 1):
        try:
            found.append(read_json(type_, AS_DECLARED, text))
        except NotAsDeclared as error:
            if body.on_error is not None:  # the last item may be that of an error
                break
            raise NotAsDeclared(f"item {number}: {error}") from None
    return found


def _pieces(body: StreamBody, _status: int, octets: bytes) -> list[Any]:
    if body.item == "bytes":
        return [octets]
    try:
        return [octets.decode(body.charset)]
    except UnicodeDecodeError as error:
        raise NotAsDeclared(f"is not text in {error.encoding}: {error.reason}") from None


def _events(body: EventsBody, _status: int, octets: bytes) -> list[Any]:
    return read_events(body.events.resolve(), octets)


def _file(_body: BodySpec, _status: int, octets: bytes) -> io.BytesIO:
    return io.BytesIO(octets)


def _equal(declared: bytes, octets: bytes) -> None:
    """JSON text that says the same."""
    try:
        same = msgspec.json.decode(declared) == msgspec.json.decode(octets)
    except msgspec.DecodeError as error:
        raise NotAsDeclared(f"is not JSON: {error}") from None
    if not same:
        raise NotAsDeclared(f"is {_beginning(octets)}, declared {_beginning(declared)}")


#: So many octets are shown.
_SHOWN: Final = 120


def _beginning(octets: bytes) -> str:
    text = octets[:_SHOWN].decode("utf-8", errors="replace")
    return f"{text!r}{' ...' if len(octets) > _SHOWN else ''}"


#: By the class of the body: a function of the body, the status and the octets.
_READERS: Final[Mapping[type, Callable[..., Any]]] = {
    BytesBody: _octets,
    EmptyBody: _nothing,
    EventsBody: _events,
    FileBody: _file,
    HTMLBody: _text,
    JSONBody: _json,
    JSONLinesBody: _lines,
    ProblemBody: _problem,
    RedirectBody: _nothing,
    StreamBody: _pieces,
    TextBody: _text,
}
