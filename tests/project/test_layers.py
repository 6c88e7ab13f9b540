"""The import contracts are kept, and each of them bites."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import antiphon
from tests.support.paths import ROOT
from tests.support.patience import PATIENCE

PYPROJECT = ROOT / "pyproject.toml"
PACKAGE = Path(antiphon.__file__).parent

LINT_IMPORTS = "from importlinter.cli import lint_imports_command as main; main()"

BREACHES = {
    "a value that judges itself": ("spec/cookie.py", "import antiphon.rules.check", "A package imports"),
    "a rule that builds": ("rules/parts.py", "import antiphon.builder", "A package imports"),
    "a header that imports a body": ("headers/location.py", "import antiphon.spec.bodies.json", "A package imports"),
    "pydantic on the hot path": ("runtime/plan.py", "import pydantic", "Code that serves requests imports no pydantic"),
    "pydantic behind a detour": (
        "responses/classes.py",
        "import antiphon.spec.model",
        "Code that serves requests imports no pydantic",
    ),
    "a framework in the core": ("compiler/compiler.py", "import fastapi", "The core imports no framework"),
    "a module without a layer": ("novelty.py", "import antiphon.runtime.plan", "A package imports"),
}


def contracts(path: Path, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    """The report of import-linter for the package in this folder."""
    return subprocess.run(
        [sys.executable, "-c", LINT_IMPORTS, "--config", str(PYPROJECT), "--no-cache"],
        env={**os.environ, "PYTHONPATH": str(path)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


def test_the_walls_stand(tmp_path: Path) -> None:
    """Every import contract is kept."""
    report = contracts(PACKAGE.parent, tmp_path)

    assert report.returncode == 0, report.stdout
    assert "3 kept, 0 broken" in report.stdout


@pytest.mark.parametrize(("module", "line", "contract"), BREACHES.values(), ids=list(BREACHES))
def test_a_breach_is_reported(module: str, line: str, contract: str, tmp_path: Path) -> None:
    """One import in the wrong direction breaks the contract that forbids it."""
    shutil.copytree(PACKAGE, tmp_path / "antiphon", ignore=shutil.ignore_patterns("*.pyi", "__pycache__"))
    path = tmp_path / "antiphon" / module
    path.write_text((path.read_text() if path.exists() else '"""New."""\n') + f"\n{line}\n")

    report = contracts(tmp_path, tmp_path)

    assert report.returncode == 1, report.stdout
    assert any(text.startswith(contract) and " BROKEN" in text for text in report.stdout.splitlines())
