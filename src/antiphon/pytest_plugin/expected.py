"""Tests that are marked to fail: a finding is the failure that `xfail` expects, as an assertion would be."""

from __future__ import annotations

import pytest

_STRICT = "[XPASS(strict)] "


def fails_as_expected(report: pytest.TestReport, item: pytest.Item) -> bool:
    """Whether pytest has the test down as one that was to fail and did not. One that is to raise is not meant."""
    if any(mark.kwargs.get("raises") is not None for mark in item.iter_markers("xfail")):
        return False
    return (report.outcome == "passed" and hasattr(report, "wasxfail")) or _strictly_passed(report)


def mark_expected(report: pytest.TestReport, told: str) -> None:
    """Make the report that of an expected failure."""
    if _strictly_passed(report):
        report.wasxfail = str(report.longrepr).removeprefix(_STRICT)
    report.outcome = "skipped"
    report.longrepr = told


def _strictly_passed(report: pytest.TestReport) -> bool:
    return report.outcome == "failed" and isinstance(report.longrepr, str) and report.longrepr.startswith(_STRICT)
