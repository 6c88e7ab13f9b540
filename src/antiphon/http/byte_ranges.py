"""Which octets of a file answer a Range, and how several ranges are framed (RFC 9110 sections 14 and 15.3.7)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from antiphon.http.parsing.byte_range import ByteRange, read_byte_ranges

#: A Range of more ranges than these is ignored, and the whole file is sent (section 14.2 allows it).
MAX_RANGES = 100

#: Ranges that overlap, touch, or have fewer octets than these between them become one: a part of its own costs more
#: (section 15.3.7.2). So an answer never has more octets of content than the file has.
MERGED_GAP = 80

#: Octets from the first included to the second excluded, as a slice has them.
Span = tuple[int, int]


def spans_of(value: str, size: int) -> tuple[Span, ...] | None:
    """The octets that a Range field asks for, of a file of `size` octets; in the order of the request.

    None where the whole file answers: the field is to be ignored (see `read_byte_ranges`), or it asks for the end of an
    empty file. Empty where no range of it can be satisfied, which is a 416 (section 15.5.17).
    """
    ranges = read_byte_ranges(value, MAX_RANGES)
    if ranges is None:
        return None
    if size == 0 and any(one.first is None and one.last for one in ranges):
        return None  # a suffix is satisfied by a shorter file as a whole (section 14.1.2), and no range says 0 octets
    return merged([span for span in (_span(one, size) for one in ranges) if span is not None])


def _span(one: ByteRange, size: int) -> Span | None:
    """The octets of one range; None where it cannot be satisfied."""
    if one.first is None:
        return (max(size - (one.last or 0), 0), size) if one.last and size else None
    if one.first >= size:
        return None
    return one.first, size if one.last is None else min(one.last + 1, size)


def merged(spans: Iterable[Span], gap: int = MERGED_GAP) -> tuple[Span, ...]:
    """The spans without overlaps and small gaps, each where the first of those that it holds was asked for."""
    kept: list[tuple[int, int, int]] = []
    for (start, stop), at in sorted((span, at) for at, span in enumerate(spans)):
        if kept and start - kept[-1][1] < gap:
            before, end, first = kept[-1]
            kept[-1] = before, max(end, stop), min(first, at)
        else:
            kept.append((start, stop, at))
    return tuple((start, stop) for start, stop, _ in sorted(kept, key=lambda one: one[2]))


def content_range(span: Span, size: int) -> bytes:
    """The Content-Range of one span (section 14.4)."""
    return b"bytes %d-%d/%d" % (span[0], span[1] - 1, size)


def unsatisfied_range(size: int) -> bytes:
    """The Content-Range of a 416."""
    return b"bytes */%d" % size


def part_heads(spans: Sequence[Span], size: int, content_type: bytes, boundary: bytes) -> tuple[bytes, ...]:
    """The octets before each span of a `multipart/byteranges`, and at the end those after the last one."""
    line = b"" if not content_type else b"Content-Type: %b\r\n" % content_type
    heads = [
        b"%b--%b\r\n%bContent-Range: %b\r\n\r\n" % (b"\r\n" if at else b"", boundary, line, content_range(span, size))
        for at, span in enumerate(spans)
    ]
    return (*heads, b"\r\n--%b--\r\n" % boundary)
