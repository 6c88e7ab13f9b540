"""`antiphon --version`."""

from __future__ import annotations

from antiphon.cli.terminal.version import version
from tests.support.project import Project


def test_the_version_is_that_of_the_installed_package(project: Project) -> None:
    """One line, for bug reports."""
    assert 0 == project.run("--version")
    assert f"antiphon {version()}\n" == project.out
