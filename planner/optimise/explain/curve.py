"""The trade-off curve: how little can stay short with 0, 1, 2 … transfers (design 4.1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from models.allocation.bounds import no_worse_than_today
from models.allocation.descent import Descent, GroupedModel, descend
from models.allocation.requirements import TRANSFERS
from models.run import Clock, Limits, OnProgress, Progress, Stop, unheard
from planner.document import Document
from planner.optimise.asked import AS_IT_STANDS, Asked
from planner.optimise.explain.softened import soft_question

EVERY = 30  # up to so many transfers every number is a point
POINTS = 20  # of more transfers, about so many, both ends included


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """The least that stays short, rule after rule in their order, with at most so many transfers."""

    transfers: int
    shortages: Mapping[str, int]  # rule -> people short
    total: int
    proven: bool


def trade_off(
    document: Document,
    on: date,
    limits: Limits | None = None,
    on_progress: OnProgress = unheard,
    stop: Stop | None = None,
    asked: Asked = AS_IT_STANDS,
) -> tuple[CurvePoint, ...]:
    """Return the best reachable shortages for 0 transfers and more, up to what the plan needs.

    Hard rules count as the first of the soft ones. Points not reached in time are left out; a county without
    planning rules has none.
    """
    clock = Clock(limits or Limits(), stop or Stop())
    question = soft_question(document, on, asked)
    problem, _ = no_worse_than_today(question.problem)
    if not problem.levels:
        return ()
    model = GroupedModel(problem)
    whole = descend(model, clock, caps=asked.caps, through=TRANSFERS)
    if not _is_settled(whole, model) or whole.values is None:
        return ()
    most = model.level(TRANSFERS).value(whole.values)
    points = []
    for transfers in _counts(most):
        on_progress(Progress("level", TRANSFERS, transfers, most, clock.seconds))
        found = whole if transfers == most else _at_most(transfers, model, clock, asked)
        if not _is_settled(found, model):
            break
        points.append(_point(transfers, model, found))
    on_progress(Progress("done", TRANSFERS, most, most, clock.seconds))
    return tuple(points)


def _is_settled(found: Descent, model: GroupedModel) -> bool:
    """Whether every shortage was searched: where time is up before, the later ones may be anything."""
    levels = model.names[: model.names.index(TRANSFERS)]
    return found.values is not None and {level.name for level in found.levels}.issuperset(levels)


def _counts(most: int) -> list[int]:
    """Return the numbers of transfers to ask for, both ends included."""
    if most <= EVERY:
        return list(range(most + 1))
    return sorted({round(i * most / (POINTS - 1)) for i in range(POINTS)})


def _at_most(transfers: int, model: GroupedModel, clock: Clock, asked: Asked) -> Descent:
    caps = {**asked.caps, TRANSFERS: min(transfers, asked.caps.get(TRANSFERS, transfers))}
    return descend(model, clock, caps=caps, through=_last_shortage(model))


def _last_shortage(model: GroupedModel) -> str:
    return model.names[model.names.index(TRANSFERS) - 1]


def _point(transfers: int, model: GroupedModel, found: Descent) -> CurvePoint:
    assert found.values is not None
    levels = model.names[: model.names.index(TRANSFERS)]
    short = {name.partition(":")[2]: model.level(name).value(found.values) for name in levels}
    proven = {level.name for level in found.levels if level.proven}
    return CurvePoint(transfers, short, sum(short.values()), proven.issuperset(levels))
