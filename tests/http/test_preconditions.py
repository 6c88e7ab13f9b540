"""The order of RFC 9110 section 13.2.2, with the cases of public suites."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antiphon.http.dates import format_http_date
from antiphon.http.preconditions import (
    FAILED,
    NOT_MODIFIED,
    PROCEED,
    Outcome,
    Request,
    outcome_of,
    precondition_outcome,
)

NOW = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)
CHANGED = datetime(2007, 10, 21, 23, 21, 47, tzinfo=UTC)
TAG, OTHER, WEAK = '"b4246ffc"', '"7fae4cd4"', 'W/"b4246ffc"'
SAME = format_http_date(CHANGED)
LATER = format_http_date(CHANGED + timedelta(seconds=1))
EARLIER = format_http_date(CHANGED - timedelta(seconds=1))
NO_DATE = "Mon, 32 Oct 2010 16:56:23 GMT"

READ, WRITE = ("GET", "HEAD"), ("PUT", "POST", "PATCH", "DELETE")
BOTH = {"etag": TAG, "last_modified": CHANGED}
NEITHER: dict[str, Any] = {}

#: Fields, what the resource has, and what follows for reading and for writing.
ROWS: list[tuple[dict[str, str], Mapping[str, Any], int | None, int | None]] = [
    ({}, BOTH, None, None),
    # If-None-Match: django test_if_none_match, test_weak_if_none_match, test_all_if_none_match, test_invalid_etag;
    # http-cache-tests conditional-etag-*; jshttp/fresh
    ({"If-None-Match": TAG}, BOTH, 304, 412),
    ({"If-None-Match": OTHER}, BOTH, None, None),
    ({"If-None-Match": f"{TAG}, {OTHER}"}, BOTH, 304, 412),
    ({"If-None-Match": f'"1234", {TAG}, "5678"'}, BOTH, 304, 412),
    ({"If-None-Match": f'"1234", "5678", {TAG}'}, BOTH, 304, 412),
    ({"If-None-Match": WEAK}, BOTH, 304, 412),
    ({"If-None-Match": TAG}, {"etag": WEAK}, 304, 412),
    ({"If-None-Match": WEAK}, {"etag": WEAK}, 304, 412),
    ({"If-None-Match": "*"}, BOTH, 304, 412),
    ({"If-None-Match": "*"}, NEITHER, 304, 412),
    ({"If-None-Match": "*"}, {"exists": False}, None, None),
    ({"If-None-Match": TAG}, NEITHER, None, None),
    ({"If-None-Match": "b4246ffc"}, BOTH, None, None),
    ({"If-None-Match": 'w/"b4246ffc"'}, BOTH, None, None),
    ({"If-None-Match": '"""'}, BOTH, None, None),
    ({"If-None-Match": ""}, BOTH, None, None),
    ({"If-None-Match": '"abcdef\xfc"'}, {"etag": '"abcdef\xfc"'}, 304, 412),
    # If-Modified-Since: django test_if_modified_since, test_single_condition_*; http-cache-tests conditional-lm-*
    ({"If-Modified-Since": SAME}, BOTH, 304, None),
    ({"If-Modified-Since": LATER}, BOTH, 304, None),
    ({"If-Modified-Since": EARLIER}, BOTH, None, None),
    ({"If-Modified-Since": NO_DATE}, BOTH, None, None),
    ({"If-Modified-Since": f"{LATER}, {LATER}"}, BOTH, None, None),
    ({"If-Modified-Since": "Sunday, 21-Oct-07 23:21:47 GMT"}, BOTH, 304, None),
    ({"If-Modified-Since": "Sun Oct 21 23:21:47 2007"}, BOTH, 304, None),
    ({"If-Modified-Since": LATER}, NEITHER, None, None),
    ({"If-Modified-Since": SAME}, {"etag": TAG}, None, None),
    # If-None-Match comes before it: django test_both_headers; http-cache-tests conditional-etag-precedence
    ({"If-None-Match": TAG, "If-Modified-Since": SAME}, BOTH, 304, 412),
    ({"If-None-Match": TAG, "If-Modified-Since": EARLIER}, BOTH, 304, 412),
    ({"If-None-Match": OTHER, "If-Modified-Since": SAME}, BOTH, None, None),
    ({"If-None-Match": OTHER, "If-Modified-Since": EARLIER}, BOTH, None, None),
    ({"If-None-Match": OTHER, "If-Modified-Since": SAME}, {"last_modified": CHANGED}, None, None),
    # If-Match: django test_if_match, test_weak_if_match, test_all_if_match
    ({"If-Match": TAG}, BOTH, None, None),
    ({"If-Match": OTHER}, BOTH, 412, 412),
    ({"If-Match": f"{OTHER}, {TAG}"}, BOTH, None, None),
    ({"If-Match": WEAK}, BOTH, 412, 412),
    ({"If-Match": TAG}, {"etag": WEAK}, 412, 412),
    ({"If-Match": WEAK}, {"etag": WEAK}, 412, 412),
    ({"If-Match": "*"}, BOTH, None, None),
    ({"If-Match": "*"}, NEITHER, None, None),  # django: 412
    ({"If-Match": "*"}, {"exists": False}, 412, 412),
    ({"If-Match": TAG}, NEITHER, 412, 412),
    ({"If-Match": "b4246ffc"}, BOTH, 412, 412),
    ({"If-Match": ""}, BOTH, 412, 412),
    # If-Unmodified-Since: django test_if_unmodified_since, test_single_condition_7 to 9
    ({"If-Unmodified-Since": SAME}, BOTH, None, None),
    ({"If-Unmodified-Since": LATER}, BOTH, None, None),
    ({"If-Unmodified-Since": EARLIER}, BOTH, 412, 412),
    ({"If-Unmodified-Since": NO_DATE}, BOTH, None, None),
    ({"If-Unmodified-Since": EARLIER}, {"etag": TAG}, None, None),  # django: 412; section 13.1.4 says to ignore it
    # If-Match comes before it: django test_both_headers_2
    ({"If-Match": TAG, "If-Unmodified-Since": EARLIER}, BOTH, None, None),
    ({"If-Match": OTHER, "If-Unmodified-Since": LATER}, BOTH, 412, 412),
    ({"If-Match": OTHER, "If-Unmodified-Since": EARLIER}, BOTH, 412, 412),
    # Steps 1 and 2 come before 3 and 4
    ({"If-Match": OTHER, "If-None-Match": TAG}, BOTH, 412, 412),
    ({"If-Match": TAG, "If-None-Match": TAG}, BOTH, 304, 412),
    ({"If-Unmodified-Since": EARLIER, "If-Modified-Since": LATER}, BOTH, 412, 412),
    ({"If-Unmodified-Since": SAME, "If-Modified-Since": SAME}, BOTH, 304, None),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: repr(row[:2]))
