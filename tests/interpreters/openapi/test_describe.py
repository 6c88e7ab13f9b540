"""Response Objects: fields, cookies, contents, and several responses of one status."""

from __future__ import annotations

import datetime as dt
import enum
import json
import uuid
from typing import Any, Literal, get_args

import msgspec
import pytest

from antiphon import (
    ETag,
    Event,
    Link,
    Location,
    NotModified,
    Params,
    PreconditionFailed,
    Problem,
    Reply,
    RetryAfter,
    SpecError,
    TextEvent,
    cookie,
    fragment,
    header,
    host_cookie,
    redirect,
    respond,
)
from antiphon.interpreters.openapi.contents import KINDS
from antiphon.openapi import describe
from antiphon.spec.bodies import BodySpec


class Cat(msgspec.Struct):
    purrs: bool


class Dog(msgspec.Struct):
    barks: bool


class Grade(enum.Enum):
    A = "a"
    B = "b"


class Fields(Params):
    etag: ETag
    location: Location
    retry_after: RetryAfter | None = None
    x_count: int
    x_share: float
    x_id: uuid.UUID
    x_when: dt.datetime
    x_text: str
    x_word: Literal["yes", "no"]
    x_grade: Grade
    x_flag: bool = header(encode=lambda value: "true" if value else "false")
    x_bit: bool = header(encode=lambda value: "?1" if value else "?0")


HTTP_DATE = {"type": "string", "format": "http-date"}


@pytest.mark.parametrize(
    ("name", "schema"),
    [
        ("ETag", {"type": "string", "pattern": '^(W/)?"[!#-~]*"$'}),
        ("Location", {"type": "string", "format": "uri-reference"}),
        ("Retry-After", {"anyOf": [{"type": "integer", "minimum": 0}, HTTP_DATE]}),
        ("X-Count", {"type": "integer"}),
        ("X-Share", {"type": "number"}),
        ("X-Id", {"type": "string", "format": "uuid"}),
        ("X-When", HTTP_DATE),
        ("X-Text", {"type": "string"}),
        ("X-Word", {"type": "string", "enum": ["yes", "no"]}),
        ("X-Grade", {"type": "string", "enum": ["a", "b"]}),
        ("X-Flag", {"type": "boolean"}),
        ("X-Bit", {"type": "string", "enum": ["?0", "?1"]}),
        ("Cache-Control", {"type": "string", "const": "no-store"}),
    ],
)
def test_a_field_has_the_schema_of_what_is_sent(name: str, schema: dict[str, Any]) -> None:
    """By its grammar, by the type of its param, or by its one value; required unless it may be left out."""
    draft = respond(200).text().params(Fields).cache_control(no_store=True)

    found = describe(draft)["responses"]["200"]["headers"][name]

    assert schema == found["schema"]
    assert (name != "Retry-After") is found.get("required", False)


def test_a_template_is_a_pattern() -> None:
    """The text that fills a placeholder stays in its segment."""
    moved = redirect(308, location="/users/{user}").placeholder_param("user", str)

    assert {"type": "string", "pattern": r"^\/users\/[^/?#]+$"} == (
        describe(moved)["responses"]["308"]["headers"]["Location"]["schema"]
    )
    assert "content" not in describe(moved)["responses"]["308"]


class Session(Params):
    session: str = host_cookie(max_age=dt.timedelta(hours=1))
    theme: str | None = cookie(default=None)


def test_cookies_are_named_with_their_attributes() -> None:
    """Each cookie has its sentence and an example of its line, with a made-up value."""
    found = describe(respond(200).text().params(Session))["responses"]["200"]["headers"]["Set-Cookie"]

    assert "Sets the cookie `__Host-session`: HttpOnly; Max-Age=3600; Path=/;" in found["description"]
    assert {"type": "string", "pattern": "^(__Host-session|theme)="} == found["schema"]
    assert found["required"]
    assert found["examples"]["__Host-session"]["value"].startswith("__Host-session=abc123; HttpOnly")


