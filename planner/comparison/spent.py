"""What one option makes of the county, as its costs are measured: days away, working days, field time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property
from math import ceil

from planner.audit.ledgers import is_community_officer
from planner.campaign.field_cost import FieldCosts
from planner.comparison.made import Made
from planner.comparison.options import Comparison, Option
from planner.county.calendar import is_workday
from planner.county.in_force import day_before, ends_secondment
from planner.county.records import Secondment
from planner.county.state import state
from planner.document import Document
from planner.scenarios.applying import chain_of

Span = tuple[date, date]  # first and last day
_YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Spent:
    """What one option makes of the county, ready to be measured."""

    base: Document
    then: Document
    made: Made
    scenario: int | None
    community: frozenset[int]  # who is a community officer as the county stands

    @cached_property
    def spans(self) -> Mapping[int, Span]:
        """First and last day of every new secondment; one without an end is counted for a year."""
        known = ((s, s.from_) for s in self.made.secondments)
        return {s.id: (first, self._last_day(s, first)) for s, first in known if first is not None}

    def _last_day(self, secondment: Secondment, first: date) -> date:
        """Return the last day away: as planned, or before a move or a retirement that comes earlier."""
        ends = [secondment.returned_on or secondment.until or first + _YEAR - timedelta(days=1)]
        moves = (move for move in self.made.moves if move.person == secondment.person)
        ends += [day_before(move.effective) for move in moves if ends_secondment(move, secondment)]
        leaving = (person for person in self.made.leaving if person.id == secondment.person)
        ends += [day_before(person.left_on) for person in leaving if person.left_on is not None]
        return max(min(ends), day_before(first))

    @cached_property
    def changes(self) -> int:
        """How many changes are switched on, those of the bases included."""
        if self.scenario is None:
            return 0
        chain = chain_of(self.base.scenarios, self.scenario)
        return sum(change.enabled for one in chain for change in one.changes)

    @cached_property
    def people(self) -> Mapping[Span, list[int]]:
        """Who is away over the same days."""
        found: dict[Span, list[int]] = defaultdict(list)
        for secondment in self.made.secondments:
            if secondment.id in self.spans:
                found[self.spans[secondment.id]].append(secondment.person)
        return found

    @cached_property
    def community_workdays(self) -> int:
        """The working days that community officers are away."""
        return sum(
            len(gone) * sum(is_workday(day, self.base.duty) for day in _days(span))
            for span, people in self.people.items()
            if (gone := self.community.intersection(people))
        )

    @cached_property
    def field_hours(self) -> int:
        """The hours of field time that stations lose, counted as for a campaign."""
        lost = Fraction(0)
        for (first, last), people in self.people.items():
            before = state(self.then.county, day_before(first), self.then.policy)
            costs = FieldCosts(before, self.then.duty, first, last).of(people)
            lost += sum(cost.lost for cost in costs)
        return ceil(lost)


def spent_by(comparison: Comparison, option: Option, made: Made) -> Spent:
    """Return an option with what it makes, ready to be measured."""
    placed = comparison.now.audit.state.placed
    community = (s.person for s in made.secondments if s.person in placed)
    return Spent(
        comparison.base,
        option.document,
        made,
        option.scenario.id if option.scenario is not None else None,
        frozenset(id_ for id_ in community if is_community_officer(placed[id_])),
    )


def _days(span: Span) -> Iterable[date]:
    first, last = span
    return (first + timedelta(days=n) for n in range((last - first).days + 1))
