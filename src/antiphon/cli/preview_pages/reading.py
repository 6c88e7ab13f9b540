"""A project that is read again and again, each time in a fresh process."""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path

from antiphon.cli.collecting.document import NotRunDocument
from antiphon.cli.isolated import running
from antiphon.cli.isolated.request import Outcome, Request
from antiphon.cli.preview_pages import last_run
from antiphon.cli.preview_pages.answer import Answer
from antiphon.cli.preview_pages.comparing import changes
from antiphon.cli.preview_pages.project import ProjectShown
from antiphon.cli.preview_pages.watching import Snapshot, changed, snapshot

#: The escapes that colour a text on a terminal.
_COLOUR = re.compile("\033\\[[0-9;]*m")


#: In nanoseconds. Systems take the time of a change from their last tick, which is up to so long ago.
_TICK = 20_000_000


class Reading:
    """The newest description, compared with the last run before this one, or with its own first reading."""

    def __init__(self, request: Request, against: Path | None) -> None:
        self._request = request
        self._before = last_run.given(against) if against is not None else None
        self._asked = against is not None
        self._answer: Answer | None = None
        self._seen: Snapshot = {}
        self._since = 0
        self.project: ProjectShown
        """The state that is to be shown; there after the first reading that succeeds."""
        self.exit_code: int = 2

    def again(self) -> bool:
        """Read the project. False where it cannot be read at all, which is said on stderr, and in a known project."""
        self._since = time.time_ns() - _TICK
        if self._answer is not None:
            self._seen = snapshot(self._answer.files, self._answer.folder)
        outcome = running.judged(self._request)
        sys.stderr.write(outcome.err)
        self.exit_code = outcome.code
        if not outcome.out:
            self._keep(outcome)
            return False
        self._answer = Answer.model_validate_json(outcome.out)
        self._compare(self._answer)
        return True

    def _keep(self, outcome: Outcome) -> None:
        """The project as it was last, with what is wrong now."""
        if self._answer is not None:
            lines = _COLOUR.sub("", outcome.err).splitlines() or ["the process that read it has ended"]
            told = NotRunDocument(what=lines[0], where=" ".join(lines[1:]), help="this is the project as it was before")
            self.project = self.project.model_copy(update={"not_run": (told,)})

    def _compare(self, answer: Answer) -> None:
        file = last_run.place(Path(answer.folder), answer.project.title)
        if self._before is None and not self._asked:
            self._before = last_run.remembered(file)
            self._asked = True
        self.project = answer.project
        if self._before is not None:
            before, against = self._before
            self.project = answer.project.model_copy(update={"changes": changes(before, answer.project, against)})
        if answer.project.is_whole:
            last_run.remember(file, answer.project)
            self._before = self._before or (answer.project, "this preview began")

    def wait(self, seconds: float) -> None:
        """Wait until a file has changed since the last reading began; look every so many seconds."""
        answer = self._answer
        if answer is None:
            return
        first = snapshot(answer.files, answer.folder)
        if changed(self._seen, first, self._since):
            return
        # From here on a file that was not there has come, whatever its time says: one that is moved keeps its own.
        while snapshot(answer.files, answer.folder) == first:
            time.sleep(seconds)
