"""Captures are read and judged in time and memory that are in proportion to their size."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Callable
from typing import Any

import pytest

from antiphon.captures.formats import read
from antiphon.captures.judged import _KEPT, judge
from tests.support.growth import is_linear

Made = Callable[[int], bytes]
OK = b"HTTP/1.1 200 OK\r\n"


def har(*entries: dict[str, Any]) -> bytes:
    """A HAR file on one line."""
    return json.dumps({"log": {"entries": entries}}).encode()


def entry(*headers: tuple[str, str]) -> dict[str, Any]:
    """One entry."""
    named = [{"name": name, "value": value} for name, value in headers]
    return {"request": {"url": "https://a.example/"}, "response": {"status": 200, "headers": named}}


LARGE: dict[str, tuple[int, Made]] = {
    "interim responses": (1000, lambda size: b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" * size + OK),
    "responses": (300, lambda size: (OK + b"Content-Length: 2\r\n\r\nhi") * size),
    "blank lines behind a response": (2000, lambda size: OK + b"Content-Length: 0\r\n\r\n" + b"\r\n" * size),
    "beginnings of status lines in content": (1000, lambda size: OK + b"\r\n" + b"HTTP/1.1 200 " * size),
    "folded lines": (2000, lambda size: OK + b"A: b\r\n" + b" c\r\n" * size),
    "lines of one name": (1000, lambda size: OK + b"Set-Cookie: a=1; Path=x\r\n" * size),
    "lines of as many names": (300, lambda size: OK + b"".join(b"X-%d: 1\r\n" % number for number in range(size))),
    "blanks in a cookie": (20000, lambda size: OK + b"Set-Cookie: a=b; Path=/," + b" " * size + b"\r\n"),
    "quotes in a cookie": (5000, lambda size: OK + b"Set-Cookie: a=" + b'";' * size + b"\r\n"),
    "requests": (1000, lambda size: b"###\nGET https://a.example/\n\n" * size + b"HTTP/1.1 200 OK\n"),
    "separators": (1000, lambda size: b"###\nGET https://a.example/\n\nHTTP/1.1 200 OK\nA: b\n\n" * size),
    "lines of content": (20000, lambda size: OK + b"Content-Type: text/plain\r\n\r\n" + b"a\n" * size),
    "lines that are no JSON": (500, lambda size: OK + b"Content-Type: application/x-ndjson\r\n\r\n" + b"{\n" * size),
    "entries": (200, lambda size: har(*[entry(("Set-Cookie", "a=1; Path=x"))] * size)),
    "headers": (500, lambda size: har(entry(*[("Set-Cookie", "a=1; Path=x")] * size))),
    "lines that are joined in a header": (500, lambda size: har(entry(("Set-Cookie", "\n".join(["a=1"] * size))))),
    "backslashes": (20000, lambda size: har(entry(("X-A", "\\" * size)))),
    "damaged entries": (500, lambda size: har(entry(), *[{"request": {}}] * size)),
    "damaged headers": (1000, lambda size: har(entry(*[("Set Cookie", "a=1")] * size))),
    "cookies of a request": (1000, lambda size: har({**entry(), "request": {"cookies": [{"name": "a"}] * size}})),
}  # fmt: skip


def judged(octets: bytes) -> int:
    """Read and judge; the number of findings. What was found in equal responses before is forgotten."""
    for _, kept in _KEPT:
        kept.cache_clear()
    return sum(len(judge(exchange)) for exchange in read(octets, file="x").exchanges)


@pytest.mark.newest
@pytest.mark.parametrize(("size", "made"), LARGE.values(), ids=LARGE)
def test_captures_take_linear_time(size: int, made: Made) -> None:
    """An input eight times as large takes about eight times as long."""
    small, large = made(size), made(8 * size)
    assert is_linear(lambda: judged(small), lambda: judged(large))


def test_findings_of_one_response_are_counted() -> None:
    """However many lines of its content are wrong, a response has some findings of a kind, and a count of the rest."""
    octets = OK + b"Content-Type: application/x-ndjson\r\n\r\n" + b"{\n" * 10_000
    [exchange] = read(octets, file="x").exchanges
    found = [one.message for one in judge(exchange) if one.code == "CT014"]
    assert len(found) < 100
    assert "and 9950 more findings of CT014" == found[-1]


@pytest.mark.parametrize("size", [250, 500])
def test_memory_is_in_proportion_too(size: int) -> None:
    """Reading a HAR file takes a few times its own size, on one line as well."""
    content = {"text": "x" * 2000, "size": 2000}
    one = entry(("Content-Type", "text/plain"), ("Cache-Control", "no-store"), ("Set-Cookie", "a=1; Path=/"))
    one["response"]["content"] = content
    octets = har(*[one] * size)
    tracemalloc.start()
    try:
        transcript = read(octets, file="x")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert size == len(transcript.exchanges)
    assert peak < 6 * len(octets)
