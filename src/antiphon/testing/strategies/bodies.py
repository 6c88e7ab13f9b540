"""Strategies of the content of each kind of body: what a call gives for it."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from antiphon.compiler.compiler import compile_spec
from antiphon.errors import ParamError
from antiphon.runtime.events.declared import DeclaredEvent, declared_events
from antiphon.spec import ResponseSpec
from antiphon.spec.bodies import (
    BodySpec,
    BytesBody,
    EventsBody,
    FileBody,
    HTMLBody,
    JSONBody,
    JSONLinesBody,
    StreamBody,
    TextBody,
)
from antiphon.testing.strategies.accepted import accepted
from antiphon.testing.strategies.no_strategy import no_strategy
from antiphon.testing.strategies.of_type import of_type
from antiphon.testing.strategies.place import Place
from antiphon.testing.strategies.scalars import CHARACTERS

_TEXTS: Final = st.text(CHARACTERS, max_size=40)
_OCTETS: Final = st.binary(max_size=40)
_LINES: Final = st.text(st.characters(codec="utf-8", exclude_characters="\0\r\n"), max_size=8)


def content_of(spec: ResponseSpec) -> SearchStrategy[Any] | None:
    """The content that a call of a response gives; None where it gives none. Raises NoStrategy."""
    if spec.body.plan(spec.status).content is None:
        return None
    return _BODIES[type(spec.body)](spec.body, spec.status)


def _json(body: JSONBody, status: int) -> SearchStrategy[Any]:
    return _sendable(object if body.model is None else body.model.resolve(), body, status)


def _sendable(type_: Any, body: JSONBody, status: int = 200) -> SearchStrategy[Any]:
    """Values of a type that its declaration sends as JSON."""
    send: Any = compile_spec(ResponseSpec(status=status, body=body))

    def sent(value: Any) -> Any:
        send(value)
        return value

    values = of_type(type_, Place(of_type, nan=body.nan == "null"))
    return accepted(values, sent, ParamError, lambda why: no_strategy(type_, f"no drawn value can be sent, {why}"))


def _lines(body: JSONLinesBody, _status: int) -> SearchStrategy[Any]:
    item = JSONBody(model=body.model, nan=body.nan, validation=body.validation, options=body.options)
    return st.lists(_sendable(body.model.resolve(), item), max_size=4)


def _events(body: EventsBody, _status: int) -> SearchStrategy[Any]:
    kinds = [_event(declared, body) for declared in declared_events(body.events.resolve())]
    return st.lists(st.one_of(kinds), max_size=4)


def _event(declared: DeclaredEvent, body: EventsBody) -> SearchStrategy[Any]:
    item = JSONBody(nan=body.nan, validation=body.validation, options=body.options)
    data = _TEXTS if declared.as_text else _sendable(declared.data, item)
    if declared.event is None:
        return data
    return st.builds(declared.event, data, id=st.none() | _LINES, retry=st.none() | st.integers(0, 10**6))


def _pieces(body: StreamBody, _status: int) -> SearchStrategy[Any]:
    if body.item == "bytes" and body.length is not None:
        return st.binary(min_size=body.length, max_size=body.length).map(lambda octets: [octets])
    if body.item == "bytes":
        return st.lists(_OCTETS, max_size=4)
    characters = st.characters(codec=body.charset)
    if body.length is not None:
        return st.text("a", min_size=body.length, max_size=body.length).map(lambda text: [text])
    return st.lists(st.text(characters, max_size=40), max_size=4)


def _file(body: FileBody, _status: int) -> SearchStrategy[Any]:
    if body.root is not None:
        raise no_strategy(FileBody, f"its files are those below {body.root!r}: draw their names by hand")
    return _OCTETS.map(io.BytesIO)


def _octets(_body: BodySpec, _status: int) -> SearchStrategy[bytes]:
    return _OCTETS


def _text(_body: BodySpec, _status: int) -> SearchStrategy[str]:
    return _TEXTS


#: By the class of the body: a function of the body and the status.
_BODIES: Final[Mapping[type, Callable[..., SearchStrategy[Any]]]] = {
    BytesBody: _octets,
    EventsBody: _events,
    FileBody: _file,
    HTMLBody: _text,
    JSONBody: _json,
    JSONLinesBody: _lines,
    StreamBody: _pieces,
    TextBody: _text,
}
