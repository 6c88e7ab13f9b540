"""Streams and lines as classes of replies, and what is refused of them and of their steps."""

from __future__ import annotations

import copy
import importlib
from typing import Any, Generic, TypeVar

import msgspec
import pytest

from antiphon import JSONLinesReply, ParamError, ResponseSpec, SpecError, StreamReply, TextStreamReply, header, respond
from antiphon.responses import StreamingResponse
from antiphon.rules.check import check
from antiphon.spec.bodies import JSONLinesBody, StreamBody
from antiphon.spec.type_name import TypeName
from tests.support.clients import bodies
from tests.support.exchange import sent_by
from tests.support.project import Project

step: Any = respond  # a caller without a type checker


class Row(msgspec.Struct):
    """An item."""

    id: int


class Export(StreamReply, media_type="application/zip", status=404, length=3):
    """Three octets."""

    x_trace: str = header()


class Page(TextStreamReply, media_type="text/html"):
    """Text, which has a charset."""


T = TypeVar("T", bound=msgspec.Struct)


class Base(JSONLinesReply[T], Generic[T], framing="ndjson", nan="null", flush_after=2):
    """The service's own kind of lines."""


class Rows(Base[Row]):
    """Rows."""


def test_a_reply_is_a_streaming_response() -> None:
    """With its declared lines, cookies and params; `content` is what was given."""
    given = [b"abc"]
    reply = Export(given, x_trace="1")
    reply.set_cookie("a", "b")
    start, *_ = sent_by(reply)

    assert isinstance(reply, StreamingResponse)
    assert (404, given) == (start["status"], reply.content)
    assert {(b"x-trace", b"1"), (b"content-length", b"3"), (b"content-type", b"application/zip")} < {*start["headers"]}
    assert given == copy.copy(reply).content
    assert (b"content-type", b"text/html; charset=utf-8") in Page(["a"]).raw_headers


def test_a_base_hands_its_keywords_on() -> None:
    """To the classes below it."""
    assert JSONLinesBody(model=TypeName.of(Row), framing="ndjson", nan="null", flush_seconds=2.0) == Rows.spec.body
    assert ResponseSpec.model_validate_json(Rows.spec.model_dump_json()) == Rows.spec
    assert b'{"id":1}\n' == b"".join(bodies(sent_by(Rows([Row(1)]))))


async def awaited() -> list[Row]:
    """A coroutine function, whose result is no iterable."""
    return [Row(1)]


@pytest.mark.parametrize(
    ("wrong", "what", "advice"),
    [
        (Row(1), "is Row where an iterable of Row", "give a generator, a list"),
        (Row, "is StructMeta", "give a generator"),
        ("rows", "is str, which is one piece", "put it in a list"),
        (awaited, "is function", "awaited(...)"),
    ],
)
def test_what_is_no_iterable_is_refused(wrong: Any, what: str, advice: str) -> None:
    """At the call."""
    with pytest.raises(ParamError) as refused:
        Rows(wrong)
    assert what in str(refused.value)
    assert advice in refused.value.help


def test_a_coroutine_is_to_be_awaited() -> None:
    """And is not said to have never been awaited."""
    wrong: Any = awaited()
    with pytest.raises(ParamError, match="is a coroutine"):
        Rows(wrong)


@pytest.mark.parametrize(
    ("faulty", "what"),
    [
        (lambda: step(200).stream("text/plain", int), "the pieces of a stream are declared as 'int'"),
        (lambda: step(200).stream("text/plain", length=-1), "greater than or equal to 0"),
        (lambda: step(200).stream("x").compile(), "CT001"),
        (lambda: step(200).stream("text/plain; charset=klingon", str).compile(), "CT004"),
        (lambda: step(200).stream("text/plain").json(Row), "has a body already"),
        (lambda: step(200).json_lines(complex).compile(), "AN002"),
        (lambda: step(200).json_lines("nowhere:Row").compile(), "AN008"),
        (lambda: step(200).json_lines(Row, flush_after=float("nan")), "finite"),
        (lambda: step(200).json_lines(Row, flush_after=-1), "greater than or equal to 0"),
        (lambda: step(200).json_lines(Row, flush_octets=0), "greater than or equal to 1"),
        (lambda: step(200).json_lines(Row, framing="xml"), "framing"),
        (lambda: step(200).json_lines(Row, on_error=3), "does not say what it returns"),
    ],
)
def test_a_step_that_is_refused(faulty: Any, what: str) -> None:
    """With the user's line."""
    with pytest.raises(SpecError, match=what) as refused:
        faulty()
    [found] = refused.value.diagnostics
    assert found.position is not None
    assert __file__ == found.position.file


def test_statuses_without_content_carry_no_stream() -> None:
    """No step, no keyword, and an error in a spec."""
    for status in (204, 205, 304):
        with pytest.raises(AttributeError):
            step(status).stream("text/plain")
        with pytest.raises(SpecError):
            type("Wrong", (StreamReply,), {}, status=status)
        found = {
            found.code for found in check(ResponseSpec(status=status, body=StreamBody())) if found.level == "error"
        }
        assert found & {"ST002", "ST003", "ST004"}
        with pytest.raises(ParamError):
            StreamingResponse([b"x"], status_code=status)


SERVICE = """
import msgspec
from antiphon import respond


class Row(msgspec.Struct):
    id: int


def failed(error: Exception) -> Row:
    return Row(0)


export = respond(200).stream("text/csv", str).header_param("x_trace", str).compile()
rows = respond(200).json_lines(Row, framing="json-seq", on_error=failed).compile()
"""


def test_a_built_module_sends_the_same(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the object and in place."""
    project.write({"declared.py": SERVICE})
    assert 0 == project.run("build", "declared", "-o", "built")
    assert 0 == project.run("show", "declared")
    assert '{"id":1}' in project.out
    monkeypatch.syspath_prepend(str(project.folder))
    declared = importlib.import_module("declared")
    built: Any = importlib.import_module("built.declared")

    def broken() -> Any:
        yield declared.Row(1)
        raise KeyError("x")

    for make in (declared, built):
        assert b"a,b" == b"".join(bodies(sent_by(make.export(["a", ",b"], x_trace="1"))))
        assert b'\x1e{"id":1}\n\x1e{"id":0}\n' == b"".join(bodies(sent_by(make.rows(broken()))))

        async def in_place(scope: Any, receive: Any, send: Any, make: Any = make) -> None:
            await make.export.send(scope, receive, send, ["a"], x_trace="1")

        assert [b"a"] == bodies(sent_by(in_place))


def test_a_generator_that_has_ended_is_not_sent_again() -> None:
    """A response that was made once, for a module, would be empty from its second request on."""
    exported = Page(piece for piece in ("a", "b"))

    assert b"ab" == b"".join(message.get("body", b"") for message in sent_by(exported))
    with pytest.raises(RuntimeError, match="has ended: a response that streams is for one request"):
        sent_by(exported)
