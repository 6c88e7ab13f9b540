"""Captures that are read piece by piece: the same findings as of a whole one, in memory that stays small."""

from __future__ import annotations

import io
import json
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antiphon.captures import json_window, judged
from antiphon.captures.error import WireError
from antiphon.captures.formats import curl, har, read_parts
from antiphon.captures.transcript import Transcript
from antiphon.cli.inputs import captures
from tests.support.asked import examples
from tests.support.project import Project


def entry(number: int, text: str = "", **more: Any) -> dict[str, Any]:
    """An entry with a cookie that browsers drop."""
    fields = [{"name": "Content-Type", "value": "text/plain"}, {"name": "Set-Cookie", "value": "a=b; SameSite=None"}]
    response = {"status": 200, "headers": fields, "content": {"size": len(text.encode()), "text": text}}
    return {"request": {"method": "GET", "url": f"https://a.example/{number}"}, "response": response, **more}


def log(entries: list[Any], **options: Any) -> bytes:
    """A HAR file, with what browsers write before the entries."""
    document = {"log": {"version": "1.2", "pages": [{"id": 1.5}], "entries": entries}}
    return json.dumps(document, ensure_ascii=False, **options).encode()


def answers(texts: list[str], lengths: bool) -> bytes:
    """The output of curl, with a response for each text."""
    found = b""
    for number, text in enumerate(texts):
        length = f"Content-Length: {len(text.encode())}\r\n" if lengths else ""
        found += f"HTTP/1.1 200 OK\r\n{length}Set-Cookie: a=b; SameSite=None\r\n\r\n{text}\n".encode()
        found += b"HTTP/1.1 100 Continue\r\n\r\n" * (number % 3 == 1)
    return found


def by_pieces(reader: Any, octets: bytes, chunk: int) -> list[Transcript]:
    """The parts of an input that is read by so many octets at once."""
    file = io.BytesIO(octets)
    with pytest.MonkeyPatch.context() as patched:
        for module in (json_window, curl):
            patched.setattr(module, "_CHUNK", chunk)
        return list(reader.read_on(file.read, file="a"))


def together(parts: list[Transcript]) -> tuple[Any, ...]:
    """The exchanges of all parts, the notes, and how many entries were skipped."""
    exchanges = tuple(exchange for part in parts for exchange in part.exchanges)
    return exchanges, sum(part.skipped for part in parts), tuple(note for part in parts for note in part.notes)


TEXTS = st.lists(st.text(st.sampled_from("aä€\n\r{\"'}[],:\\ HTP/1."), max_size=40), min_size=1, max_size=8)


@given(TEXTS, st.integers(1, 300), st.sampled_from([{}, {"indent": 1}, {"indent": 2, "sort_keys": True}]))
@settings(max_examples=examples(150))
def test_a_har_file_in_pieces_is_the_same(texts: list[str], chunk: int, form: dict[str, Any]) -> None:
    """Wherever it is cut: the responses with their places, what is left out and why."""
    entries: list[Any] = [entry(number, text) for number, text in enumerate(texts)]
    entries[1:1] = [{"request": {}}, None, entry(9, "a", response=7)]
    octets = log(entries, **form)
    whole = har.read(octets, file="a")
    parts = by_pieces(har, octets, chunk)

    assert (whole.exchanges, whole.skipped, whole.notes) == together(parts)
    shown = {number: line for part in parts for number, line in part.shown.items() if line}
    assert shown.items() <= dict(whole.shown).items()


@given(TEXTS, st.booleans(), st.integers(1, 300))
@settings(max_examples=examples(150))
def test_the_output_of_curl_in_pieces_is_the_same(texts: list[str], lengths: bool, chunk: int) -> None:
    """Wherever it is cut, with lengths and without."""
    octets = answers(texts, lengths)
    whole = curl.read(octets, file="a")
    parts = by_pieces(curl, octets, chunk + 1200)

    assert whole.exchanges == together(parts)[0]
    assert whole.shown == {number: line for part in parts for number, line in part.shown.items()}


@pytest.mark.parametrize(
    ("octets", "says", "line"),
    [
        (b'{"log": {"entries": [\n{"a": 1}\n{"b": 2}]}}', "',' is expected here", 3),
        (b'{"log": {"entries": [\n\n{"a": tru}]}}', "Expecting value", 3),
        (b'{"log": {"entries": [{"a": "\xff"}]}}', "a HAR file is UTF-8", None),
        (b'{"log": {"entries": [{"a": 1}', "',' is expected here", 1),
        (b'{"log": {"entries": [\n{"a": [1, 2', "Expecting", 2),
        (b'{"log": {"pages": []}}', "has no log.entries", None),
        (b'{"a": 1}', "has no log.entries", None),
        (b"[]", "has no log.entries", None),
        (b'{"log": {"entries": []}}', "there is no entry", None),
        (b'{"log": {"entries": [{"request": {}}]}}', "1 entry holds a request alone", 1),
    ],
)
@pytest.mark.parametrize("chunk", [1, 7, 1000])
def test_a_har_file_that_cannot_be_read(octets: bytes, says: str, line: int | None, chunk: int) -> None:
    """The part that was read before is judged; the error has its line."""
    with pytest.raises(WireError, match=says) as raised:
        by_pieces(har, octets, chunk)
    assert line in (None, raised.value.line)


