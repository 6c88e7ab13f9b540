"""Every body kind: content that each call gives, and content that is fixed."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime
from typing import Any

import msgspec
import pydantic

from antiphon import Problem, respond
from antiphon.spec.bodies import TextBody
from tests.live.said import HTML, JSON, OCTETS, PROBLEM, TEXT, Said, length


class Point(msgspec.Struct):
    x: int
    y: int


@dataclasses.dataclass
class Name:
    first: str
    last: str | None = None


class Reading(pydantic.BaseModel):
    at: datetime
    points: list[tuple[int, int]]


def said(draft: Any, content_type: tuple[str, str], body: bytes, *content: object) -> Said:
    """A response that has nothing but its content."""
    return Said(draft.compile(), draft.spec().status, (content_type, length(body)), body, content=content)


POINT = b'{"x":1,"y":2}'
READING = b'{"at":"2038-01-19T03:14:07Z","points":[[1,2]]}'
ALL_OCTETS = bytes(range(256))
LARGE = b"0123456789" * 50_000
SMUGGLED = "naïve\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"
VENDOR = ("content-type", "application/vnd.point+json")
NOTHING_THERE = b'{"type":"/problems/1","title":"No","status":404,"detail":"Not there","instance":"/1"}'

BODIES = {
    "struct": said(respond(200).json(Point), JSON, POINT, Point(1, 2)),
    "dataclass": said(respond(200).json(Name), JSON, b'{"first":"Ada","last":null}', Name("Ada")),
    "pydantic": said(
        respond(200).json(Reading),
        JSON,
        READING,
        Reading(at=datetime(2038, 1, 19, 3, 14, 7, tzinfo=UTC), points=[(1, 2)]),
    ),
    "list": said(respond(200).json(list[Point]), JSON, b'[{"x":1,"y":2}]', [Point(1, 2)]),
    "empty-list": said(respond(200).json(list[Point]), JSON, b"[]", []),
    "dict": said(respond(200).json(dict[str, int]), JSON, b'{"a":1}', {"a": 1}),
    "nan": said(respond(200).json(float, nan="null"), JSON, b"null", float("nan")),
    "vendor-json": said(respond(200).json(Point, media_type=VENDOR[1]), VENDOR, POINT, Point(1, 2)),
    "json-value": said(respond(200).json_value({"é": [1, None]}), JSON, '{"é":[1,null]}'.encode()),
    "html": said(respond(200).html(), HTML, "<p>Grüße, 世界".encode(), "<p>Grüße, 世界"),
    "fixed-html": said(respond(200).html("<p>ok"), HTML, b"<p>ok"),
    "empty-html": said(respond(200).html(""), HTML, b""),
    "any-kind": said(respond(200).body(TextBody(), str), TEXT, b"ok", "ok"),
    "text": said(respond(200).text(), TEXT, SMUGGLED.encode(), SMUGGLED),
    "fixed-text": said(respond(200).text("ok\n"), TEXT, b"ok\n"),
    "text-of-4095": said(respond(200).text(), TEXT, b"a" * 4095, "a" * 4095),
    "text-of-4096": said(respond(200).text(), TEXT, b"a" * 4096, "a" * 4096),
    "octets": said(respond(200).bytes(OCTETS[1]), OCTETS, ALL_OCTETS, ALL_OCTETS),
    "fixed-octets": said(respond(200).bytes(OCTETS[1], b"\x00\xff"), OCTETS, b"\x00\xff"),
    "large-octets": said(respond(200).bytes(OCTETS[1]), OCTETS, LARGE, LARGE),
    "fixed-problem": said(
        respond(404).problem(type="/problems/1", title="No", detail="Not there", instance="/1"), PROBLEM, NOTHING_THERE
    ),
    "problem": said(
        respond(409).json(Problem, media_type=PROBLEM[1]),
        PROBLEM,
        b'{"title":"Taken","status":409}',
        Problem(title="Taken", status=409),
    ),
    "nothing": Said(respond(200).compile(), 200, (length(b""),)),
}
