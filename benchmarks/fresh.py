"""The cost of starting a Python that runs a few statements, above one that runs none: CPU time, never the clock's.

Each statement has an interpreter of its own, started again in every round, in random order; `-X importtime` is left for
people, since it doubles what it measures.
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import NamedTuple

#: Nothing but the standard library is on the path at first, so that the cost of `site` is not part of the floor.
NOTHING = "pass"


class Start(NamedTuple):
    """CPU seconds above a bare interpreter: median and quartiles of the rounds."""

    low: float
    median: float
    high: float


def starts(statements: Mapping[str, str], rounds: int, path: Sequence[str], seed: int = 7) -> dict[str, Start]:
    """The cost of each statement, by its name. `path` goes to PYTHONPATH. Raises CalledProcessError if one fails."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    chance = random.Random(seed)
    spent: dict[str, list[float]] = {name: [] for name in statements}
    for name in statements:  # the first run also leaves its bytecode
        _spent(statements[name], environment)
    for _ in range(rounds):
        bare = statistics.median(_spent(NOTHING, environment) for _ in range(3))
        for name in chance.sample(list(statements), len(statements)):
            spent[name].append(_spent(statements[name], environment) - bare)
    return {name: Start(*statistics.quantiles(times, n=4)) for name, times in spent.items()}


def _spent(statement: str, environment: Mapping[str, str]) -> float:
    """User and system time of one interpreter, in seconds."""
    process = subprocess.Popen([sys.executable, "-c", statement], env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, statement)
    return usage.ru_utime + usage.ru_stime