def test_openapi_3_2_has_a_member_for_each_cookie() -> None:
    """Version 3.2 reads the lines of Set-Cookie as one object; a cookie that may be left out is not required."""
    found = describe(respond(200).text().params(Session), version="3.2")["responses"]["200"]["headers"]["Set-Cookie"]

    assert {"__Host-session", "theme"} == set(found["schema"]["properties"])
    assert ["__Host-session"] == found["schema"]["required"]
    assert ("simple", True) == (found["style"], found["explode"])


def test_contents_of_one_status_are_merged_by_media_type() -> None:
    """One media type has alternatives: oneOf where what is sent cannot match two of them."""
    cat, dog, page = respond(200).json(Cat), respond(200).json(Dog), respond(200).html()

    content = describe(cat, dog, page)["responses"]["200"]["content"]

    assert ["application/json", "text/html"] == list(content)
    assert {"oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}]} == content[
        "application/json"
    ]["schema"]


def test_alternatives_that_overlap_are_any_of() -> None:
    """A problem with one member more is still a problem, so `oneOf` would refuse it."""

    class Invalid(Problem):
        pointer: str | None = None

    content = describe(respond(409).json(Problem), respond(409).json(Invalid))["responses"]["409"]["content"]

    assert ["anyOf"] == list(content["application/problem+json"]["schema"])


def test_a_header_of_one_of_two_responses_is_not_required() -> None:
    """Constants become one enumeration; what only one of them has may be missing."""
    one = respond(200).text().header("X-Kind", "a").header("X-Own", "1")
    other = respond(200).text().header("X-Kind", "b")

    headers = describe(one, other)["responses"]["200"]["headers"]

    assert {"required": True, "schema": {"type": "string", "enum": ["a", "b"]}} == headers["X-Kind"]
    assert {"schema": {"type": "string", "const": "1"}} == headers["X-Own"]


def test_descriptions_and_examples_are_kept() -> None:
    """Two texts are two paragraphs; an example that two responses name alike gets a number."""
    one = respond(200).json(Cat).describe("A cat.").example("first", Cat(purrs=True), description="Loud")
    other = respond(200).json(Dog).describe("A dog.").example("first", Dog(barks=True))

    found = describe(one, other)["responses"]["200"]

    assert "A cat.\n\nA dog." == found["description"]
    assert {
        "first": {"summary": "Loud", "value": {"purrs": True}},
        "first_2": {"value": {"barks": True}},
    } == found["content"]["application/json"]["examples"]


def test_content_that_never_changes_is_shown() -> None:
    """A fixed text is a constant, a fixed problem an example of Problem, a fixed JSON value its own form."""
    text = describe(respond(200).text("ok\n"))["responses"]["200"]["content"]["text/plain"]
    problem = describe(respond(404).problem(title="Gone"))["responses"]["404"]["content"]["application/problem+json"]
    value = describe(respond(200).json_value({"ok": True, "n": [1]}))["responses"]["200"]["content"]["application/json"]

    assert {"type": "string", "const": "ok\n"} == text["schema"]
    assert {"$ref": "#/components/schemas/Problem"} == problem["schema"]
    assert {"example": {"value": {"title": "Gone", "status": 404}}} == problem["examples"]
    assert {"type": "boolean", "const": True} == value["schema"]["properties"]["ok"]


def test_octets_are_not_base64() -> None:
    """Octets have their media type; nothing encodes them."""
    content = describe(respond(200).bytes("image/png"))["responses"]["200"]["content"]

    assert {"image/png": {"schema": {"type": "string", "contentMediaType": "image/png"}}} == content


def test_every_body_kind_has_its_row() -> None:
    """A new kind is described by a row of one table."""
    kinds = {get_args(kind.model_fields["kind"].annotation)[0] for kind in get_args(BodySpec)}

    assert kinds == set(KINDS)


def test_streams_are_text_or_octets() -> None:
    """As what is sent in one piece: nothing tells a client how many pieces come."""
    content = describe(respond(200).stream("image/png"))["responses"]["200"]["content"]
    text = describe(respond(200).stream("text/csv; charset=utf-8", item=str))["responses"]["200"]["content"]

    assert {"image/png": {"schema": {"type": "string", "contentMediaType": "image/png"}}} == content
    assert {"text/csv": {"schema": {"type": "string"}}} == text


