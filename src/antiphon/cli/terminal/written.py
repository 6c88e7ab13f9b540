"""Write a text that a command made, or compare it with what is there."""

from __future__ import annotations

import difflib
import sys
from pathlib import Path


def written(text: str, out: Path | None, check: Path | None) -> int:
    """The exit code: with `check` 1 and a diff where that file differs. Without `out` it goes to standard output."""
    if check is not None:
        there = check.read_text(encoding="utf-8") if check.exists() else ""
        if there == text:
            return 0
        names = str(check), f"{check} (as it should be)"
        print("\n".join(difflib.unified_diff(there.splitlines(), text.splitlines(), *names, lineterm="")))
        return 1
    if out is None:
        sys.stdout.write(text)
    elif not out.exists() or out.read_text(encoding="utf-8") != text:
        out.write_text(text, encoding="utf-8")
        print(f"wrote {out}")
    return 0
