"""The answer of the child process to `antiphon preview`: the description, and the files that it was read from."""

from __future__ import annotations

from collections.abc import Sequence

from antiphon.cli.collecting.collection import Collection
from antiphon.cli.collecting.document import Document
from antiphon.cli.collecting.settings import Settings
from antiphon.cli.preview_pages.project import ProjectShown


class Answer(Document, frozen=True):
    """A project as it was read just now."""

    project: ProjectShown
    files: tuple[str, ...]
    """The project's own files that were imported: a change of one makes the description old."""
    folder: str
    """The folder of the project: that of its pyproject.toml, or the one that the command ran in."""

    @property
    def exit_code(self) -> int:
        """0 is without errors, 1 has findings of level error, 2 could not reach every target."""
        return 2 if self.project.not_run else int(self.project.has_errors)


def answer(collection: Collection, settings: Settings, targets: Sequence[str]) -> Answer:
    """Describe what was collected."""
    from antiphon.cli.preview_pages.describing import describe

    return Answer(
        project=describe(collection, settings, targets),
        files=tuple(sorted(collection.files)),
        folder=str(settings.folder or collection.home),
    )
