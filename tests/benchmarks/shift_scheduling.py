"""One public instance: `python -m tests.benchmarks.shift_scheduling FILE --seconds S --workers W --out PATH`.

The file at PATH has a line `worker<TAB>day<TAB>shift` for every assignment, none without a roster; standard
output is one JSON object. The seconds are those of the whole process: reading and imports are part of them.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

STARTED = time.perf_counter()
ENDING = 0.4  # seconds kept for starting Python, the last check and writing
_LEAST_SECONDS = 0.05
_MOST_SEED = 2**31 - 1


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        _refuse(message)


def _refuse(sentence: str) -> NoReturn:
    print(f"{sentence.rstrip('.')}.", file=sys.stderr)
    sys.exit(2)


def options(prog: str, words: Sequence[str] | None = None, peers: Sequence[str] = ()) -> argparse.Namespace:
    """Return the options, checked; end with 2 and one sentence where they cannot be followed."""
    parser = _Parser(prog=prog)
    if peers:
        parser.add_argument("peer", choices=peers)
    parser.add_argument("file", type=Path, help="an instance of Curtois and Qu (2014)")
    parser.add_argument("--seconds", type=float, required=True, help="of the whole process")
    parser.add_argument("--workers", type=int, default=1, help="threads of the search")
    parser.add_argument("--out", type=Path, required=True, help="where the solution is written")
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args(words)
    if not (math.isfinite(asked.seconds) and asked.seconds > 0):
        _refuse(f"--seconds must be a number above 0, not {asked.seconds:g}")
    if asked.workers < 1:
        _refuse(f"--workers must be at least 1, not {asked.workers}")
    if not 0 <= asked.seed <= _MOST_SEED:
        _refuse(f"--seed must be in 0 to {_MOST_SEED}, not {asked.seed}")
    if asked.out.is_dir() or not asked.out.parent.is_dir():
        _refuse(f"{asked.out} cannot be written: give the path of a file in a folder that exists")
    return asked


def main(words: Sequence[str] | None = None) -> int:
    """Solve one instance; return 0 with a roster, 1 without."""
    asked = options("python -m tests.benchmarks.shift_scheduling", words)
    from tests.benchmarks.shift_instances import read_instance, written

    try:
        instance = read_instance(asked.file)
    except OSError as fault:
        _refuse(f"{asked.file} cannot be read: {fault.strerror}")
    except ValueError as fault:
        _refuse(str(fault))

    from models.rostering.check import check
    from models.rostering.model import solve
    from models.run import Limits
    from tests.benchmarks.peers import silent_output

    seconds = max(_LEAST_SECONDS, asked.seconds - ENDING - (time.perf_counter() - STARTED))
    with silent_output():
        outcome = solve(instance.problem, Limits(seconds, asked.seed), workers=asked.workers)
    roster = outcome.roster
    report = None if roster is None else check(instance.problem, roster)
    if report is not None and not report.sound:
        print(f"The roster breaks a rule: {report.faults[0].message}.", file=sys.stderr)
        report = None
    asked.out.write_text("" if roster is None or report is None else written(instance, roster), "utf-8")
    told = {
        "instance": asked.file.stem,
        "objective": report.cost if report is not None else None,
        "bound": outcome.bound,
        "status": outcome.status,
        "seconds": round(time.perf_counter() - STARTED, 3),
    }
    print(json.dumps(told), flush=True)
    return int(report is None)


if __name__ == "__main__":
    sys.exit(main())
