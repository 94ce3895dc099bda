"""What a benchmark reports, and how it measures time."""

import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Row:
    """One figure beside a reference measured in the same run.

    ``bar`` is what the ratio of figure to reference must not exceed, or must reach
    when ``more_is_better``.
    """

    id: str
    figure: float
    unit: str
    reference: float
    bar: float
    more_is_better: bool = False

    @property
    def ratio(self) -> float:
        """Return how the figure compares with its reference."""
        return self.figure / self.reference

    @property
    def holds(self) -> bool:
        """Say whether the figure keeps to its bar."""
        if self.more_is_better:
            return self.ratio >= self.bar
        return self.ratio <= self.bar

    def as_json(self) -> dict[str, object]:
        """Return the row as written to ``build/bench.json``."""
        return {
            "id": self.id,
            "figure": round(self.figure, 3),
            "unit": self.unit,
            "reference": round(self.reference, 3),
            "ratio": round(self.ratio, 3),
            "bar": self.bar,
            "holds": self.holds,
        }


def worst(name: str, rows: Iterable[Row]) -> Row:
    """Return, under its own name, the row that comes nearest to its bar."""
    return replace(max(rows, key=lambda row: row.ratio / row.bar), id=name)


def median_milliseconds(
    work: Callable[[], object], reference: Callable[[], object], *, times: int = 15
) -> tuple[float, float]:
    """Return the median times of the work and of its reference, after two warm-ups.

    They take turns, so whatever else the machine does slows both alike.
    """
    pairs = [(_timed(work), _timed(reference)) for _turn in range(times + 2)][2:]
    figures, references = zip(*pairs, strict=True)
    return statistics.median(figures), statistics.median(references)


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000
