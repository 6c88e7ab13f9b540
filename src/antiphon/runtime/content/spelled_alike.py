"""Whether pydantic and msgspec print plain values in the same octets."""

from __future__ import annotations

import datetime as dt
import decimal
import functools
import sys
import uuid

import msgspec


@functools.cache
def spelled_alike() -> bool:
    """Whether the pydantic and msgspec that are installed spell the values of plain models alike, by a sample."""
    moment = dt.datetime(2024, 2, 29, 1, 2, 3, 45000)  # noqa: DTZ001 - one without a zone is among what is compared
    numbers = [0.0, -0.0, 0.1, 1e-4, 12345e-9, 1e-5, 1e-6, 5e-324, 1e15, 9999999999999998.0, 123456.789, 1 / 3]
    sample = [
        *numbers, *(-number for number in numbers), 0, -1, 2**63, 2**64, -(10**30), True, None, moment,
        moment.replace(tzinfo=dt.UTC), moment.replace(tzinfo=dt.timezone(-dt.timedelta(hours=5, minutes=30))),
        moment.date(), moment.time(), decimal.Decimal("1E+5"), decimal.Decimal("-0.10"), uuid.UUID(int=7),
        "".join(map(chr, range(0x100))), "\u2028\ud7ff\U0001f600",
    ]  # fmt: skip
    to_json = getattr(sys.modules.get("pydantic_core"), "to_json", None)
    return to_json is not None and to_json(sample) == msgspec.json.encode(sample)
