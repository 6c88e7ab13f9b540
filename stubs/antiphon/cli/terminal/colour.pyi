# Written by `nox -s generate` from src; do not edit.
"""Whether to write in colour."""

from typing import TextIO

def colour_wanted(stream: TextIO) -> bool:
    """On a terminal that is not dumb; NO_COLOR forbids it, and FORCE_COLOR asks for it, where they are not empty."""
