"""The peers of the public instances, each in a process of its own, every roster counted again.

`python -m tests.benchmarks.shift_peers PEER FILE --seconds S --workers W --out PATH` runs one of them.
"""

from __future__ import annotations

import importlib.util
import json
import math
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.rostering.check import check
from tests.benchmarks.peers import silent_output
from tests.benchmarks.plain_searches import Answer, by_cp_sat, by_highs
from tests.benchmarks.shift_instances import Instance, read_instance, roster_of, written
from tests.benchmarks.shift_scheduling import ENDING, STARTED, options
from tests.sources import ROOT

OURS = "tests.benchmarks.shift_scheduling"
THEIRS = "tests.benchmarks.shift_peers"
_GRACE = 15.0  # seconds beyond its time before a process is ended; what it took is told
_LEAST_SECONDS = 0.05
_CLOSE = 1e-6


@dataclass(frozen=True)
class Asked:
    """What a peer is given."""

    path: Path
    instance: Instance
    seconds: float
    workers: int
    seed: int


@dataclass(frozen=True)
class Peer:
    """A search, the package it comes in and the program it needs beside; empty: comes with ours."""

    search: Callable[[Asked], Answer]
    package: str = ""
    program: str = ""

    @property
    def lacking(self) -> str:
        """What has to be installed before it runs; empty if nothing."""
        if self.package and importlib.util.find_spec(self.package) is None:
            return f"{self.package} is not installed (pip install -e .[bench])"
        if self.program and shutil.which(self.program) is None:
            return f"it needs {self.program}, which is not installed"
        return ""


def _plain_cp_sat(asked: Asked) -> Answer:
    return by_cp_sat(asked.instance.problem, asked.seconds, asked.workers)


def _plain_highs(asked: Asked) -> Answer:
    return by_highs(asked.instance.problem, asked.seconds, asked.workers)


def _cpmpy(asked: Asked) -> Answer:
    from tests.benchmarks.cpmpy_rosters import by_cpmpy

    return by_cpmpy(asked.path, asked.instance, asked.seconds, asked.workers)


def _timefold(asked: Asked) -> Answer:
    begun = time.perf_counter()
    from tests.benchmarks.timefold_rosters import by_timefold

    return by_timefold(asked.instance.problem, asked.seconds - (time.perf_counter() - begun), asked.seed)


PEERS = {
    "CP-SAT": Peer(_plain_cp_sat),
    "HiGHS MIP": Peer(_plain_highs),
    "CPMpy": Peer(_cpmpy, package="cpmpy"),
    "Timefold": Peer(_timefold, package="timefold", program="java"),
}


@dataclass(frozen=True)
class Run:
    """What one process came to: the cost of its roster as the check counts it, None without a valid one."""

    cost: int | None
    bound: int | None
    optimal: bool
    seconds: float
    said: str = ""  # why there is no cost


def run(path: Path, seconds: float, workers: int, seed: int = 0, peer: str = "") -> Run:
    """Run a peer, or ours where none is named, on one instance."""
    instance = read_instance(path)
    module = [THEIRS, peer] if peer else [OURS]
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "solution.txt"
        command = [sys.executable, "-m", *module, str(path.resolve()), "--seconds", str(seconds)]
        command += ["--workers", str(workers), "--seed", str(seed), "--out", str(out)]
        begun = time.perf_counter()
        try:
            done = subprocess.run(
                command, timeout=seconds + _GRACE, cwd=ROOT,
                capture_output=True, text=True, encoding="utf-8", check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            return Run(None, None, False, time.perf_counter() - begun, "did not end in time")
        took = time.perf_counter() - begun
        words = out.read_text(encoding="utf-8") if out.exists() else ""
    try:
        told = json.loads(done.stdout)
    except ValueError:
        last = done.stderr.strip().splitlines() or ["it said nothing"]
        return Run(None, None, False, took, f"failed: {last[-1]}")
    return _counted(instance, words, told, took)


def _counted(instance: Instance, words: str, told: dict[str, Any], took: float) -> Run:
    """Return what a solution costs by the check, whatever its process says of it."""
    bound, optimal = told["bound"], told["status"] == "optimal"
    if not words:
        return Run(None, bound, False, took, "no roster")
    try:
        report = check(instance.problem, roster_of(instance, words))
    except ValueError as fault:
        return Run(None, bound, False, took, str(fault))
    if not report.sound:
        return Run(None, bound, False, took, f"breaks {len(report.faults)} hard rules")
    return Run(report.cost, bound, optimal, took)


def main(words: Sequence[str] | None = None) -> int:
    """Run one peer on one instance; return 0 with a roster, 1 without."""
    asked = options(f"python -m {THEIRS}", words, tuple(PEERS))
    instance = read_instance(asked.file)
    seconds = max(_LEAST_SECONDS, asked.seconds - ENDING - (time.perf_counter() - STARTED))
    with silent_output():
        answer = PEERS[asked.peer].search(Asked(asked.file, instance, seconds, asked.workers, asked.seed))
    asked.out.write_text("" if answer.roster is None else written(instance, answer.roster), "utf-8")
    known = answer.bound is not None and math.isfinite(answer.bound)
    bound = math.ceil(answer.bound - _CLOSE) if known and answer.bound is not None else None
    status = "optimal" if answer.optimal else "feasible"
    print(json.dumps({"bound": bound, "status": status}), flush=True)
    return int(answer.roster is None)


if __name__ == "__main__":
    sys.exit(main())