def test_items_of_a_sequence_have_their_schema() -> None:
    """OpenAPI 3.2 has a keyword for it; for 3.1 it is text that holds an array of them."""
    lines = respond(200).json_lines(Cat)
    cat = {"$ref": "#/components/schemas/Cat"}

    new = describe(lines, version="3.2")["responses"]["200"]["content"]
    old = describe(lines)["responses"]["200"]["content"]

    assert {"application/jsonl": {"itemSchema": cat}} == new
    assert {"type": "array", "items": cat} == old["application/jsonl"]["schema"]["contentSchema"]


PROXIED = (
    fragment()
    .added_field("X-Request-Id", uuid.UUID, description="Names the request in our log.", required=True)
    .added_field("Server-Timing")
    .document(extensions={"x-owner": "edge"})
)


def test_fields_that_are_added_later_are_in_the_document_alone() -> None:
    """A proxy's field is described with its type; antiphon does not send it."""
    shown = respond(200).text("ok").add(PROXIED).compile()

    found = describe(shown)["responses"]["200"]

    assert {
        "description": "Names the request in our log.",
        "required": True,
        "schema": {"type": "string", "format": "uuid"},
    } == found["headers"]["X-Request-Id"]
    assert {"schema": {"type": "string"}} == found["headers"]["Server-Timing"]
    assert "edge" == found["x-owner"]
    assert "x-request-id" not in shown().headers


def test_a_declared_response_is_documented() -> None:
    """Summary, meanings of fields, links, extensions and examples; a class takes them with a fragment."""
    link = {"operationId": "get_user", "parameters": {"id": "$response.body#/id"}}
    notes = fragment().document(
        summary="A cat",
        fields={"cache-control": "Never kept."},
        links={"owner": link},
        extensions={"x-team": ["cats"]},
        examples={"loud": Cat(purrs=True)},
    )

    class Shown(Reply[Cat], add=notes, cache_control="no-store"): ...

    old, new = describe(Shown)["responses"]["200"], describe(Shown, version="3.2")["responses"]["200"]

    assert ("A cat", "OK") == (new["summary"], new["description"])
    assert "summary" not in old
    assert "A cat" == old["description"]
    assert "Never kept." == old["headers"]["Cache-Control"]["description"]
    assert ({"owner": link}, ["cats"]) == (old["links"], old["x-team"])
    assert {"loud": {"value": {"purrs": True}}} == old["content"]["application/json"]["examples"]


def test_later_documentation_is_added_to_the_first() -> None:
    """A fragment's comes after the draft's own; a link or an extension of the same name is replaced."""
    draft = respond(200).text().document(summary="One", extensions={"x-a": 1, "x-b": 1})

    found = describe(draft.add(fragment().document(extensions={"x-b": 2})), version="3.2")["responses"]["200"]

    assert ("One", 1, 2) == (found["summary"], found["x-a"], found["x-b"])


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"extensions": {"owner": "me"}}, "begins with x-"),
        ({"links": {"next": "there"}}, "each link is an object"),
        ({"fields": {"no name": "?"}}, "a field name is a token"),
        ({"fields": ["ETag"]}, "fields is list"),
        ({"summary": 1}, "summary: input should be a valid string"),
    ],
    ids=str,
)
def test_wrong_documentation_is_refused_at_its_line(wrong: dict[str, Any], message: str) -> None:
    """The finding says which part is wrong."""
    with pytest.raises(SpecError, match=message) as caught:
        respond(200).document(**wrong)

    position = caught.value.diagnostics[0].position
    assert position is not None
    assert position.file == __file__


def test_several_lines_of_one_name_are_one_value() -> None:
    """Fixed lines are joined as clients join them; where one of them varies, it is any text."""

    class Own(Params):
        link: Link

    fixed_lines = respond(200).text().header("X-A", "1").header("x-a", "2")
    varying = respond(200).text().params(Own).link("/b", rel="next")

    assert {"type": "string", "const": "1, 2"} == describe(fixed_lines)["responses"]["200"]["headers"]["X-A"]["schema"]
    assert {"type": "string"} == describe(varying)["responses"]["200"]["headers"]["Link"]["schema"]


