"""The judge's part in a test run: it collects findings, fails tests, and closes with a summary.

Most runs find nothing, so that forms of findings, baselines and reports are loaded where there are any.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from antiphon.compiler.asked import trace
from antiphon.errors import PluginError
from antiphon.headers.plugins import installed
from antiphon.pytest_plugin.doors import Doors, Record

if TYPE_CHECKING:
    from antiphon.pytest_plugin.baseline import Known
    from antiphon.pytest_plugin.finding import TestFinding
    from antiphon.testing.judged_response import JudgedResponse

#: The reports of pytest-xdist's workers carry the findings to the process that prints them.
_CARRIED = "antiphon_findings"
#: And how many responses were judged.
_COUNTED = "antiphon_judged"


def _writable(name: str) -> None:
    """Raises UsageError for a report in a form that is not known."""
    from antiphon.pytest_plugin.report_file import WRITERS

    if Path(name).suffix not in WRITERS:
        raise pytest.UsageError(f"--antiphon-report {name}: the name ends in {' or '.join(WRITERS)}")


class Session:
    """One run with `--antiphon`."""

    def __init__(self, config: pytest.Config) -> None:
        name = config.getoption("antiphon_baseline") or config.getini("antiphon_baseline")
        self._known = _known_in(config.rootpath / name) if name else ()
        self._file: str | None = config.getoption("antiphon_report")
        if self._file:
            _writable(self._file)
        _whole_plugins()
        self._config = config
        self._record = Record()
        self._all: list[TestFinding] = []
        self._judged = 0
        trace()
        self._doors = Doors(self._record)

    def pytest_unconfigure(self) -> None:
        """Take the judge away: what was replaced is as it was."""
        self._doors.close()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Hand the findings of a test's phase to its report. A phase that passed fails if one is an error."""
        report = yield
        responses = self._record.taken()
        if count := self._record.counted():
            setattr(report, _COUNTED, count)
        if responses:
            self._tell(report, item, responses)
        return report

    def _tell(self, report: pytest.TestReport, item: pytest.Item, responses: list[JudgedResponse]) -> None:
        from antiphon.pytest_plugin.finding import findings_of, to_plain

        line = (item.location[1] or 0) + 1
        found = [one for response in responses for one in findings_of(item.nodeid, line, response)]
        if found:
            setattr(report, _CARRIED, [to_plain(one) for one in found])
        errors = [str(one) for one in found if one.diagnostic.level == "error" and self._reason(one) is None]
        if broken := self._record.broken():
            errors.insert(0, str(broken))
        if errors and report.outcome == "passed":
            report.outcome = "failed"
            report.longrepr = "\n\n".join(dict.fromkeys(errors))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Collect what a report carries, in the process that prints."""
        self._judged += getattr(report, _COUNTED, 0)
        carried = getattr(report, _CARRIED, ())
        if carried:
            from antiphon.pytest_plugin.finding import from_plain

            self._all += map(from_plain, carried)

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        """How many responses were judged; warnings, once each; what is known, counted; what did not occur."""
        told = _distinct(one for one in self._all if self._reason(one) is None)
        known = [one for one in self._all if self._reason(one) is not None]
        warnings = [one for one in told if one.diagnostic.level != "error"]
        stale = () if self._partial() else [one for one in self._known if not any(map(one.covers, self._all))]
        if self._file:
            from antiphon.pytest_plugin import report_file

            report_file.write(Path(self._file), told)
        if not (told or known or stale):
            terminalreporter.write_line(f"antiphon: {_nothing_in(self._judged)}")
            return
        terminalreporter.section("antiphon")
        for one in warnings:
            terminalreporter.write_line(f"{one}\n  first in {one.test}\n")
        for entry in stale:
            terminalreporter.write_line(f"did not occur: {entry} ({entry.because}); take it out of the baseline")
        errors = len(told) - len(warnings)
        counts = [_several(errors, "error"), _several(len(warnings), "warning"), f"{len(_distinct(known))} known"]
        terminalreporter.write_line(f"{_several(self._judged, 'response')} judged: {', '.join(counts)}")

    def _partial(self) -> bool:
        """Whether some of the tests were left out, so that what did not occur says nothing."""
        option, session = self._config.option, self._config.pluginmanager.get_plugin("session")
        chosen = [getattr(option, name, None) for name in ("keyword", "markexpr", "lf", "deselect", "stepwise")]
        stopped = getattr(session, "shouldstop", False) or getattr(session, "shouldfail", False)
        return any(chosen) or bool(stopped) or any("::" in argument for argument in self._config.args)

    def _reason(self, finding: TestFinding) -> str | None:
        """Why a finding is known; None where it is not."""
        return next((entry.because for entry in self._known if entry.covers(finding)), None)


def _nothing_in(count: int) -> str:
    """That nothing was found: of nothing, which a suite whose client is not watched would take for a good sign."""
    if count:
        return f"{_several(count, 'response')} judged, nothing found"
    from antiphon.diagnostics.pages import DOCS

    return f"no response was judged; the clients that are watched: {DOCS}how-to/judge-in-pytest.html"


def _several(count: int, one: str) -> str:
    return f"{count} {one}" if count == 1 else f"{count} {one}s"


def _whole_plugins() -> None:
    """Ends the run before its first test where an installed plug-in cannot be loaded. Without one, no rule is."""
    try:
        if installed():
            from antiphon.rules.registry import rules

            rules()
    except PluginError as error:
        raise pytest.UsageError(str(error)) from None


def _known_in(path: Path) -> tuple[Known, ...]:
    """The entries of a baseline. Raises UsageError for a file that is none."""
    from antiphon.pytest_plugin import baseline

    try:
        return baseline.read(path)
    except baseline.BaselineError as error:
        raise pytest.UsageError(str(error)) from None


def _distinct(findings: Iterable[TestFinding]) -> list[TestFinding]:
    """Each mistake once, with the first test that met it."""
    return list({one.key: one for one in reversed(list(findings))}.values())[::-1]
