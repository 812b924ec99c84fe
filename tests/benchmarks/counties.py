"""Twenty seeded counties: ours, building included, against every peer on the same problem and objective.

Two sets: problems with named costs, as hard as counties come, and sample counties with the default policy.
"""

from __future__ import annotations

import json
import math
import statistics
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from models.allocation.problem import Problem
from models.run import Limits
from tests.benchmarks.measuring import DIFFERENT, Row, median_seconds
from tests.benchmarks.peers import PeerAnswer, by_cp_sat, by_highs, by_scip

Peer = Callable[[Problem, float], PeerAnswer]
Peers = Mapping[str, tuple[Peer, float]]  # and the seconds it is given
Made = Callable[[int, int], Problem]

LEAST, MOST, COUNT = 80, 1_100, 20
SIZES = tuple(round(LEAST + (MOST - LEAST) * n / (COUNT - 1)) for n in range(COUNT))
LARGE = 360  # officers, from where the ratios of the design count
PEERS: Peers = {"HiGHS MIP": (by_highs, 30.0), "SCIP MIP": (by_scip, 10.0), "CP-SAT": (by_cp_sat, 10.0)}
_QUICK = 1.0  # a peer that is slower than this is measured once
_CHILD = """
import json, sys
from tests.benchmarks.memory import solved
print(json.dumps(solved(int(sys.argv[1]), int(sys.argv[2]))))
"""


def with_named_costs(size: int, seed: int) -> Problem:
    """Return a county whose officers nearly all differ in what moving them costs."""
    from tests.models.allocation.synthetic import county

    return county(size, seed)


def by_default_policy(size: int, seed: int) -> Problem:
    """Return a sample county as the default policy asks for its plan."""
    from planner.document import Document
    from planner.optimise.question import pose
    from planner.samples import AS_OF, generate
    from tests.planner.samples.as_county import as_county

    return pose(Document(as_county(generate(seed, size, auxiliaries=0))), AS_OF).problem


SETS: dict[str, tuple[Made, Peers]] = {
    "county, named costs": (with_named_costs, PEERS),
    "sample county": (by_default_policy, {"HiGHS MIP": (by_highs, 20.0)}),
}


@dataclass
class _Measured:
    """What a set of counties came to."""

    sizes: list[int] = field(default_factory=list)
    ours: list[float] = field(default_factory=list)
    proven: int = 0
    ratios: dict[str, list[tuple[int, float, bool]]] = field(default_factory=lambda: defaultdict(list))


def plans(what: str, sizes: Sequence[int], repetitions: int = 3) -> Iterator[Row]:
    """Measure one set of counties: a row for every county and peer, then what holds of them all."""
    made, peers = SETS[what]
    measured = _Measured()
    for seed, size in enumerate(sizes, start=1):
        yield from _county(what, size, made(size, seed), peers, measured, repetitions)
    yield from _distribution(what, measured)


def _county(
    what: str, size: int, problem: Problem, peers: Peers, measured: _Measured, repetitions: int
) -> Iterator[Row]:
    from models.allocation.model import solve

    outcome = solve(problem, Limits(60))
    ours = median_seconds(lambda: solve(problem, Limits(60)), repetitions)
    measured.sizes.append(size)
    measured.ours.append(ours)
    measured.proven += outcome.proven
    proof = "proven" if outcome.proven else outcome.status
    for name, (peer, seconds) in peers.items():
        answer = peer(problem, seconds)
        theirs = answer.seconds
        if answer.finished and theirs < _QUICK and repetitions > 1:
            theirs = statistics.median([theirs, *(peer(problem, seconds).seconds for _ in range(2))])
        measured.ratios[name].append((size, theirs / ours, answer.finished))
        note = f"{proof}; {_compared(answer, outcome.values)}"
        yield Row(what, f"{size} officers", ours, name, theirs, not answer.finished, note)


def _compared(answer: PeerAnswer, ours: Mapping[str, int]) -> str:
    """Say whether the levels the peer proved have the values of our plan."""
    differing = [f"{k} {v} against {ours.get(k)}" for k, v in answer.values.items() if v != ours.get(k)]
    if differing:
        return f"{DIFFERENT}: {', '.join(differing)}"
    if answer.finished:
        return "same optimum"
    if not answer.values:
        return f"peer proved none of {len(ours)} levels in time"
    return f"peer proved {len(answer.values)} of {len(ours)} levels in time, with the same values"


def _distribution(what: str, measured: _Measured) -> Iterator[Row]:
    ours = sorted(measured.ours)
    size = f"{len(ours)} counties"
    proven = f"{measured.proven} of {len(ours)} proven"
    yield Row(f"{what}: median", size, statistics.median(ours), note=proven)
    yield Row(f"{what}: nine in ten", size, ours[math.ceil(0.9 * len(ours)) - 1])
    yield Row(f"{what}: slowest", size, ours[-1])
    for name, ratios in measured.ratios.items():
        for least in (LEAST, LARGE):
            taken = [one for one in ratios if one[0] >= least]
            if taken:
                yield _ratios(f"{what}: median of ratios", f"{len(taken)} from {least}", name, taken)
    if len(set(measured.sizes)) > 1:
        note = "exponent of officers in the seconds of ours, fitted over all counties"
        yield Row(f"{what}: growth", size, growth(measured.sizes, measured.ours), note=note, unit="power")


def _ratios(what: str, size: str, peer: str, taken: Sequence[tuple[int, float, bool]]) -> Row:
    ratios = [ratio for _, ratio, _ in taken]
    unfinished = sum(not finished for _, _, finished in taken)
    note = f"smallest {min(ratios):.1f}"
    if unfinished:
        note = f"at least; in {unfinished} the peer ran out of time; {note}"
    return Row(what, size, statistics.median(ratios), peer, note=note, unit="x")


def growth(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """Return the power of the size that the seconds grow by: the slope of a line through the logarithms."""
    slope, _ = statistics.linear_regression([math.log(n) for n in sizes], [math.log(s) for s in seconds])
    return slope


def memory(sizes: Sequence[int]) -> Iterator[Row]:
    """Measure what planning a county adds to the memory of a process that has loaded the engine."""
    for size in sizes:
        command = [sys.executable, "-c", _CHILD, str(size), "1"]
        printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        loaded, peak = json.loads(printed)
        note = f"peak of a fresh process, {loaded:.0f} MB of it before the county"
        yield Row("county, named costs: memory", f"{size} officers", peak, note=note, unit="MB")
