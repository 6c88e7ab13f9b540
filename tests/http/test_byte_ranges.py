"""Range fields and the octets that answer them (RFC 9110 sections 14.1 and 14.2)."""

from __future__ import annotations

import email.parser
import email.policy
from typing import Any

import abnf
import pytest
from abnf.grammars import rfc9110
from hypothesis import given
from hypothesis import strategies as st

from antiphon.http.byte_ranges import MAX_RANGES, MERGED_GAP, content_range, merged, part_heads, spans_of
from antiphon.http.parsing.byte_range import ByteRange, read_byte_ranges

#: Texts of ranges, most of them valid, with the blanks and empty members that a list may have.
POSITIONS = st.integers(0, 40) | st.integers(0, 10**30)
SPECS = st.builds("{}-{}".format, POSITIONS, POSITIONS | st.just("")) | st.builds("-{}".format, POSITIONS)
MEMBERS = SPECS | st.sampled_from(["", " ", "5", "-", "a-b", "1-2-3", "+1-2", "1 -2", "\u0661-2"])
FIELDS = st.builds(
    "{}={}".format,
    st.sampled_from(["bytes", "Bytes", "BYTES"]),
    st.lists(MEMBERS, max_size=5).map(" ,\t".join) | st.lists(SPECS, max_size=5).map(",".join),
)


@pytest.mark.parametrize(
    ("field", "ranges"),
    [
        ("bytes=0-499", [(0, 499)]),
        ("bytes=500-", [(500, None)]),
        ("bytes=-500", [(None, 500)]),
        ("bytes=0-0,-1", [(0, 0), (None, 1)]),
        ("BYTES=, 0-0 ,\t, 7-", [(0, 0), (7, None)]),
        ("bytes=007-0009", [(7, 9)]),
    ],
)
def test_ranges_are_read(field: str, ranges: list[tuple[int | None, int | None]]) -> None:
    """The examples of section 14.1.2, and spellings that the grammar allows."""
    assert [ByteRange(*one) for one in ranges] == list(read_byte_ranges(field, 10) or ())


@pytest.mark.parametrize(
    "field",
    [
        *("items=0-4", "bytes", "bytes=", "bytes=,", "bytes=a-b", "bytes 0-4", "bytes:0-4", "bytes=0-4;q=1", "bytes=="),
        *("bytes=5-4", "bytes=0-1,5-4", "bytes=--1", "bytes=-", "bytes=0-1-2", "bytes=\u0661-", "bytes =0-1", ""),
        f"bytes={','.join(['0-0'] * 11)}",
        f"bytes=0-0{',' * 25}",
    ],
)
def test_other_fields_are_ignored(field: str) -> None:
    """An unknown unit, a malformed field, a range that ends before it begins, too many ranges: the whole is sent."""
    assert read_byte_ranges(field, 10) is None


@given(FIELDS)
def test_every_field_that_is_read_is_in_the_grammar(field: str) -> None:
    """And of those in the grammar only the ones with a meaning for octets are read, whatever the case of the unit."""
    ranges = read_byte_ranges(field, 100)
    compact = ",".join(part for part in (member.strip(" \t") for member in field.split("=")[1].split(",")) if part)
    try:
        rfc9110.Rule("Range").parse_all(f"bytes={compact}")
        ordered = all(
            int(first) <= int(last) for first, last in (m.split("-") for m in compact.split(",")) if first and last
        )
        legal = ordered and all(digits.isdigit() or not digits for m in compact.split(",") for digits in m.split("-"))
    except (abnf.ParseError, ValueError):  # ValueError: it is not of two numbers
        legal = False
    legal = legal and all(member.strip("-") for member in compact.split(","))

    assert legal == (ranges is not None)


@given(FIELDS, st.integers(0, 60))
def test_spans_are_slices_of_the_file(field: str, size: int) -> None:
    """All that a range asks for is in the spans, which lie inside the file, apart from each other."""
    content = list(range(size))
    spans = spans_of(field, size)
    ranges = read_byte_ranges(field, MAX_RANGES)
    if spans is None:
        assert ranges is None or size == 0
        return
    assert ranges is not None
    wanted: set[int] = set()
    for first, last in ranges:
        if first is None:
            assert last is not None
            wanted |= set(content[-last:] if last else [])
        else:
            wanted |= set(content[first:] if last is None else content[first : last + 1])
    sent = [position for start, stop in spans for position in content[start:stop]]

    assert wanted <= set(sent)
    assert len(sent) == len(set(sent))
    assert all(0 <= start < stop <= size for start, stop in spans)
    assert bool(wanted) == bool(spans)
    if size <= MERGED_GAP:
        assert len(spans) <= 1


@given(st.lists(st.tuples(st.integers(0, 99), st.integers(1, 30)).map(lambda one: (one[0], sum(one))), max_size=8))
def test_spans_are_merged(spans: list[tuple[int, int]]) -> None:
    """Without a gap nothing is added and nothing is lost; those that lie apart keep the order of the request."""
    made = merged(spans, gap=1)

    assert {n for a, b in spans for n in range(a, b)} == {n for a, b in made for n in range(a, b)}
    assert all(a[1] < b[0] for a, b in zip(sorted(made), sorted(made)[1:], strict=False))
    if all(a[1] < b[0] for a, b in zip(sorted(spans), sorted(spans)[1:], strict=False)):
        assert list(made) == spans


@pytest.mark.parametrize(
    ("field", "size", "spans"),
    [
        ("bytes=0-0,1000-1000", 2000, ((0, 1), (1000, 1001))),
        ("bytes=1000-1000,0-0", 2000, ((1000, 1001), (0, 1))),
        ("bytes=0-9,5-20,30-31", 2000, ((0, 32),)),
        ("bytes=0-0,9000-", 2000, ((0, 1),)),
        ("bytes=2000-", 2000, ()),
        ("bytes=-0", 2000, ()),
        ("bytes=-9999", 2000, ((0, 2000),)),
        ("bytes=-1", 0, None),
        ("bytes=0-", 0, ()),
        (f"bytes={','.join(['0-'] * MAX_RANGES)}", 2000, ((0, 2000),)),
        (f"bytes={','.join(['0-'] * (MAX_RANGES + 1))}", 2000, None),
    ],
)
def test_the_spans_of_a_field(field: str, size: int, spans: Any) -> None:
    assert spans == spans_of(field, size)


@given(st.lists(st.integers(0, 8), min_size=1, max_size=4), st.sampled_from([b"text/plain", b""]))
def test_parts_are_read_by_a_mime_parser(gaps: list[int], content_type: bytes) -> None:
    """The octets that frame the spans make a multipart of RFC 2046 around them, with a Content-Range in each part."""
    content, spans, at = bytes(range(97, 122)) * 4, [], 0
    for gap in gaps:
        spans.append((at + gap, at + gap + 5))
        at += gap + 6
    *heads, end = part_heads(spans, len(content), content_type, b"frontier")
    body = b"".join(head + content[start:stop] for head, (start, stop) in zip(heads, spans, strict=True)) + end

    message = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(
        b"Content-Type: multipart/byteranges; boundary=frontier\r\n\r\n" + body
    )
    parts = [part for part in message.walk() if not part.is_multipart()]

    assert [content_range(span, len(content)).decode() for span in spans] == [part["content-range"] for part in parts]
    assert [content[start:stop] for start, stop in spans] == [part.get_payload(decode=True) for part in parts]
    assert all((part["content-type"] == "text/plain") == bool(content_type) for part in parts)
