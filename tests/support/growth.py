"""How the time of some work grows with its size."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable


def is_linear(small: Callable[[], object], large: Callable[[], object]) -> bool:
    """Whether what is eight times as large takes about eight times as long; were it quadratic, it would be 64 times.

    A busy machine is given several chances.
    """

    def seconds(work: Callable[[], object]) -> float:
        start = time.process_time()
        work()
        return time.process_time() - start

    small()  # what is read and compiled once
    gc.disable()
    try:
        return any(seconds(large) < 28 * max(min(seconds(small) for _ in range(3)), 0.001) for _ in range(5))
    finally:
        gc.enable()
