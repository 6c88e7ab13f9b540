"""`antiphon --version`."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys

import pytest

from antiphon.cli.terminal import version
from tests.project import Project


@pytest.mark.parametrize(
    ("used", "installed", "says"),
    [
        (True, True, "with its compiled extension"),
        (False, True, "pure Python: ANTIPHON_NATIVE=0 leaves its compiled extension out"),
        (False, False, "pure Python"),
    ],
)
def test_the_version_tells_whether_the_extension_is_used(
    project: Project, monkeypatch: pytest.MonkeyPatch, used: bool, installed: bool, says: str
) -> None:
    """And why not."""
    monkeypatch.setattr(version, "EXTENSION", version if used else None)
    monkeypatch.setattr(importlib.util, "find_spec", {"antiphon._native": version if installed else None}.get)

    assert 0 == project.run("--version")
    assert f"antiphon {version.version()} ({says})\n" == project.out


def test_a_process_without_the_extension_says_so() -> None:
    """Whatever is installed, ANTIPHON_NATIVE=0 leaves pure Python."""
    shown = subprocess.run(
        [sys.executable, "-m", "antiphon", "--version"],
        env={**os.environ, "ANTIPHON_NATIVE": "0"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert shown.stdout.startswith(f"antiphon {version.version()} (pure Python")
