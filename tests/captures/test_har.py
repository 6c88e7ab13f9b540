"""HAR files as tools write them: joined lines, damaged entries, what browsers made up or merged in."""

from __future__ import annotations

import json
from typing import Any

import pytest

from antiphon.captures.formats import read
from antiphon.captures.judged import judge
from antiphon.captures.transcript import Transcript
from tests.captures.test_lint import entry, har
from tests.support.project import Project

TYPE = ("Content-Type", "text/plain; charset=utf-8")
FRESH = ("Cache-Control", "no-cache")


def read_har(*entries: dict[str, Any]) -> Transcript:
    """The transcript of entries."""
    return read(har(*entries).encode(), file="input")


def codes(*headers: tuple[str, str], status: int = 200, content: Any = None, **response: Any) -> list[tuple[str, str]]:
    """Code and level of each finding in one entry."""
    one = entry(*headers, status=status, content=content)
    one["response"] |= response
    [exchange] = read_har(one).exchanges
    return [(found.code, found.level) for found in judge(exchange)]


@pytest.mark.parametrize(
    ("name", "value", "lines"),
    [
        ("Server-Timing", "cache; desc=HIT\nedge; dur=1", ["cache; desc=HIT", "edge; dur=1"]),
        ("Vary", "Origin\nAccept-Encoding", ["Origin", "Accept-Encoding"]),
        ("Cache-Control", "no-cache\nprivate", ["no-cache", "private"]),
        ("Via", "1.1 a\n1.1 b\n1.1 c", ["1.1 a", "1.1 b", "1.1 c"]),
        ("Set-Cookie", "a=b\nc=d", ["a=b", "c=d"]),
        ("Set-Cookie", "a=b\n    c: d; Path=/\ne=f", ["a=b c: d; Path=/", "e=f"]),
        ("Link", r"</a>; title=\n", [r"</a>; title=\n"]),
    ],
)
def test_joined_lines_are_split(name: str, value: str, lines: list[str]) -> None:
    """Every field is split at line feeds, each line has its place, and a folded cookie is one cookie."""
    [exchange] = read_har(entry((name, value))).exchanges
    assert [(name, line) for line in lines] == list(exchange.lines)
    assert len(lines) == len({place.column for place in exchange.places})
    first = json.dumps(lines[0])[1:-1]
    assert first == exchange.places[0].text or "    " in exchange.places[0].text


def test_line_feeds_in_other_spellings() -> None:
    """JSON has two ways to write a line feed; with the other one each line has the place of the whole value."""
    text = har(entry(("Vary", "A\nB"))).replace(r"A\nB", r"A\u000aB")
    [exchange] = read(text.encode(), file="input").exchanges
    assert [("Vary", "A"), ("Vary", "B")] == list(exchange.lines)
    assert [r"A\u000aB"] * 2 == [place.text for place in exchange.places]


def test_a_value_that_is_a_list() -> None:
    """Some recorders list the lines of a field."""
    one = entry(FRESH)
    one["response"]["headers"].append({"name": "Set-Cookie", "value": ["a=b; Path=/", "c=d; Path=/"]})
    [exchange] = read_har(one).exchanges
    assert [FRESH, ("Set-Cookie", "a=b; Path=/"), ("Set-Cookie", "c=d; Path=/")] == list(exchange.lines)


def test_two_origins_are_found() -> None:
    """The fault of having two lines is found after the value is split into two."""
    assert [("CR002", "error")] == codes(FRESH, ("Access-Control-Allow-Origin", "*\n*"), TYPE)


@pytest.mark.parametrize(
    ("damaged", "what"),
    [
        ({"request": {"url": "https://a.example/"}}, "has no response"),
        ({"request": 1, "response": {"status": 200, "headers": []}}, "has no request"),
        ({"request": {}, "response": {"status": None, "headers": []}}, "has no status that is a number"),
        ({"request": {}, "response": {"status": True, "headers": []}}, "has no status that is a number"),
        ({"request": {}, "response": {"status": 0, "headers": []}}, "was never answered"),
        ({"request": {}, "response": {"status": 200, "headers": {}}}, "has headers that are not a list"),
        ({"request": {}, "response": {"status": 200}}, "has headers that are not a list"),
        ({"request": {}, "response": {"status": 307, "statusText": "Internal Redirect", "headers": []}}, "was made by"),
        (entry(("Non-Authoritative-Reason", "HSTS"), status=307), "was made by the browser"),
        ("nonsense", "has no response"),
    ],
)
def test_a_damaged_entry_costs_itself(damaged: Any, what: str) -> None:
    """The other entries are judged; what is left out is counted, and noted with its line."""
    transcript = read_har(entry(TYPE, FRESH), damaged, damaged)
    assert (1, 2) == (len(transcript.exchanges), transcript.skipped)
    [note] = transcript.notes
    assert note.what.startswith(f"an entry {what}")
    assert 2 == note.count
    assert note.line > 10


