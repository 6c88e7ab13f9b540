# Written by `nox -s generate` from src; do not edit.
"""What `antiphon build` writes for a target."""

import dataclasses
from collections.abc import Mapping
from pathlib import Path

from antiphon.diagnostics.diagnostic import Diagnostic

@dataclasses.dataclass(frozen=True)
class Build:
    """The text of each file by its path; what stands in the way of writing them; and what is worth knowing.

    `root` is the module or package that the target names, empty for a folder of scripts.
    """

    root: str
    files: Mapping[Path, str]
    errors: tuple[Diagnostic, ...] = ()
    notes: tuple[str, ...] = ()

def built(text: str) -> Build:
    """Import a target and write its modules. Raises CannotRun for what cannot be imported or written."""
