# Written by `nox -s generate` from src; do not edit.
"""What a TARGET on the command line names."""

import dataclasses
from pathlib import Path

@dataclasses.dataclass(frozen=True)
class Target:
    """A module by its dotted name, or a path; and an attribute of the one module that it names."""

    text: str
    module: str = ""
    path: Path | None = None
    attribute: str = ""

def target(text: str) -> Target:
    """Read a TARGET. Raises CannotRun for what cannot be one."""
