"""Starlette's plain Response around octets from orjson, for the types that orjson knows."""

from __future__ import annotations

from collections.abc import Iterator

import orjson
from contender import Entry
from starlette_bytes import encoded_by

KNOWN = ("dataclass", "dict", "W1")


def entries() -> Iterator[Entry]:
    """The workloads with dicts and dataclasses."""
    return encoded_by(
        "starlette Response(orjson bytes)",
        lambda workload: orjson.dumps if workload.name.endswith(KNOWN) else None,
    )
