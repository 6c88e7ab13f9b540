"""Nothing that reads what others wrote fails in a way of its own, whatever it is given.

`tests/fuzz/run.py` fuzzes the same targets for as long as one likes; what it finds is kept in `seeds/`.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS

SEEDS = Path(__file__).parent / "seeds"

every_target = pytest.mark.parametrize("target", TARGETS)

PIECES = st.sampled_from(
    [
        *(b"HTTP/1.1 200 OK\n", b"HTTP/2 204 \r\n", b"\n", b"\n\n", b"\r\n", b"###\n", b"GET /a HTTP/1.1\n", b"# a\n"),
        *(b"Set-Cookie: ", b"Content-Type: ", b"Content-Length: 5\n", b"Link: ", b"Cache-Control: ", b"Location: "),
        *(b"a=b", b"; ", b", ", b'"', b"\\", b"=", b"<", b">", b"%", b"*=utf-8''", b"\xff", b"\0", b"\t", b" ", b":"),
        *(b'{"log": {"entries": [', b"]}}", b'{"response": {"status": 200, "headers": [', b'"request": {}', b"{", b"}"),
    ]
)
OCTETS = st.lists(PIECES | st.binary(max_size=6), max_size=14).map(b"".join)


@every_target
def test_what_was_found_stays_mended(target: str) -> None:
    """Every kept input is taken or refused."""
    for seed in sorted((SEEDS / target).glob("*")):
        TARGETS[target](seed.read_bytes())


@every_target
@settings(max_examples=60, deadline=None)
@given(octets=OCTETS)
def test_no_octets_are_too_odd(target: str, octets: bytes) -> None:
    """Pieces of messages in any order are taken or refused."""
    TARGETS[target](octets)
