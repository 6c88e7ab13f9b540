"""An equal response is judged once, up to a size."""

from __future__ import annotations

from typing import Any

import pytest

from antiphon.captures import judged
from antiphon.captures.check import check_wire
from antiphon.rules.check import check


@pytest.mark.parametrize(("octets", "times"), [(100, 1), (4097, 1), (64 << 10, 1), ((64 << 10) + 1, 3)])
def test_an_equal_response_is_judged_once(octets: int, times: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page of some kilobytes is sent again and again; what is larger is not kept in memory."""
    asked: list[object] = []

    def counted(response: Any, **options: Any) -> object:
        asked.append(response)
        return check(response, **options)

    monkeypatch.setattr(judged, "check", counted)
    lines = [
        ("Content-Type", "text/plain; charset=utf-8"),
        ("X-Octets", str(octets)),
        ("Set-Cookie", "a=b; Domain=com"),
    ]
    found = [check_wire(200, lines, b"a" * octets) for _ in range(3)]

    assert times == len(asked)
    assert found[0]
    assert found[0] == found[1] == found[2]