def test_headers_that_differ_are_alternatives() -> None:
    """Schemas that are no constants are `anyOf`, each once; descriptions of cookies are put together."""

    class Number(Params):
        x_kind: int

    class Word(Params):
        x_kind: uuid.UUID
        theme: str = cookie()

    responses = (
        respond(200).text().params(Number),
        respond(200).text().params(Word),
        respond(200).text().params(Number).cookie("lang", "en"),
    )
    headers = describe(*responses)["responses"]["200"]["headers"]

    assert {"anyOf": [{"type": "integer"}, {"type": "string", "format": "uuid"}]} == headers["X-Kind"]["schema"]
    assert 2 == len(headers["Set-Cookie"]["description"].split("\n\n"))
    assert {"theme", "lang"} == set(headers["Set-Cookie"]["examples"])


def test_a_problem_with_members_of_its_own_has_its_form() -> None:
    """Its extensions are in the schema; text that is long is an example, and no constant."""
    problem = respond(403).problem(title="Out of credit", extensions={"balance": 30, "accounts": []})
    text = respond(200).text("x" * 300)

    schema = describe(problem)["responses"]["403"]["content"]["application/problem+json"]["schema"]
    assert {"type": "integer", "const": 30} == schema["properties"]["balance"]
    assert {"type": "string"} == describe(text)["responses"]["200"]["content"]["text/plain"]["schema"]


@pytest.mark.parametrize("name", ["Deprecation", "Sunset"])
def test_an_operation_is_deprecated_by_its_fields(name: str) -> None:
    """The Operation Object says so; a failure's fields do not count."""
    value = {"Deprecation": "@1688169599", "Sunset": "Sun, 11 Nov 2029 23:59:59 GMT"}[name]

    assert describe(respond(200).text().header(name, value))["deprecated"]
    assert "deprecated" not in describe(respond(404).text().header(name, value))


class Tick(Event[Cat], name="tick"): ...


class Line(TextEvent, name="line"): ...


def test_events_are_told_apart_by_their_names() -> None:
    """Data is JSON text with a schema of its own, or text; the fields of a stream are there."""
    found = describe(respond(200).events(Tick | Line), version="3.2")["responses"]["200"]

    tick, line = found["content"]["text/event-stream"]["itemSchema"]["oneOf"]
    assert {"type": "string", "const": "tick"} == tick["properties"]["event"]
    assert {
        "type": "string",
        "contentMediaType": "application/json",
        "contentSchema": {"$ref": "#/components/schemas/Cat"},
    } == tick["properties"]["data"]
    assert {"type": "string"} == line["properties"]["data"]
    assert ["event", "data"] == tick["required"]
    assert {"Cache-Control", "X-Accel-Buffering"} == set(found["headers"])


def test_data_alone_is_an_event_without_a_name() -> None:
    """For OpenAPI 3.1 the stream is text that holds an array of events."""
    schema = describe(respond(200).events(Cat))["responses"]["200"]["content"]["text/event-stream"]["schema"]

    assert ["data"] == schema["contentSchema"]["items"]["required"]


def test_classes_of_replies_and_compiled_responses_are_described_alike() -> None:
    """A description is the same whoever carries it, and plain JSON."""

    class Shown(Reply[Cat]):
        """A cat."""

    compiled = respond(200).json(Cat).describe("A cat.").compile()

    assert describe(Shown) == describe(compiled) == describe(compiled.spec)
    assert describe(Shown) == json.loads(json.dumps(describe(Shown)))


def test_what_declares_nothing_is_refused() -> None:
    """The message says what can be given."""
    with pytest.raises(TypeError, match="declares no response: give a ResponseSpec"):
        describe(int)  # type: ignore[arg-type]  # refused at run time, too


def test_a_conditional_reply_is_three_responses() -> None:
    """The reply, its 304 with the tag that follows from the content, and the 412."""

    class Hashed(Reply[list[int]], cache_control="no-cache", from_content="etag"): ...

    following: Any = NotModified
    responses = describe(Hashed, following[Hashed], PreconditionFailed)["responses"]
    assert ["200", "304", "412"] == list(responses)
    for status in ("200", "304"):
        assert {"Cache-Control", "ETag"} == set(responses[status]["headers"])
        assert responses[status]["headers"]["ETag"]["required"] is True
    assert "content" not in responses["304"]
    assert ["application/problem+json"] == list(responses["412"]["content"])
