"""How many questions a property test asks."""

from __future__ import annotations

import os

_PROFILE = os.environ.get("ANTIPHON_PROPERTIES", "")


def examples(number: int) -> int:
    """So many in CI.

    Where another Python asks all of them (`brief`), a fifth but at least ten: of interest is only what differs there.
    A hunt asks at least a hundred, as hypothesis does where nobody says a number.
    """
    if _PROFILE == "brief":
        return max(10, number // 5)
    return max(100, number) if _PROFILE == "hunt" else number
