"""CPU time in ratios: many short rounds, all contenders in each, every one divided by the floor of its own round.

Absolute times on a shared machine drift by a factor of two; ratios within a round do not.
"""

from __future__ import annotations

import gc
import random
import statistics
import time
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from batch import Batch

#: How often the floor runs in a round. Its median is the divisor, so one unlucky batch does not spoil a round.
FLOOR_RUNS = 3
#: The aim for one batch, in nanoseconds of CPU time: long against the clock, short against interruptions.
BATCH = 2_000_000


class Ratio(NamedTuple):
    """A contender's CPU time as a multiple of the floor's: the median of all rounds, and the quartiles around it."""

    median: float
    lower: float
    upper: float


class Cell(NamedTuple):
    """One workload: the floor's CPU time for one response, in nanoseconds, and the ratios of all contenders to it."""

    floor: float
    ratios: dict[str, Ratio]


def _timed(batch: Batch, count: int) -> float:
    start = time.thread_time_ns()
    batch(count)
    return (time.thread_time_ns() - start) / count


def _count(batch: Batch) -> int:
    """How many repetitions fill a batch, and a warm-up that leaves CPython's specialised bytecode in place."""
    batch(64 if _timed(batch, 1) < BATCH / 64 else 1)
    once = min(_timed(batch, 1), _timed(batch, 4))
    return max(1, round(BATCH / once))


def compare(floor: Batch, contenders: Mapping[str, Batch], rounds: int, chance: random.Random) -> Cell:
    """Every contender against the floor, in that many rounds of random order. The garbage collector is off inside."""
    batches = {**contenders, **{f" floor {run}": floor for run in range(FLOOR_RUNS)}}
    counts = {name: _count(batch) for name, batch in batches.items()}
    order = list(batches)
    floors: list[float] = []
    found: dict[str, list[float]] = {name: [] for name in contenders}
    gc.collect()
    gc.disable()
    try:
        for _ in range(rounds):
            chance.shuffle(order)
            spent = {name: _timed(batches[name], counts[name]) for name in order}
            floors.append(statistics.median(spent[f" floor {run}"] for run in range(FLOOR_RUNS)))
            for name, ratios in found.items():
                ratios.append(spent[name] / floors[-1])
    finally:
        gc.enable()
    return Cell(statistics.median(floors), {name: _ratio(ratios) for name, ratios in found.items()})


def _ratio(ratios: Sequence[float]) -> Ratio:
    if len(ratios) == 1:
        return Ratio(ratios[0], ratios[0], ratios[0])
    lower, median, upper = statistics.quantiles(ratios, n=4, method="inclusive")
    return Ratio(median, lower, upper)
