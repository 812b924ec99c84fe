"""`python -m tests.benchmarks [--json] [--instances [N …]]`: the targets, ours and the peers', in one run."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator

from tests.benchmarks.counties import SETS, SIZES, memory, plans
from tests.benchmarks.duty_rows import county, months
from tests.benchmarks.explaining import explanations, repairs
from tests.benchmarks.measuring import Row, as_json, machine, table_line
from tests.benchmarks.province import COUNTIES, OFFICERS, province
from tests.benchmarks.rows import imports, recounts
from tests.benchmarks.scenario_rows import forecasts, scenarios
from tests.benchmarks.shift_rows import ALL, ALL_SECONDS, FEW, FEW_SECONDS, instances

ROSTER, AUXILIARIES = 20_000, 200  # of a hundred officers: 60,000 rows
COUNTY, MEDIAN = 1_100, 180
SIXTEEN = 270  # officers of a county with sixteen stations


def measured() -> Iterator[Row]:
    """Measure every target, the quick ones first."""
    yield from recounts((COUNTY, 12_000), repetitions=9)
    yield from imports(ROSTER, AUXILIARIES)
    yield from repairs(COUNTY, repetitions=5)
    yield from explanations(COUNTY, repetitions=3)
    yield from scenarios(COUNTY, n=10, repetitions=5)
    for officers in (MEDIAN, COUNTY):
        yield from forecasts(officers, months=60, runs=1_000, repetitions=3)
    yield from months(repetitions=3)
    yield from county(SIXTEEN, repetitions=3)
    yield from memory((80, 360, COUNTY))
    yield from province(COUNTIES, OFFICERS)
    yield from instances(FEW, FEW_SECONDS)
    for what in SETS:
        yield from plans(what, SIZES)


def main() -> int:
    """Print a table that grows as rows are measured, or all as JSON; return 1 where an optimum differs."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--instances", type=int, nargs="*", metavar="N", help="only these public instances")
    parser.add_argument("--seconds", type=float, help="for each of --instances")
    parser.add_argument("--seeds", type=int, help="for ours on each of --instances: the median")
    asked = parser.parse_args()
    chosen = measured()
    if asked.instances is not None:
        chosen = instances(asked.instances or ALL, asked.seconds or ALL_SECONDS, max(1, asked.seeds or 1))
    elif asked.seconds or asked.seeds:
        parser.error("--seconds and --seeds go with --instances")
    as_table = not asked.json
    if as_table:
        print(f"{machine()}\n\n{table_line()}", flush=True)
    rows = []
    for row in chosen:
        rows.append(row)
        if as_table:
            print(table_line(row), flush=True)
    if not as_table:
        print(json.dumps(as_json(rows), ensure_ascii=False, indent=1))
    return int(any(row.differs for row in rows))


if __name__ == "__main__":
    sys.exit(main())