def test_a_value_that_is_too_long_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """One entry cannot fill the memory."""
    monkeypatch.setattr(json_window, "LONGEST_VALUE", 100)

    with pytest.raises(WireError, match="a value has more than 100 characters"):
        by_pieces(har, log([entry(1), entry(2, "x" * 500)]), 50)


def _sizes(make: Callable[[int], Iterator[bytes]], reader: Any) -> list[int]:
    """The most memory that inputs of 2 and of 8 megabytes take."""
    peaks = []
    for count in (100, 400):
        pieces, left = make(count), bytearray()

        def read(size: int, pieces: Iterator[bytes] = pieces, left: bytearray = left) -> bytes:
            while len(left) < size and (piece := next(pieces, b"")):
                left.extend(piece)
            found = bytes(left[:size])
            del left[:size]
            return found

        tracemalloc.start()
        for _ in reader.read_on(read, file="a"):
            pass
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    return peaks


def _har(count: int) -> Iterator[bytes]:
    yield b'{"log": {"entries": ['
    for number in range(count):
        yield b"," * (number > 0) + json.dumps(entry(number, "x" * 20_000), indent=1).encode()
    yield b"]}}"


def _curl(count: int) -> Iterator[bytes]:
    for _ in range(count):
        yield answers(["x" * 20_000], lengths=True)


@pytest.mark.parametrize(("make", "reader"), [(_har, har), (_curl, curl)], ids=["har", "curl"])
def test_memory_does_not_grow_with_the_input(
    make: Callable[[int], Iterator[bytes]], reader: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Four times the input takes the same."""
    for module in (json_window, curl):
        monkeypatch.setattr(module, "_CHUNK", 1 << 16)
    small, large = _sizes(make, reader)

    assert large < 1.3 * small


def test_small_inputs_and_other_formats_are_read_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """JSONP and .http files among them, of any size."""
    monkeypatch.setattr("antiphon.captures.formats.WHOLE", 30)
    for octets in (b"f(" + log([entry(1)]) + b");", b"GET https://a.example/\n\n" + answers(["a"], lengths=True)):
        file = io.BytesIO(octets)
        if octets.startswith(b"f("):
            monkeypatch.setattr(har, "read_on", None)
        (part,) = read_parts(file.read, file="a")
        assert 1 == len(part.exchanges)


@pytest.fixture
def large(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project with a HAR file that counts as large."""
    monkeypatch.setattr("antiphon.captures.formats.WHOLE", 100)
    project.write({"a.har": log([entry(number) for number in range(7)], indent=1).decode()})
    return project


def test_lint_reads_it(large: Project) -> None:
    """With places and lines as of any other."""
    assert 1 == large.run("lint", "a.har")
    assert "error[CK052]" in large.out
    assert '"value": "a=*; SameSite=None"' in large.out
    assert "7 at a.example" in large.out


def test_of_one_rule_so_many_findings_are_kept(large: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """The others are counted in a note; the exit code is that of a finding."""
    monkeypatch.setattr(captures, "MOST", 3)

    assert 1 == large.run("lint", "--format", "concise", "a.har")
    assert 3 == large.out.count("CK052")
    assert "4 more findings of CK052 (error) are counted, and not shown" in large.err


def test_an_interrupt_ends_with_what_there_is(large: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """The findings of the responses before are told, nothing else is read, and the exit code is an interrupt's."""
    asked: list[int] = []

    def interrupted(*given: Any, **options: Any) -> Any:
        asked.append(1)
        if len(asked) == 4:
            raise KeyboardInterrupt
        return judged.judge(*given, **options)

    monkeypatch.setattr(captures, "judge", interrupted)

    assert 130 == large.run("lint", "a.har", "b.har", ".")
    assert "interrupted: 3 responses were judged" in large.err
    assert "3 at a.example" in large.out
    assert "b.har" not in large.err


def test_standard_input_is_read_in_pieces(large: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A pipe has no size that could be asked for."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(answers(["a"] * 20, lengths=True))))

    assert 1 == large.run("lint", "--each", "-")
    assert 20 == large.out.count("error[CK052]")
