"""`python -m tests.benchmarks [--json]`: the targets, ours and the peers', measured in one run."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator

from tests.benchmarks.measuring import Row, as_json, machine, table_line
from tests.benchmarks.rows import SIZES, imports, plans, recounts

OFFICERS, AUXILIARIES = 20_000, 200  # of a hundred officers: 60,000 rows


def measured() -> Iterator[Row]:
    """Measure every target, the quick ones first."""
    yield from recounts((1_100, 12_000), repetitions=9)
    yield from plans(SIZES, repetitions=5)
    yield from imports(OFFICERS, AUXILIARIES)


def main() -> None:
    """Print a table that grows as rows are measured, or everything as JSON at the end."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    if parser.parse_args().json:
        print(json.dumps(as_json(list(measured())), ensure_ascii=False, indent=1))
        return
    print(f"{machine()}\n\n{table_line()}", flush=True)
    for row in measured():
        print(table_line(row), flush=True)


if __name__ == "__main__":
    main()
