"""Whether to write in colour."""

from __future__ import annotations

import os
from typing import TextIO


def colour_wanted(stream: TextIO) -> bool:
    """On a terminal that is not dumb; NO_COLOR forbids it, and FORCE_COLOR asks for it, where they are not empty."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"
