"""The judge's part in a test run: it collects findings, fails tests, and closes with a summary.

Most runs find nothing, so that forms of findings, baselines and reports are loaded where there are any.
"""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from antiphon.compiler.asked import trace
from antiphon.errors import PluginError
from antiphon.headers.plugins import installed
from antiphon.pytest_plugin.closing import baseline_path, distinct, ran_whole
from antiphon.pytest_plugin.doors import Doors, Record
from antiphon.pytest_plugin.expected import fails_as_expected, mark_expected

if TYPE_CHECKING:
    from antiphon.pytest_plugin.baseline import Known
    from antiphon.pytest_plugin.finding import TestFinding
    from antiphon.testing.judged_response import JudgedResponse

#: The reports of pytest-xdist's workers carry the findings to the process that prints them.
_CARRIED = "antiphon_findings"
#: That a report says them as the reason why its test failed.
_SHOWN = "antiphon_shown"
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
        path = baseline_path(config)
        self._known = _known_in(path) if path else ()
        self._file: str | None = config.getoption("antiphon_report")
        if self._file:
            _writable(self._file)
        _whole_plugins()
        self._config = config
        self._record = Record()
        self._all: list[TestFinding] = []
        self._shown: set[object] = set()
        self._judged = 0
        self._unwritten = ""
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
        here = self._config.invocation_params.dir
        found = [one for response in responses for one in findings_of(item.nodeid, line, response, here)]
        if found:
            setattr(report, _CARRIED, [to_plain(one) for one in found])
        errors = [str(one) for one in found if one.diagnostic.level == "error" and self._reason(one) is None]
        if broken := self._record.broken():
            errors.insert(0, str(broken))
        text = "\n\n".join(dict.fromkeys(errors))
        if errors and fails_as_expected(report, item):
            mark_expected(report, text)
        elif errors and report.outcome == "passed":
            report.outcome = "failed"
            report.longrepr = text
            setattr(report, _SHOWN, True)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Collect what a report carries, in the process that prints."""
        self._judged += getattr(report, _COUNTED, 0)
        carried = getattr(report, _CARRIED, ())
        if carried:
            from antiphon.pytest_plugin.finding import from_plain

            found = list(map(from_plain, carried))
            self._all += found
            if getattr(report, _SHOWN, False) and report.outcome == "failed":
                self._shown |= {one.key for one in found}

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Write the report, in the process that has all findings. Where it cannot be written, the run has failed."""
        if not self._file or hasattr(self._config, "workerinput"):
            return
        from antiphon.pytest_plugin import report_file

        here = self._config.invocation_params.dir
        try:
            report_file.write(here / self._file, self._told(), here)
        except OSError as error:
            self._unwritten = f"antiphon: {self._file} cannot be written: {error.strerror}"
            session.exitstatus = pytest.ExitCode.USAGE_ERROR

    def _told(self) -> list[TestFinding]:
        return distinct(one for one in self._all if self._reason(one) is None)

    def pytest_terminal_summary(self, terminalreporter: Any, exitstatus: int) -> None:
        """How many responses were judged; once each, warnings, and errors of tests that did not fail for them."""
        if self._unwritten:
            terminalreporter.write_line(self._unwritten, red=True)
        if self._config.option.collectonly:
            return
        told = self._told()
        known = [one for one in self._all if self._reason(one) is not None]
        warnings = [one for one in told if one.diagnostic.level != "error"]
        unshown = [one for one in told if one.diagnostic.level == "error" and one.key not in self._shown]
        stale = [one for one in self._known if not any(map(one.covers, self._all))]
        if stale and not ran_whole(self._config, exitstatus):
            stale = []
        if not (told or known or stale):
            terminalreporter.write_line(f"antiphon: {_nothing_in(self._judged)}")
            return
        terminalreporter.section("antiphon")
        for one in unshown + warnings:
            terminalreporter.write_line(f"{one}\n  first in {one.test}\n")
        for entry in stale:
            terminalreporter.write_line(f"did not occur: {entry} ({entry.because}); take it out of the baseline")
        errors = len(told) - len(warnings)
        counts = [_several(errors, "error"), _several(len(warnings), "warning"), f"{len(distinct(known))} known"]
        terminalreporter.write_line(f"{_several(self._judged, 'response')} judged: {', '.join(counts)}")

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
    """The entries of a baseline. Raises UsageError for a file that is none, and for an entry that names no rule."""
    from antiphon.pytest_plugin import baseline

    try:
        return tuple(map(baseline.by_code, baseline.read(path)))
    except baseline.BaselineError as error:
        raise pytest.UsageError(str(error)) from None
