"""What all benchmarks share: timing in turns, and one line of a table of ratios."""

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ratio:
    """One measured thing against its peer in the same run; ``limit`` is the most it may be."""

    name: str
    ours: float  # seconds, median
    peer: float
    limit: float
    peer_name: str

    @property
    def value(self) -> float:
        return self.ours / self.peer

    def line(self) -> str:
        verdict = "ok  " if self.value <= self.limit else "OVER"
        return (
            f"{verdict} {self.value:6.2f} x (limit {self.limit:g})  {self.name}: "
            f"{self.ours * 1e3:.1f} ms against {self.peer * 1e3:.1f} ms, {self.peer_name}"
        )


def in_turns(ours: Callable[[], object], peer: Callable[[], object], runs: int = 7) -> tuple[float, float]:
    """Median seconds of each; they take turns, so that a busy machine hurts both alike. One warm-up round."""
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(runs + 1):
        for kept, work in zip(times, (ours, peer), strict=True):
            gc.collect()
            start = time.perf_counter()
            work()
            if turn:
                kept.append(time.perf_counter() - start)
    return statistics.median(times[0]), statistics.median(times[1])


def least_of(runs: Sequence[Sequence[T]], key: Callable[[T], float]) -> list[T]:
    """Of what several runs give in the same order, the least each: what a busy machine adds is left out."""
    return [min(same, key=key) for same in zip(*runs, strict=True)]
