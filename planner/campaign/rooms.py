"""How many every unit can do without on each day of a time, before a line breaks or grows worse."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

from planner.audit.ledgers import Ledgers, count
from planner.audit.rules.station_minimum import required_officers
from planner.campaign.strength import Strength
from planner.county.state import State
from planner.document import Document
from planner.forecast.days import standing_from
from planner.forecast.expected import expected
from planner.policy.policy import Policy


@dataclass(frozen=True)
class DayRoom:
    """The county from a day on, until the next one of a list: how it stands and what it can spare.

    None stands for a rule that is off, and limits nothing.
    """

    state: State
    changed: frozenset[int]  # whose place differs from the day before
    own: Mapping[int | None, int]  # present at a headquarters unit; draw-offs it uses are not its own
    kept: Mapping[int, int]  # minimum kept of a headquarters unit
    station: Mapping[int, int]  # present at a station above its minimum
    drawn: int  # drawn off, those kept with approval not counted
    by_rule: int | None  # draw-offs the rule still allows
    by_share: int | None  # draw-offs until the station share breaks

    @property
    def date(self) -> date:
        """The first day on which the county stands so."""
        return self.state.date

    @cached_property
    def ledgers(self) -> Ledgers:
        """Everybody counted on that day, for whoever asks more than what can be spared."""
        return count(self.state)


def rooms(document: Document, first: date, last: date, also: Iterable[date] = ()) -> list[DayRoom]:
    """Return the county on a day and on every later one to the last on which anything differs.

    What is known to come counts: retirements by the law, planned returns, approved moves, leave, targets.
    """
    ahead = expected(document.county, first, document.policy, last).county
    days = list(standing_from(ahead, document.policy, first, last, also))
    strength, found = Strength(days[0]), []
    for before, now in pairwise((days[0], *days)):
        strength, changed = strength.on(before, now)
        found.append(_room(now, changed, strength))
    return found


def _room(state: State, changed: frozenset[int], strength: Strength) -> DayRoom:
    from planner.optimise.constraints.minimum_kept import minimums_of

    policy, stations, drawn = state.policy, state.stations(), strength.drawn(state)
    rule = policy.count("secondment.allowed") - drawn if policy.is_on("secondment") else None
    least_share = policy.share("station_share.required").least(strength.based.total())
    here = sum(strength.based[unit.id] for unit in stations)
    share = here - least_share if policy.is_on("station_share") else None
    station = {u.id: strength.present[u.id] - station_least(u.minimum, policy) for u in stations}
    kept = minimums_of(state, strength.books, strength.own)
    return DayRoom(state, changed, dict(strength.own), kept, station, drawn, rule, share)


def station_least(minimum: int | None, policy: Policy) -> int:
    """Return the officers a station must have; none where the rule is off."""
    return max(required_officers(policy), minimum or 0) if policy.is_on("station_minimum") else 0


def least(numbers: Iterable[int | None]) -> int | None:
    """Return the smallest of some numbers, None where nothing limits."""
    return min((n for n in numbers if n is not None), default=None)


def tightest(days: Sequence[DayRoom]) -> tuple[Mapping[int, int], Mapping[int, int]]:
    """Return by headquarters unit and by station the fewest it can do without on any of the days.

    A unit that is not there on one of them can spare nobody.
    """
    office = [{unit: day.own.get(unit, 0) - kept for unit, kept in day.kept.items()} for day in days]
    return _fewest(office), _fewest([day.station for day in days])


def _fewest(days: Sequence[Mapping[int, int]]) -> dict[int, int]:
    return {unit: min(day.get(unit, 0) for day in days) for unit in days[0]}
