"""Range, as a request writes it (RFC 9110 section 14.2), and the ranges of octets in it (section 14.1.2)."""

from __future__ import annotations

import re
from typing import NamedTuple

from antiphon.http.expression import expression

#: ranges-specifier = range-unit "=" range-set; the names of units are case-insensitive (section 14.1).
_BYTES = expression(r"bytes=(.*)", re.IGNORECASE | re.ASCII | re.DOTALL)
#: int-range = first-pos "-" [ last-pos ]; suffix-range = "-" suffix-length
_SPEC = expression(r"([0-9]+)-([0-9]*)|-([0-9]+)", re.ASCII)
#: A position behind the end of every file. Python refuses to read numbers of thousands of digits.
_BEYOND = 10**19


class ByteRange(NamedTuple):
    """The octets from `first` to `last`, both included; without `last` to the end.

    Without `first` it is a suffix: the last `last` octets.
    """

    first: int | None
    last: int | None


def read_byte_ranges(value: str, limit: int) -> tuple[ByteRange, ...] | None:
    """The ranges of a Range field in `bytes`, in the order in which they are written.

    None where the field is to be ignored: its unit is another one (which section 14.2 demands), it is malformed, a
    range ends before it begins, or there are more than `limit` of them (which section 14.2 allows). Empty members of
    the list say nothing (section 5.6.1.2).
    """
    written = _BYTES.fullmatch(value.strip(" \t"))
    if written is None or written[1].count(",") > 2 * limit:
        return None
    found: list[ByteRange] = []
    for member in written[1].split(","):
        text = member.strip(" \t")
        if not text:
            continue
        spec = _SPEC.fullmatch(text)
        if spec is None:
            return None
        first, last, suffix = spec.groups()
        one = ByteRange(_number(first), _number(last)) if suffix is None else ByteRange(None, _number(suffix))
        if one.first is not None and one.last is not None and one.last < one.first:
            return None
        found.append(one)
    return tuple(found) if 0 < len(found) <= limit else None


def _number(digits: str | None) -> int | None:
    if not digits:
        return None
    return int(digits) if len(digits.lstrip("0")) < 20 else _BEYOND