def test_rows(row: tuple[dict[str, str], Mapping[str, Any], int | None, int | None]) -> None:
    """One outcome for GET and HEAD, and one for methods that change the resource; none for those that do neither."""
    fields, resource, read, write = row
    for method in READ:
        assert read == precondition_outcome(fields, method=method, now=NOW, **resource).status
    for method in WRITE:
        assert write == precondition_outcome(fields, method=method, now=NOW, **resource).status
    for method in ("OPTIONS", "CONNECT", "TRACE"):
        assert precondition_outcome(fields, method=method, now=NOW, **resource) is PROCEED


RANGE = {"Range": "bytes=0-4"}


@pytest.mark.parametrize(
    ("condition", "resource", "applies"),
    [
        (None, BOTH, True),
        (TAG, BOTH, True),
        (OTHER, BOTH, False),
        (WEAK, BOTH, False),
        (WEAK, {"etag": WEAK}, False),
        (TAG, NEITHER, False),
        (f"{TAG}, {OTHER}", BOTH, False),
        ("*", BOTH, False),
        (SAME, BOTH, True),
        (LATER, BOTH, False),
        (EARLIER, BOTH, False),
        (NO_DATE, BOTH, False),
        (NO_DATE, NEITHER, False),
        (SAME, {"etag": TAG}, False),
        ("Sunday, 21-Oct-07 23:21:47 GMT", BOTH, True),
        (SAME, {"last_modified": CHANGED.replace(microsecond=999_999)}, True),
    ],
)
def test_range(condition: str | None, resource: Mapping[str, Any], applies: bool) -> None:
    """A Range applies where If-Range has the same strong validator, or there is no If-Range."""
    fields = RANGE if condition is None else RANGE | {"If-Range": condition}
    expected = Outcome(None, "bytes=0-4") if applies else PROCEED
    assert expected == precondition_outcome(fields, method="GET", now=NOW, **resource)
    assert precondition_outcome(fields, method="HEAD", now=NOW, **resource) is PROCEED


