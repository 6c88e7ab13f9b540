"""Folders that tests read."""

from __future__ import annotations

from pathlib import Path
from typing import Final

#: The repository.
ROOT: Final = Path(__file__).resolve().parents[2]
#: Public test cases and browser tables beside the repository; tests that need them are skipped where they are absent.
SHARED: Final = ROOT.parent / "shared"
