"""Many counties in one run: each is read, planned by a pool of workers, and recounted here."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from models.allocation.many import Pool, Solved, processes, solve_many
from models.allocation.model import UnsoundPlanError
from models.allocation.problem import Problem
from models.run import Limits, Stop
from planner.document import Document
from planner.errors import InputError
from planner.optimise.planning import proposal_of
from planner.optimise.proposal import Proposal
from planner.optimise.question import Question, pose
from planner.optimise.recount import PlanError
from planner.text import Text

__all__ = ["CountyAnswer", "Pool", "plan_counties", "processes"]

_LOST = Text(
    "计算“{file}”的工作进程多次中断,未得到结果;请单独计算此县。",
    "The workers with “{file}” were lost again and again; plan this county alone.",
)
_EXPLAINED_IN = Limits(2.0)  # seconds for why one county of many has no plan
_WITHHELD = Text(
    "“{file}”的方案未通过复核,已扣下,请反馈:{fault}。",
    "The plan of “{file}” does not survive its recount and is withheld; please report it: {fault}.",
)


@dataclass(frozen=True, slots=True)
class CountyAnswer:
    """What one county's file came to: a proposal, or the sentence that says why there is none."""

    file: Path
    proposal: Proposal | None = None
    fault: Text | None = None


def plan_counties(
    files: Sequence[Path],
    read: Callable[[Path], Document],
    on: date,
    pool: Pool,
    limits: Limits,
    stop: Stop | None = None,
) -> Iterator[CountyAnswer]:
    """Yield the answer of every county as it comes; a file that cannot be used does not hold up the rest."""
    asked: dict[int, Question] = {}
    building: dict[int, float] = {}
    refused: list[CountyAnswer] = []

    def problems() -> Iterator[tuple[int, Problem]]:
        for place, file in enumerate(files):
            try:
                document = read(file)
                begun = time.perf_counter()
                asked[place] = pose(document, on)
                building[place] = time.perf_counter() - begun
            except InputError as fault:
                refused.append(CountyAnswer(file, fault=fault.message))
            else:
                yield place, asked[place].problem

    for place, outcome in solve_many(problems(), pool, limits, stop):
        yield from _taken(refused)
        yield _answer(files[place], asked.pop(place), outcome, building.pop(place), stop)
    yield from _taken(refused)


def _taken(refused: list[CountyAnswer]) -> Iterator[CountyAnswer]:
    while refused:
        yield refused.pop(0)


def _answer(
    file: Path, question: Question, outcome: Solved, building: float, stop: Stop | None
) -> CountyAnswer:
    if outcome is None:
        return CountyAnswer(file, fault=_LOST.format(file=file.name))
    if isinstance(outcome, UnsoundPlanError):
        return CountyAnswer(file, fault=_WITHHELD.format(file=file.name, fault=outcome))
    try:
        return CountyAnswer(file, proposal_of(question, outcome, building, _EXPLAINED_IN, stop))
    except PlanError as fault:
        return CountyAnswer(file, fault=_WITHHELD.format(file=file.name, fault=fault))
