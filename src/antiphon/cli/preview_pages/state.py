"""The page that is shown now, and the moment when it becomes another."""

from __future__ import annotations

import hashlib
import threading
from typing import NamedTuple

from antiphon.cli.preview_pages.page import page
from antiphon.cli.preview_pages.project import ProjectShown


class Shown(NamedTuple):
    """A description as it is served. The digest is another one for each other description."""

    digest: str
    html: str
    json: str


def shown(project: ProjectShown) -> Shown:
    """The texts of a description."""
    text = project.model_dump_json(indent=2)
    digest = hashlib.sha256(text.encode()).hexdigest()[:16]
    return Shown(digest, page(project, live=digest), text)


class State:
    """The state that the server shows; threads wait here for the next."""

    def __init__(self, first: Shown) -> None:
        self._now = first
        self._ended = False
        self._changed = threading.Condition()

    @property
    def now(self) -> Shown:
        """The state that is shown."""
        return self._now

    def show(self, new: Shown) -> None:
        """Show something else from now on."""
        with self._changed:
            self._now = new
            self._changed.notify_all()

    def end(self) -> None:
        """Let everybody who waits go."""
        with self._changed:
            self._ended = True
            self._changed.notify_all()

    def wait(self, since: str, seconds: float) -> str | None:
        """The digest once it is another than `since`, or after so many seconds; None once it has ended."""
        with self._changed:
            self._changed.wait_for(lambda: self._ended or self._now.digest != since, seconds)
            return None if self._ended else self._now.digest
