"""Every kind of param: all of them given, and only those that must be."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

from antiphon import ETag, Location, Params, cookie, header, host_cookie, insecure_cookie, respond
from antiphon.headers.retry_after import RetryAfter
from tests.live.bodies import POINT, Point
from tests.live.said import JSON, TEXT, Fields, Said, length

THE_END = datetime(2038, 1, 19, 3, 14, 7, tzinfo=UTC)
THE_END_TEXT = "Tue, 19 Jan 2038 03:14:07 GMT"


class Everything(Params):
    """Typed fields, fields of other types, some that may be left out, and a cookie of each step."""

    location: Location
    etag: ETag | None = header(default=None)
    retry_after: RetryAfter
    last_modified: datetime = header()
    request_id: UUID = header("X-Request-ID")
    attempts: int = header("X-Attempts")
    note: str | None = header("X-Note", default=None)
    mood: str = header("X-Mood", default="calm")
    session: str = host_cookie(max_age=3600)
    theme: str = cookie(path="/app", domain="shop.example", expires=THE_END, http_only=False)
    visits: int = insecure_cookie(same_site="strict")
    embed: str | None = cookie(same_site="none", partitioned=True, default=None)


everything = respond(201).json(Point).params(Everything).compile()

OBLIGED: dict[str, object] = {
    "location": Location("/points/1"),
    "retry_after": RetryAfter(timedelta(days=1)),
    "last_modified": THE_END,
    "request_id": UUID("12345678-1234-5678-1234-567812345678"),
    "attempts": 3,
    "session": "abc_-.~",
    "theme": "dark",
    "visits": 7,
}
OBLIGED_FIELDS: Fields = (
    ("location", "/points/1"),
    ("retry-after", "86400"),
    ("last-modified", THE_END_TEXT),
    ("x-request-id", "12345678-1234-5678-1234-567812345678"),
    ("x-attempts", "3"),
    JSON,
    ("set-cookie", "__Host-session=abc_-.~; HttpOnly; Max-Age=3600; Path=/; SameSite=Lax; Secure"),
    ("set-cookie", f"theme=dark; Domain=shop.example; Expires={THE_END_TEXT}; Path=/app; SameSite=Lax; Secure"),
    ("set-cookie", "visits=7; HttpOnly; Path=/; SameSite=Strict"),
    length(POINT),
)
ALL = {**OBLIGED, "etag": ETag("v1", weak=True), "note": "a \t b", "mood": "gay", "embed": "1"}
ALL_FIELDS: Fields = (
    *OBLIGED_FIELDS,
    ("etag", 'W/"v1"'),
    ("x-note", "a \t b"),
    ("x-mood", "gay"),
    ("set-cookie", "embed=1; HttpOnly; Partitioned; Path=/; SameSite=None; Secure"),
)

TAGGED = respond(200).text("ok").header_template("ETag", '"{digest}"').placeholder_param("digest").compile()

PARAMS = {
    "template": Said(TAGGED, 200, (("etag", '"a1"'), TEXT, length(b"ok")), b"ok", params={"digest": "a1"}),
    "obliged-params": Said(
        everything, 201, (*OBLIGED_FIELDS, ("x-mood", "calm")), POINT, content=(Point(1, 2),), params=OBLIGED
    ),
    "all-params": Said(everything, 201, ALL_FIELDS, POINT, content=(Point(1, 2),), params=ALL),
    "one-by-one": Said(
        respond(201)
        .json(Point)
        .location("/points/{number}")
        .placeholder_param("number", int)
        .header_param("request_id", UUID, wire="X-Request-Id")
        .cookie_param("theme", default="light")
        .insecure_cookie_param("seen", int)
        .host_cookie_param("session", max_age=60)
        .compile(),
        201,
        (
            ("location", "/points/7"),
            ("x-request-id", "12345678-1234-5678-1234-567812345678"),
            JSON,
            ("set-cookie", "theme=light; HttpOnly; Path=/; SameSite=Lax; Secure"),
            ("set-cookie", "seen=3; HttpOnly; Path=/; SameSite=Lax"),
            ("set-cookie", "__Host-session=abc; HttpOnly; Max-Age=60; Path=/; SameSite=Lax; Secure"),
            length(POINT),
        ),
        POINT,
        content=(Point(1, 2),),
        params={
            "number": 7,
            "request_id": UUID("12345678-1234-5678-1234-567812345678"),
            "seen": 3,
            "session": "abc",
        },
    ),
}
