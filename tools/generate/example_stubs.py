"""Writes `stubs/catalogue`, as `antiphon stubs catalogue --out stubs` does."""

from __future__ import annotations

import sys
from pathlib import Path

from antiphon.cli.stub_files.expected import expected_stubs
from antiphon.cli.stub_files.modules import modules

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = str(ROOT / "examples")


def generated() -> dict[Path, str | None]:
    """The stubs of the example."""
    sys.path.insert(0, EXAMPLES)
    try:
        return expected_stubs(modules(["catalogue"]), ROOT / "stubs", ROOT / "examples")
    finally:
        sys.path.remove(EXAMPLES)
