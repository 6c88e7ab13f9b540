# Written by `nox -s generate` from src; do not edit.
"""The command line. A module here is a command; what commands share is in the folders beside them.

Commands import what they need when they run, so that `antiphon --help` is quick.
"""

from collections.abc import Sequence

def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and give its exit code; nothing is raised, and the process is left running."""