def test_a_date_of_this_second_is_no_strong_validator() -> None:
    """The file may change once more before its second is over."""
    fields = RANGE | {"If-Range": SAME}
    for passed, expected in ((timedelta(milliseconds=900), None), (timedelta(seconds=1), "bytes=0-4")):
        found = precondition_outcome(fields, method="GET", last_modified=CHANGED, now=CHANGED + passed)
        assert expected == found.ranges


def test_a_range_is_given_only_where_the_other_conditions_pass() -> None:
    """Step 5 comes last."""
    asked = {"method": "GET", "etag": TAG}
    assert NOT_MODIFIED == precondition_outcome(RANGE | {"If-None-Match": TAG}, **asked)  # type: ignore[arg-type]  # a plain dict
    assert FAILED == precondition_outcome(RANGE | {"If-Match": OTHER}, **asked)  # type: ignore[arg-type]  # a plain dict
    assert precondition_outcome({"If-Range": TAG}, **asked) is PROCEED  # type: ignore[arg-type]  # a plain dict


class Several(dict[str, list[str]]):
    """A mapping with several values of a name, as Werkzeug has it."""

    def getlist(self, name: str) -> list[str]:
        return self[name]


def test_where_the_fields_are() -> None:
    """A mapping, pairs, octets, an ASGI scope: the lines of one field are one list."""
    raw = [(b"if-none-match", b'"1"'), (b"host", b"a"), (b"if-none-match", TAG.encode())]
    scope = {"type": "http", "method": "GET", "headers": raw}
    assert NOT_MODIFIED == precondition_outcome(scope, etag=TAG)
    assert FAILED == precondition_outcome(scope, method="PUT", etag=TAG)
    text = [(name.decode().upper(), value.decode()) for name, value in raw]
    shapes: list[Request] = [
        raw,
        iter(raw),
        text,
        Several({"If-None-Match": ['"1"', TAG]}),
        {"if-none-match": f'"1",{TAG}'},
    ]
    for request in shapes:
        assert NOT_MODIFIED == precondition_outcome(request, method="GET", etag=TAG)
    assert precondition_outcome({"headers": "a field of this name"}, method="GET", etag=TAG) is PROCEED


def test_the_classes_of_libraries() -> None:
    """Starlette's Request is its scope; its Headers, httpx's and Werkzeug's are mappings."""
    requests = pytest.importorskip("starlette.requests")
    httpx = pytest.importorskip("httpx2")
    raw = [(b"if-none-match", b'"1"'), (b"if-none-match", TAG.encode())]
    request = requests.Request({"type": "http", "method": "GET", "headers": raw})
    assert NOT_MODIFIED == precondition_outcome(request, etag=TAG)
    assert NOT_MODIFIED == precondition_outcome(request.headers, method="GET", etag=TAG)
    assert NOT_MODIFIED == precondition_outcome(httpx.Headers(raw), method="GET", etag=TAG)


