"""How the county stands for a return calendar: who comes home anyhow, and what is short once some have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta

from planner.audit.ledgers import Ledger, count
from planner.audit.results import Target
from planner.audit.rules import Situation, rules
from planner.county.in_force import ends_secondment, open_secondments
from planner.county.records import County, MoveStatus
from planner.county.state import Placed, Standing, State

_SHORT = ("station_minimum", "community_share")


def at_home(placed: Placed) -> Placed:
    """Return somebody drawn off as they stand once returned: counted where the books count them."""
    return placed._replace(
        standing=Standing.AT_HOME,
        working=placed.home,
        present_unit=placed.home,
        drawn_off=False,
        secondment=None,
    )


def arranged(county: County, start: date) -> Mapping[int, date]:
    """Return by person the day from which an approved move will have ended the secondment."""
    found: dict[int, date] = {}
    by_person = open_secondments(county, start)
    for move in county.moves.values():
        known = by_person.get(move.person)
        approved = move.status is not MoveStatus.PROPOSED and move.effective > start
        if approved and known is not None and ends_secondment(move, known):
            found[move.person] = min(move.effective, found.get(move.person, date.max))
    for s in by_person.values():
        if s.returned_on is not None:
            back = s.returned_on + timedelta(days=1)
            found[s.person] = min(back, found.get(s.person, date.max))
    return found


def shortages(now: State) -> dict[int, int]:
    """Return by station how many people it is short of, for its minimum and its community share together."""
    situation = Situation(now, count(now))
    found: Counter[int] = Counter()
    for rule in _SHORT:
        for target in _targets(rule, situation):
            if target.unit is not None:
                found[target.unit] += target.shortfall
    return dict(found)


def _targets(rule: str, situation: Situation) -> list[Target]:
    if not situation.state.policy.is_on(rule):
        return []
    return [t for t in rules()[rule](situation).targets if t.ledger is Ledger.PRESENT]


def county_target(rule: str, situation: Situation) -> Target | None:
    """Return a line of the county on the present ledger, None where the rule is off."""
    return next((t for t in _targets(rule, situation) if t.unit is None), None)
