# Written by `nox -s generate` from src; do not edit.
"""Which octets of a file answer a Range, and how several ranges are framed (RFC 9110 sections 14 and 15.3.7)."""

from collections.abc import Iterable, Sequence

MAX_RANGES: int
MERGED_GAP: int
Span = tuple[int, int]

def spans_of(value: str, size: int) -> tuple[Span, ...] | None:
    """The octets that a Range field asks for, of a file of `size` octets; in the order of the request.

    None where the whole file answers: the field is to be ignored (see `read_byte_ranges`), or it asks for the end of an
    empty file. Empty where no range of it can be satisfied, which is a 416 (section 15.5.17).
    """

def merged(spans: Iterable[Span], gap: int = MERGED_GAP) -> tuple[Span, ...]:
    """The spans without overlaps and small gaps, each where the first of those that it holds was asked for."""

def content_range(span: Span, size: int) -> bytes:
    """The Content-Range of one span (section 14.4)."""

def unsatisfied_range(size: int) -> bytes:
    """The Content-Range of a 416."""

def part_heads(spans: Sequence[Span], size: int, content_type: bytes, boundary: bytes) -> tuple[bytes, ...]:
    """The octets before each span of a `multipart/byteranges`, and at the end those after the last one."""
