"""What is measured, one generator of rows per target of the design."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from models.allocation.problem import Problem
from models.run import Limits
from tests.benchmarks.measuring import Row, median_seconds, seconds_of
from tests.benchmarks.plain_program import PeerAnswer, by_cp_sat, by_highs
from tests.models.allocation.synthetic import county

SIZES = (80, 180, 360, 720, 1100)
PEER_SECONDS = 30.0
PEERS: dict[str, Callable[[Problem, float], PeerAnswer]] = {"HiGHS MIP": by_highs, "CP-SAT": by_cp_sat}
_QUICK = 5.0  # a peer that is slower than this is measured once


def plans(sizes: Sequence[int], repetitions: int, peer_seconds: float = PEER_SECONDS) -> Iterator[Row]:
    """Measure county plans, all levels proven, against both peers on the same problem."""
    from models.allocation.model import solve

    for size in sizes:
        problem = county(size, seed=1)
        outcome = solve(problem, Limits(peer_seconds))
        ours = median_seconds(lambda problem=problem: solve(problem, Limits(60)), repetitions)
        proof = "proven" if outcome.proven else outcome.status
        for name, peer in PEERS.items():
            answer = peer(problem, peer_seconds)
            theirs = answer.seconds
            if answer.finished and theirs < _QUICK and repetitions > 1:
                theirs = statistics.median([theirs, *(peer(problem, peer_seconds).seconds for _ in range(2))])
            found = _compared(answer, dict(outcome.values))
            yield Row(
                "county plan",
                f"{size} officers",
                ours,
                name,
                theirs,
                not answer.finished,
                f"{proof}; {found}",
            )


def _compared(answer: PeerAnswer, ours: dict[str, int]) -> str:
    """Say whether the levels the peer proved have the values of our plan."""
    differing = [f"{k} {v} against {ours.get(k)}" for k, v in answer.values.items() if v != ours.get(k)]
    if differing:
        return f"DIFFERENT: {', '.join(differing)}"
    if answer.finished:
        return "same optimum"
    return f"peer proved {len(answer.values)} of {len(ours)} levels, with the same values"


def imports(officers: int, auxiliaries: int) -> Iterator[Row]:
    """Measure the import of one large roster against pandas with openpyxl only reading the same file."""
    import pandas as pd

    from planner.files.importing import import_workbook
    from planner.files.reading import read_workbook
    from planner.samples import generate, write_workbook

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "roster.xlsx"
        sample = generate(1, officers, auxiliaries=auxiliaries)
        write_workbook(sample, path)
        ours = seconds_of(lambda: import_workbook(read_workbook(path)))
        theirs = seconds_of(lambda: pd.read_excel(path, sheet_name=None, header=None, engine="openpyxl"))
    yield Row(
        "import of a roster", f"{len(sample.people)} rows", ours, "openpyxl", theirs,
        note="the peer reads the cells and understands nothing",
    )  # fmt: skip


def recounts(sizes: Sequence[int], repetitions: int) -> Iterator[Row]:
    """Measure a recount of every figure and finding."""
    from planner.document import Document
    from planner.samples import AS_OF, generate
    from planner.tables.figures import figures
    from tests.planner.samples.as_county import as_county

    for size in sizes:
        document = Document(as_county(generate(1, size, auxiliaries=0)))

        def recount(document: Document = document) -> object:
            audit = document.audit(AS_OF)
            return audit.findings, audit.margins, figures(audit, audit)

        yield Row("recount", f"{size} officers", median_seconds(recount, repetitions))
