"""The reader of event streams that tests use reads as Chromium was seen to read."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest

from tests.support.event_stream import read
from tests.support.paths import SHARED

DATA = SHARED / "data" / "chromium_headers.jsonl.gz"


@pytest.mark.skipif(not DATA.exists(), reason="the browser table lies beside the repository")
def test_the_reader_of_the_tests_reads_as_chromium_does() -> None:
    """Every recorded stream gives the same events, with the same types, data and ids."""
    with gzip.open(DATA, "rt") as lines:
        rows: list[dict[str, Any]] = [json.loads(line) for line in lines]
    streams = [row for row in rows if row.get("group") == "sse"]

    assert len(streams) >= 20
    for row in streams:
        seen = [tuple(event) for event in row["observed"]["events"]]
        assert seen == read(row["body"].encode()).events, row["id"]
