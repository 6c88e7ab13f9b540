"""Every cookie step, and the steps of which the wire shows nothing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from antiphon import CookieSpec, SiteSpec, fragment, respond
from tests.live.said import TEXT, Said, length

SEEN_ELSEWHERE = CookieSpec(
    name="__Secure-a", value="1", domain="shop.example", path="/a", secure=True, same_site="none", partitioned=True
)

SHARED = (
    fragment()
    .site(SiteSpec(scheme="https", host="www.shop.example"))
    .header("X-Shared", "1")
    .cookie("shared", "1")
    .vary("Accept", "Origin")
)

FULL = (
    "__Secure-full=1; Domain=shop.example; Expires=Tue, 19 Jan 2038 03:14:07 GMT; Max-Age=9; "
    "Partitioned; Path=/a/b; SameSite=None; Secure"
)

STEPS = {
    "cookies": Said(
        respond(200)
        .cookie("plain", "a=b&c")
        .cookie(
            "__Secure-full",
            "1",
            same_site="none",
            max_age=timedelta(seconds=9),
            expires=datetime(2038, 1, 19, 3, 14, 7, tzinfo=UTC),
            http_only=False,
            domain="shop.example",
            path="/a/b",
            partitioned=True,
        )
        .cookie("quoted", '"1"', same_site="strict", max_age=0)
        .insecure_cookie("old", "", max_age=60)
        .host_cookie("session", "t", max_age=3600, same_site="none", partitioned=True)
        .delete_cookie(SEEN_ELSEWHERE)
        .compile(),
        200,
        (
            length(b""),
            ("set-cookie", "plain=a=b&c; HttpOnly; Path=/; SameSite=Lax; Secure"),
            ("set-cookie", FULL),
            ("set-cookie", 'quoted="1"; HttpOnly; Max-Age=0; Path=/; SameSite=Strict; Secure'),
            ("set-cookie", "old=; HttpOnly; Max-Age=60; Path=/; SameSite=Lax"),
            ("set-cookie", "__Host-session=t; HttpOnly; Max-Age=3600; Partitioned; Path=/; SameSite=None; Secure"),
            ("set-cookie", "__Secure-a=; Domain=shop.example; Max-Age=0; Partitioned; Path=/a; SameSite=None; Secure"),
        ),
    ),
    "unseen": Said(
        respond(200)
        .header("X-First", "a, b")
        .header("X-First", "c")
        .text("ok")
        .add(SHARED)
        .describe("What clients read in the documentation.")
        .example("usual", "ok", description="As it comes.")
        .document(summary="As it comes.")
        .added_field("X-Request-Id", str)
        .from_content("etag")
        .background("on_success")
        .cookie("long", "1", max_age=timedelta(days=1000))
        .accept_finding("CK021", because="the 400 days that browsers make of it are long enough")
        .compile(),
        200,
        (
            ("x-first", "a, b"),
            ("x-first", "c"),
            ("x-shared", "1"),
            ("vary", "Accept, Origin"),
            ("etag", '"2689367b205c16ce32ed4200942b8b8b"'),
            TEXT,
            length(b"ok"),
            ("set-cookie", "shared=1; HttpOnly; Path=/; SameSite=Lax; Secure"),
            ("set-cookie", "long=1; HttpOnly; Max-Age=86400000; Path=/; SameSite=Lax; Secure"),
        ),
        b"ok",
    ),
}
