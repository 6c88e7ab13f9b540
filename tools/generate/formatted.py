"""Source text as the project's formatter leaves it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
#: A file whose settings are those of all that is written.
LIKE = ROOT / "src" / "antiphon" / "builder" / "field_steps.py"


def formatted(source: str) -> str:
    """The source as ruff sorts its imports and formats it, with the configuration of the project."""
    ruff = Path(sys.executable).with_name("ruff")
    for arguments in (("check", "--select", "I", "--fix", "--quiet"), ("format", "--quiet")):
        source = subprocess.run(
            [str(ruff), *arguments, "--stdin-filename", str(LIKE), "-"],
            input=source,
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
        ).stdout
    return source
