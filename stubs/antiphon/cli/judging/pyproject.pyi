# Written by `nox -s generate` from src; do not edit.
"""`[tool.antiphon]` in the pyproject.toml of the current folder."""

import dataclasses
from pathlib import Path

@dataclasses.dataclass(frozen=True)
class Configuration:
    """`targets` are judged where the command line names none; warnings and advice of `ignored` codes are left out."""

    targets: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()

def configuration(folder: Path) -> Configuration:
    """What a folder's pyproject.toml says; nothing where there is none. Raises CannotRun for one that is wrong."""
