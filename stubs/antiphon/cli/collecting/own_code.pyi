# Written by `nox -s generate` from src; do not edit.
"""Which files are the user's own."""

from collections.abc import Container

def is_own(file: str, targets: Container[str] = ()) -> bool:
    """Whether a file holds the user's own code: it is neither installed nor generated, or it is one of the targets.

    Targets are given without symbolic links.
    """
