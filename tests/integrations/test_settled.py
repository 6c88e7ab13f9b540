"""Conflicts between a response and what is around it, as they are logged."""

from __future__ import annotations

import logging

import pytest

from antiphon.integrations import settled


def test_as_many_conflicts_are_remembered(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """A place may be a path that a client chose: neither the memory nor the log grows with them."""
    reported: set[tuple[str, str]] = set()
    monkeypatch.setattr(settled, "_reported", reported)
    monkeypatch.setattr(settled, "MOST_REPORTED", 3)
    with caplog.at_level(logging.WARNING, "antiphon"):
        for number in (0, 0, 1, 2, 3, 4, 5, 0):
            settled.report(f"/users/{number}", "Vary is set twice")

    assert len(reported) == 4
    assert ["/users/0", "/users/1", "/users/2", "3 conflicts"] == [
        one.getMessage().partition(":")[0].partition(" of")[0] for one in caplog.records
    ]
