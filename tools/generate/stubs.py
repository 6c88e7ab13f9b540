"""Writes `stubs/antiphon/**/*.pyi` from `src/antiphon/**/*.py`: the public surface, under review in every diff."""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from strip import LyingStubError, strip, with_docstrings

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "antiphon"
STUBS = ROOT / "stubs" / "antiphon"


def generated() -> dict[Path, str | None]:
    """Every stub; None for one whose module is gone. Raises LyingStubError with every refusal at once."""
    lent = _lent()
    written: dict[Path, str | None] = {}
    refused = []
    for path in sorted(SOURCE.rglob("*.py")):
        stub = STUBS / path.relative_to(SOURCE).with_suffix(".pyi")
        by_hand = path.with_suffix(".pyi")
        try:
            written[stub] = by_hand.read_text() if by_hand.exists() else strip(path.read_text(), *_names(path, lent))
        except LyingStubError as error:
            refused.append(str(error))
    if refused:
        raise LyingStubError("\n".join(refused))
    gone = {path: None for path in STUBS.rglob("*.pyi") if path not in written}
    return _formatted(written) | gone


def _names(path: Path, lent: dict[str, set[str]]) -> tuple[str, set[str]]:
    """A module's path, for messages, and the private names that other modules import from it."""
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return str(path.relative_to(ROOT)), lent[".".join(parts).removesuffix(".__init__")]


def _lent() -> dict[str, set[str]]:
    """The private names that modules import from each other."""
    lent: dict[str, set[str]] = defaultdict(set)
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ImportFrom) and node.module:
                lent[node.module].update(alias.name for alias in node.names if alias.name.startswith("_"))
    return lent


def _formatted(stubs: dict[Path, str | None]) -> dict[Path, str | None]:
    """The stubs as ruff sorts their imports and formats them."""
    ruff = str(Path(sys.executable).with_name("ruff"))
    with tempfile.TemporaryDirectory() as name:
        room = Path(name)
        for path, text in stubs.items():
            copy = room / path.relative_to(STUBS)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(text or "")
        options = ["--quiet", "--no-cache", "--isolated", "--line-length=120", "--target-version=py311"]
        first_party = ["--config", 'lint.isort.known-first-party = ["antiphon"]']
        for command in (["check", "--fix", "--select=I", *first_party], ["format"]):
            subprocess.run([ruff, *command, *options, str(room)], check=True)
        return {path: with_docstrings((room / path.relative_to(STUBS)).read_text()) for path in stubs}