def test_what_is_not_known_is_asked_for() -> None:
    """A method that is guessed, or a moment without a zone, would answer another question."""
    with pytest.raises(TypeError, match="give method="):
        precondition_outcome({"If-None-Match": TAG}, etag=TAG)
    with pytest.raises(ValueError, match="names no moment"):
        precondition_outcome({}, method="GET", last_modified=CHANGED.replace(tzinfo=None))


DATES = st.sampled_from([SAME, LATER, EARLIER, NO_DATE, "", "*"])
TAGS = st.lists(st.sampled_from([TAG, OTHER, WEAK, "*", "b4246ffc", ""])).map(", ".join)
FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "if-match": TAGS,
        "if-none-match": TAGS,
        "if-modified-since": DATES,
        "if-unmodified-since": DATES,
        "if-range": st.one_of(DATES, TAGS),
        "range": st.just("bytes=0-"),
    },
)
RESOURCES = st.fixed_dictionaries(
    {"exists": st.booleans()},
    optional={"etag": st.sampled_from([TAG, WEAK, OTHER]), "last_modified": st.just(CHANGED)},
)


def _without(fields: dict[str, str], *names: str) -> dict[str, str]:
    return {name: value for name, value in fields.items() if name not in names}


@given(FIELDS, RESOURCES, st.sampled_from(READ + WRITE))
def test_which_field_takes_part(fields: dict[str, str], resource: dict[str, Any], method: str) -> None:
    """Fields that another one overrides, or that the method makes void, change nothing; what is left decides."""

    def outcome(some: dict[str, str]) -> Outcome:
        return precondition_outcome(some, method=method, now=NOW, **resource)

    found = outcome(fields)
    if "if-match" in fields:
        assert found == outcome(_without(fields, "if-unmodified-since"))
    if "if-none-match" in fields or method in WRITE:
        assert found == outcome(_without(fields, "if-modified-since"))
    if method in WRITE:
        assert found.status != 304
    if method != "GET" or "range" not in fields:
        assert found == outcome(_without(fields, "range", "if-range"))
    if found.status == 412 and method in READ:
        assert found == outcome(_without(fields, "if-none-match", "if-modified-since", "range", "if-range"))
    if found.status is not None:
        assert found.ranges is None


@given(st.text("ab,\\#!/W;", max_size=6), st.booleans(), st.lists(st.text("ab,W/", max_size=3)))
def test_a_client_that_sends_back_what_it_got(tag: str, weak: bool, others: list[str]) -> None:
    """The current tag in a list gives 304 for a reader; a strong one lets a writer through, and a weak one does not."""
    etag = f'W/"{tag}"' if weak else f'"{tag}"'
    listed = ", ".join([*(f'"{other}"' for other in others if other != tag), etag])
    assert precondition_outcome({"if-none-match": listed}, method="GET", etag=etag) is NOT_MODIFIED
    expected = FAILED if weak else PROCEED
    assert expected is precondition_outcome({"if-match": listed}, method="PUT", etag=etag)


@given(st.text(), st.text(), st.text())
def test_no_text_raises(one: str, other: str, third: str) -> None:
    """Whatever a client sends."""
    fields = {"if-match": one, "if-none-match": other, "if-modified-since": third, "if-range": one, "range": other}
    for method in ("GET", "PUT"):
        found = precondition_outcome(fields, method=method, etag=TAG, last_modified=CHANGED)
        assert found.status in {None, 304, 412}


def test_a_tag_without_its_quotes_is_refused() -> None:
    """It would match nothing, so every change would fail; a response that has such a field is answered as it is."""
    for etag in ("v7", "", "W/v7"):
        with pytest.raises(ValueError, match="without the quotes of an entity tag"):
            precondition_outcome({}, method="PUT", etag=etag)
    assert outcome_of({"if-none-match": '"v7"'}, method="GET", etag="v7", last_modified=None) is PROCEED
