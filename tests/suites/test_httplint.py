"""httplint has nothing BAD to say of what antiphon accepts (dev only; docs/decisions/0030 has the exceptions)."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from antiphon import CookieSpec, HeaderSpec, ResponseSpec, check
from antiphon.headers.field import Field
from antiphon.spec import BodySpec
from antiphon.spec.bodies import EmptyBody, HTMLBody, JSONBody, TextBody
from tests.field_values import BUILT, CLASSES, nearly

httplint = pytest.importorskip("httplint", reason="httplint is the oracle")

#: How many accepted responses httplint is asked about; a hunt asks of more.
WANTED = 4000 if os.environ.get("ANTIPHON_PROPERTIES") == "hunt" else 600

#: BAD notes that are left, each with a section of docs/decisions/0030, and where they are.
EXPLAINED: dict[str, Callable[[ResponseSpec], bool]] = {
    "CREATED_WITHOUT_LOCATION": lambda spec: spec.status == 201,
    "CORS_PREFLIGHT_ONLY": lambda spec: spec.method is None,
    "CORS_MAX_AGE_INVALID": lambda spec: len(_value(spec, "Access-Control-Max-Age")) > 9,
    "STORE_PRIVATE_PUBLIC_CONFLICT": lambda spec: (
        "CC004" in {one.code for one in check(spec)} or "private=" in _value(spec, "Cache-Control")
    ),
    "LM_FUTURE": lambda spec: bool(_value(spec, "Last-Modified")),
    "RANGE_INVALID_INTEGER": lambda spec: spec.status not in (206, 416),
    "RANGE_INTEGER_TOO_LONG": lambda spec: spec.status not in (206, 416),
}

STATUSES = [200, 201, 202, 204, 206, 301, 302, 303, 304, 307, 308, 400, 401, 404, 405, 410, 415, 416, 429, 500, 503]
BODIES: list[BodySpec] = [
    EmptyBody(),
    TextBody(content="hello"),
    HTMLBody(content="<!doctype html><title>a</title>"),
    JSONBody(content='{"a":1}'),
]


@st.composite
def lines(draw: st.DrawFn) -> HeaderSpec:
    """A typed field's value, or a text that is nearly one."""
    field: type[Field] = draw(st.sampled_from(CLASSES))
    if draw(st.integers(0, 4)):
        return HeaderSpec(name=field.field_name, value=draw(BUILT[field]).encode().decode("latin-1"))
    text = draw(nearly(field))
    return HeaderSpec(name=field.field_name, value=text.encode("latin-1", "replace").decode("latin-1"))


@st.composite
def cookies(draw: st.DrawFn) -> CookieSpec:
    """A cookie whose attributes go together, but for some."""
    name = draw(st.sampled_from(["a", "sid", "__Host-a", "__Secure-b", "x.y"]))
    same_site = draw(st.sampled_from([None, "lax", "strict", "none"]))
    partitioned = draw(st.booleans())
    bound = name.startswith("__Host-")
    return CookieSpec(
        name=name,
        value=draw(st.text("abc019-_.%!", max_size=8)),
        path="/" if bound else draw(st.sampled_from([None, "/", "/app"])),
        domain=None if bound else draw(st.sampled_from([None, "shop.example"])),
        max_age=draw(st.none() | st.integers(0, 10**7)),
        secure=partitioned or same_site == "none" or name.startswith("__") or draw(st.booleans()),
        http_only=draw(st.booleans()),
        same_site=same_site,
        partitioned=partitioned,
    )


#: Fields that a status must have (RFC 9110 section 15).
OBLIGED = {
    206: HeaderSpec(name="Content-Range", value="bytes 0-4/1234"),
    401: HeaderSpec(name="WWW-Authenticate", value='Bearer realm="shop"'),
    405: HeaderSpec(name="Allow", value="GET, HEAD"),
    **dict.fromkeys((301, 302, 303, 307, 308), HeaderSpec(name="Location", value="/a")),
}


@st.composite
def responses(draw: st.DrawFn) -> ResponseSpec:
    """A response that has what its status must have."""
    status = draw(st.sampled_from(STATUSES))
    headers = draw(st.lists(lines(), max_size=3, unique_by=lambda line: line.name))
    obliged = OBLIGED.get(status)
    if obliged is not None:
        headers = [obliged, *(line for line in headers if line.name != obliged.name)]
    bodiless = status in (204, 304)
    return ResponseSpec(
        status=status,
        headers=tuple(headers),
        cookies=tuple(draw(st.lists(cookies(), max_size=2, unique_by=lambda cookie: cookie.name))),
        body=EmptyBody() if bodiless else TextBody(content="hello") if status == 206 else draw(st.sampled_from(BODIES)),
    )


def _value(spec: ResponseSpec, name: str) -> str:
    header = spec.header(name)
    return (header.value or "") if header else ""


def bad_notes(spec: ResponseSpec) -> list[tuple[str, str]]:
    """The BAD notes of httplint on a response as it would be sent: the note and its subject."""
    content = getattr(spec.body, "content", None) or ""
    fields = [("Date", "Sun, 22 Nov 2026 12:00:00 GMT")]  # as every server adds it
    fields += [(header.name, header.value or "") for header in spec.headers]
    if content:
        fields += [("Content-Type", getattr(spec.body, "media_type", "")), ("Content-Length", str(len(content)))]
    fields += [("Set-Cookie", cookie.wire()) for cookie in spec.cookies]
    linter: Any = httplint.HttpResponseLinter()
    linter.process_response_topline(b"1.1", str(spec.status).encode(), b"")
    linter.process_headers([(name.encode("latin-1"), value.encode("latin-1")) for name, value in fields])
    linter.feed_content(content.encode())
    linter.finish_content(True)
    return [(type(note).__name__, note.subject) for note in linter.notes if note.level.name == "BAD"]


def test_httplint_has_nothing_bad_to_say() -> None:
    """Over hundreds of responses without an error, no note is BAD, or the record says why it is left."""
    asked: Counter[str] = Counter()
    unexplained: dict[str, tuple[object, ...]] = {}

    @settings(
        max_examples=WANTED * 13 // 10,
        database=None,
        derandomize=True,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
    )
    @given(responses())
    def ask(spec: ResponseSpec) -> None:
        if any(one.level == "error" for one in check(spec)):
            asked["refused"] += 1
            return
        asked["accepted"] += 1
        for name, subject in bad_notes(spec):
            asked[name] += 1
            if name not in EXPLAINED or not EXPLAINED[name](spec):
                unexplained.setdefault(name, (subject, spec.status, spec.headers, [c.wire() for c in spec.cookies]))

    ask()
    print(f"httplint: {dict(asked)}")
    for name, example in unexplained.items():
        print(name, example)
    assert {} == unexplained
    assert WANTED <= asked["accepted"]
