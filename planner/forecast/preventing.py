"""The least change that keeps what breaks on a day from breaking, each day's for itself."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from planner.audit.audit import audit
from planner.audit.results import Audit
from planner.county.records import MoveStatus
from planner.county.state import state
from planner.forecast.breaks import Break
from planner.forecast.months import Forecast
from planner.optimise.constraints.planned import planned_rules, planning_ledger
from planner.optimise.lines import broken_lines
from planner.optimise.repair import SECONDS, Repair, repair
from planner.optimise.running import Limits, Stop


@dataclass(frozen=True, slots=True)
class Prevention:
    """What would have to be done by a day on which a planned line breaks.

    After its moves no planned line is shorter than it was before the day, or as little as can be. No repair
    and `sought`: what breaks is beyond the bureau's power. Not `sought`: time was up, or somebody stopped it.
    """

    then: Audit
    repair: Repair | None
    sought: bool = True

    @property
    def date(self) -> date:
        """The day on which the line would break."""
        return self.then.state.date

    @property
    def left(self) -> int:
        """How many people stay short all the same."""
        return sum(broken.more for broken in self.repair.left) if self.repair is not None else 0


def preventions(ahead: Forecast, limits: Limits, stop: Stop | None = None) -> Iterator[Prevention]:
    """Yield the prevention of every day of a forecast on which a line that plans keep breaks, by day.

    Each is found in the county as it is expected then, nothing prevented before. Whoever has an approved move
    still to come then is left to it.
    """
    ends, stop = time.perf_counter() + limits.seconds, stop or Stop()
    for of in days_to_prevent(ahead).values():
        left = ends - time.perf_counter()
        if left <= 0 or stop.requested:
            yield Prevention(of.then, None, sought=False)
        elif not broken_lines(of.earlier, of.then):
            yield Prevention(of.then, None)
        else:
            found = repair(of.earlier, _as_of_the_day(of.then), Limits(min(SECONDS, left), limits.seed), stop)
            yield Prevention(of.then, found, sought=found is not None)


def days_to_prevent(ahead: Forecast) -> Mapping[date, Break]:
    """Return the days on which a line that plans keep breaks, each with one such break."""
    return {of.date: of for of in ahead.breaks if _is_planned(of)}


def _is_planned(of: Break) -> bool:
    """Return whether a line breaks that plans keep, on the ledger they are counted on.

    The county's community share is no such line: it sums the stations' and is only reported.
    """
    then, target = of.then.state, of.after
    if target.rule == "community_share" and target.unit is None:
        return False
    return not of.heals and target.rule in planned_rules(then) and target.ledger is planning_ledger(then)


def _as_of_the_day(then: Audit) -> Audit:
    """Return a day without the moves approved for later ones, and whoever they are about pinned.

    A repair counts approved moves as carried out whatever their date; one of next month comes too late here.
    """
    now = then.state
    later = {
        move.id: move.person
        for move in now.county.moves.values()
        if move.status is not MoveStatus.PROPOSED and move.effective > now.date
    }
    if not later:
        return then
    moves = {id_: move for id_, move in now.county.moves.items() if id_ not in later}
    pinned = {id_: replace(now.county.people[id_], pin="已批准调整") for id_ in later.values()}
    county = replace(now.county, moves=moves, people={**now.county.people, **pinned})
    return audit(state(county, now.date, now.policy))
