"""Distributions with entry points, laid out as an installer leaves them, for a process of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import textwrap
import tomllib
from collections.abc import Mapping
from pathlib import Path

from tests.support import warm
from tests.support.patience import PATIENCE


class Site:
    """A folder of installed distributions, and processes that find them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def install(self, name: str, entry_points: Mapping[str, Mapping[str, str]], modules: Mapping[str, str]) -> None:
        """A distribution of that name, version 1.0, with its modules by their files."""
        info = self.folder / f"{name.replace('-', '_')}-1.0.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        groups = (
            "\n".join([f"[{group}]", *(f"{key} = {value}" for key, value in points.items()), ""])
            for group, points in entry_points.items()
        )
        (info / "entry_points.txt").write_text("\n".join(groups))
        for file, text in modules.items():
            (self.folder / file).write_text(textwrap.dedent(text))

    def install_source(self, root: Path) -> None:
        """A distribution whose source is a folder with a pyproject.toml, as its wheel would be unpacked."""
        project = tomllib.loads((root / "pyproject.toml").read_text())
        self.install(project["project"]["name"], project["project"]["entry-points"], {})
        for package in project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]:
            shutil.copytree(root / package, self.folder / package)

    def antiphon(self, *arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        """The command line where they are installed."""
        return warm.done(*arguments, folder=cwd or self.folder, PYTHONPATH=str(self.folder), NO_COLOR="1")

    def run(self, *arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        """A Python process that has them installed."""
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=cwd or self.folder,
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PYTHONPATH": str(self.folder), "NO_COLOR": "1"},
            timeout=PATIENCE,
        )
