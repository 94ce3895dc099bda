"""Runs every benchmark, prints a table and writes ``build/bench.json``.

The demo is built once in a database of its own and kept for the next run.
"""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import django
from django.core.management import call_command

from benchmarks.measure import Row

ROOT = Path(__file__).resolve().parent.parent
REPORT = ROOT / "build" / "bench.json"
DATA = ROOT / "build" / "bench"


def main() -> int:
    """Measure; return 1 when a figure misses its bar."""
    prepare()
    return report(list(measure()), REPORT)


def report(rows: list[Row], path: Path) -> int:
    """Write the rows for programs and print them for people; return the exit code."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps([row.as_json() for row in rows], indent=2) + "\n")
    print_table(rows)
    return 0 if all(row.holds for row in rows) else 1


def prepare() -> None:
    """Set Django up as served, on the demo."""
    DATA.mkdir(parents=True, exist_ok=True)
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "yuejiang.settings",
        "DEBUG": "off",
        "VAR_DIR": str(DATA),
    }
    django.setup()
    call_command("migrate", verbosity=0)
    call_command("demo", if_empty=True)


def measure() -> Iterator[Row]:
    """Run every benchmark in turn."""
    # Pages import models, which exist only once Django is set up.
    from benchmarks import pages  # noqa: PLC0415

    benchmarks: tuple[Callable[[], Iterable[Row]], ...] = (
        pages.sign_in,
        pages.lists_and_desks,
    )
    for benchmark in benchmarks:
        yield from benchmark()


def print_table(rows: list[Row]) -> None:
    """Print the rows for people."""
    heading = f"{'id':32} {'figure':>12} {'reference':>12} {'ratio':>8} {'bar':>6}"
    print(heading, "-" * len(heading), sep="\n")
    for row in rows:
        print(
            f"{row.id:32} {row.figure:12.3f} {row.reference:12.3f} "
            f"{row.ratio:8.2f} {row.bar:6.2f}  {'holds' if row.holds else 'MISSED'}"
            f"  ({row.unit})"
        )


if __name__ == "__main__":
    sys.exit(main())