@pytest.mark.parametrize(
    "header",
    [{}, {"name": "X"}, {"name": "X", "value": 1}, {"name": "X", "value": [1]}, {"value": "x"}, "x", None,
     {"name": "sid=s3cr3t;Path=/;Expires=Wed, 30 Dec 2026 12", "value": "00:00 GMT"},
     {"name": "HTTP/1.1 503 Service Unavailable", "value": "x"}, {"name": "Set-Cookie ", "value": "sid=s3cr3t"}],
)  # fmt: skip
def test_a_damaged_header_costs_itself(project: Project, header: Any) -> None:
    """The other headers of the entry are judged; how many are damaged is noted, without their text."""
    one = entry(TYPE, FRESH)
    one["response"]["headers"].append(header)
    project.write({"x.har": har(one)})
    assert 0 == project.run("lint", "x.har")
    assert "note: a header is damaged by the tool that wrote the file, and is left out" in project.err
    assert "s3cr3t" not in project.out + project.err


def test_pseudo_header_fields_and_removed_cookies() -> None:
    """They are passed over: the first is HTTP/2's own, of the second nothing is left to be judged."""
    assert [] == codes((":status", "200"), TYPE, FRESH, ("Set-Cookie", "[88 bytes were stripped]"))


def test_a_status_as_text() -> None:
    """A digit string is a number."""
    one = entry(TYPE)
    one["response"]["status"] = "204"
    assert [204] == [exchange.status for exchange in read_har(one).exchanges]


def test_fields_that_were_left_out() -> None:
    """Of a response without any field only the status is judged; a redirect without Location has been followed."""
    content = {"size": 5, "text": "hello"}
    assert [] == codes(content=content)
    assert [] == codes(status=401)
    assert [("ST001", "error")] == codes(status=600)
    assert [] == codes(status=302, redirectURL="https://a.example/")
    assert "ST015" not in dict(codes(FRESH, status=302, redirectURL="https://a.example/"))
    assert ("ST015", "error") in codes(FRESH, status=302, redirectURL="")


def test_a_304_shows_the_stored_response() -> None:
    """Its content and its fields are those of the cache."""
    stored = [("ETag", '"a"'), ("Content-Type", "text/css"), ("Content-Length", "5")]
    assert [] == codes(*stored, status=304, content={"size": 5, "text": "hello"})


def test_content_that_is_not_what_was_sent() -> None:
    """Replaced and cut content is unknown, so that no length is held against it; a length for people is read."""
    content = {"size": 9, "text": "replaced!"}
    assert [] == codes(("Content-Type", "image/png"), FRESH, ("Content-Length", "717"), content=content)
    assert [] == codes(TYPE, FRESH, ("Content-Length", "6,219"), content=content)
    assert [] == codes(FRESH, ("Location", "/a"), ("Content-Length", "219"), status=302)
    assert ["ST021"] == [code for code, _ in codes(TYPE, FRESH, ("Content-Length", "6, 219"), content=content)]


@pytest.mark.parametrize("around", ["{}", "onInputData({});", "a.b$c ( {} )\n", "\ufeff{}"])
def test_jsonp(project: Project, around: str) -> None:
    """A HAR file in a call, or behind a byte order mark, is read, with the lines of the file."""
    text = har(entry(("Vary", "a b"), FRESH))
    text = around.replace("{}", f"\n{text}")
    project.write({"x": text})
    assert 1 == project.run("lint", "--format", "concise", "x")
    [number] = [number for number, line in enumerate(text.splitlines(), 1) if '"a b"' in line]
    assert project.out.startswith(f"x:{number}:")


def test_a_line_with_more_than_one_value_is_not_shown(project: Project) -> None:
    """On a line of its own a header is shown; beside others no part of the line is, as it may hold a cookie."""
    one = entry(("Vary", "a b"), FRESH)
    one["request"]["cookies"] = [{"name": "sid", "value": "s3cr3t"}]
    project.write({"wide.har": har(one), "flat.har": har(one, indent=None)})
    assert 1 == project.run("lint", "wide.har", "flat.har")
    assert '"value": "a b"' in project.out
    assert "s3cr3t" not in project.out
    assert 1 == project.out.count('"value"')
