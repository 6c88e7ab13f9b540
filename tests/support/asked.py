"""How many questions a property test asks."""

from __future__ import annotations

import os

#: Whether a fifth of them will do: where another Python asks all of them, and only what differs there is of interest.
BRIEF = os.environ.get("ANTIPHON_PROPERTIES") == "brief"


def examples(number: int) -> int:
    """So many, or a fifth of them, but at least ten."""
    return max(10, number // 5) if BRIEF else number
