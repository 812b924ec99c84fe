"""The public Shift Scheduling instances: ours and every peer in the same time, costs beside each other."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.benchmarks.measuring import COST, DIFFERENT, Row
from tests.benchmarks.shift_instances import read_instance
from tests.benchmarks.shift_peers import PEERS, Run, run
from tests.sources import ROOT

FOLDER = ROOT.parent / "shared" / "data" / "shift-scheduling"
FEW, FEW_SECONDS = (1, 3, 5, 7), 20.0
ALL, ALL_SECONDS = (1, 3, 5, 7, 9, 11), 60.0
WORKERS = 2
WHAT = "shift scheduling"
# Proven optimal by the authors of the instances.
BEST = {1: 607, 3: 1001, 5: 1143, 7: 1056, 9: 439, 11: 3443, 13: 1348, 15: 3828, 17: 5746, 19: 3149}
BEST |= {21: 21133, 23: 17285}


def instances(numbers: Sequence[int], seconds: float, seeds: int = 1, folder: Path = FOLDER) -> Iterator[Row]:
    """Measure instances that are here: ours as the median over some seeds, every peer once."""
    if not folder.is_dir():
        yield Row(WHAT, "no instance", None, note=f"there is no folder {folder}")
        return
    ready = [name for name, peer in PEERS.items() if not peer.lacking]
    for name, peer in PEERS.items():
        if peer.lacking:
            yield Row(WHAT, "no instance", None, name, note=f"left out: {peer.lacking}")
    for number in numbers:
        path = folder / f"Instance{number}.txt"
        if path.is_file():
            yield from _instance(number, path, seconds, seeds, ready)
        else:
            yield Row(WHAT, f"instance {number}", None, note="its file is not here")


def _instance(number: int, path: Path, seconds: float, seeds: int, peers: Sequence[str]) -> Iterator[Row]:
    problem = read_instance(path).problem
    size = f"{len(problem.workers)} × {problem.days}"
    ours = median([run(path, seconds, WORKERS, seed) for seed in range(seeds)])
    for name in peers:
        theirs = run(path, seconds, WORKERS, peer=name)
        note = compared(ours, theirs, BEST.get(number))
        what = f"{WHAT} {number}, {seconds:g} s"
        yield Row(what, size, ours.cost, name, theirs.cost, note=note, unit=COST)


def median(runs: Sequence[Run]) -> Run:
    """Return the run in the middle by cost; one without a roster is dearer than any."""
    return sorted(runs, key=_dear)[statistics.median_high(range(len(runs)))]


def _dear(one: Run) -> float:
    return math.inf if one.cost is None else one.cost


def compared(ours: Run, theirs: Run, best: int | None) -> str:
    """Say how far both were proven; DIFFERENT where what one proved, the other contradicts."""
    notes = [f"best known {best}"] if best is not None else []
    notes += [f"ours {_told(ours)}", f"peer {_told(theirs)}"]
    said = "; ".join(notes)
    costs = [c for c in (ours.cost, theirs.cost, best) if c is not None]
    bounds = [one.cost if one.optimal else one.bound for one in (ours, theirs)]
    if costs and any(bound is not None and bound > min(costs) for bound in bounds):
        return f"{DIFFERENT}: {said}"
    return said


def _told(one: Run) -> str:
    if one.cost is None:
        return one.said
    proof = "optimal" if one.optimal else f"bound {'unknown' if one.bound is None else one.bound}"
    return f"{proof} in {one.seconds:.1f} s"
