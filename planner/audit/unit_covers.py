"""The cover of units: a station as a whole, a custody unit post by post, as planned and as recorded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from planner.audit.cover import DayCover, cover
from planner.audit.watches import (
    Watch,
    day_begins,
    duty_codes,
    planned_watches,
    real_watches,
    recorded_days,
)
from planner.county.counted_month import CountedMonth, counted_around
from planner.county.duty import DutyBook, DutyMonth
from planner.county.records import Person, Unit, UnitKind
from planner.county.state import State
from planner.policy.duty_codes import DutyCode
from planner.policy.policy import Policy
from planner.text import Text, same

_MEMORY = "cover"
_ONE_SWORN = _ONE_LEADS = 1


@dataclass(frozen=True)
class UnitCover:
    """A unit's month, or that of one of its posts, as planned or as recorded, and what a day requires."""

    unit: Unit
    post: Text | None  # None: the whole unit
    real: bool
    days: Sequence[DayCover]
    watches: Sequence[Watch]
    required: int
    women: int = 0

    @property
    def where(self) -> Text:
        """The unit, and its post where one is judged."""
        name, post = self.unit.name, self.post
        return same(name) if post is None else Text(f"{name}{post.zh}", f"{name} ({post.en})")

    @cached_property
    def least(self) -> int:
        """The fewest on duty at any moment."""
        return min((day.on_duty for day in self.days), default=0)

    @cached_property
    def few(self) -> list[DayCover]:
        """The days with too few on duty."""
        return [day for day in self.days if day.on_duty < self.required]

    @cached_property
    def unsworn(self) -> list[DayCover]:
        """The days with a moment without anybody sworn, though somebody is there."""
        return [day for day in self.days if day.sworn < min(self.required, _ONE_SWORN) and day.on_duty]

    @cached_property
    def without_women(self) -> list[DayCover]:
        """The days with too few women, as far as the sex of all on duty is known."""
        return [day for day in self.days if day.women is not None and day.women < self.women]

    @cached_property
    def shortfall(self) -> int:
        """How many people are missing at the worst moment."""
        if not self.days:
            return 0
        women = max((self.women - (day.women or 0) for day in self.without_women), default=0)
        return max(self.required - self.least, bool(self.unsworn), women, 0)


def required_cover(unit: Unit, policy: Policy) -> int:
    """Return how many must be on duty in a unit: its own 每日值班人数, else the policy's."""
    return policy.count("duty_cover.required") if unit.duty_cover is None else unit.duty_cover


def unit_covers(state: State, duty: DutyBook) -> Iterator[UnitCover]:
    """Yield the planned, then the real cover of every station and custody post with a duty month."""
    first = state.date.replace(day=1)
    duties = duty_codes(state.policy.duty_codes)
    before = (first - timedelta(days=1)).replace(day=1)
    around = counted_around(duty, state.date, state.county, state.policy)
    months = {of.month.key: of for of in around}
    for unit in state.county.units.values():
        month = months.get((unit.id, first))
        if month is not None and (unit.is_station or (unit.ours and unit.kind is UnitKind.CUSTODY)):
            yield from _covers(unit, month, months.get((unit.id, before)), duties, state)


@dataclass(frozen=True, slots=True)
class _Basis:
    """All that the covers of a unit rest on; a month is read anew when a record of its people changes."""

    unit: Unit
    counted: CountedMonth
    earlier: CountedMonth | None
    required: int
    women: int
    duties: Mapping[str, DutyCode]

    @property
    def month(self) -> DutyMonth:
        """What counts of the month."""
        return self.counted.month

    @property
    def before(self) -> DutyMonth | None:
        """What counts of the month before."""
        return self.earlier.month if self.earlier is not None else None


def _covers(
    unit: Unit,
    counted: CountedMonth,
    earlier: CountedMonth | None,
    duties: Mapping[str, DutyCode],
    state: State,
) -> Sequence[UnitCover]:
    """Return the covers of a unit; they stay with the month until something they rest on changes."""
    required = required_cover(unit, state.policy)
    women = state.policy.count("duty_cover.custody_women") if unit.kind is UnitKind.CUSTODY else 0
    basis, memory = _Basis(unit, counted, earlier, required, women, duties), counted.month.memory
    known = memory.get(_MEMORY)
    if known is None or known[0] != basis:
        known = memory[_MEMORY] = basis, tuple(_judged(basis, state.county.people))
    covers: Sequence[UnitCover] = known[1]
    return covers


def _judged(on: _Basis, everybody: Mapping[int, Person]) -> Iterator[UnitCover]:
    rows = (*on.month.everybody, *(on.before.everybody if on.before is not None else ()))
    people = {id_: everybody[id_] for id_ in rows if id_ in everybody}
    for name, duties, required in _posts(on):
        yield from _planned_and_real(on, people, name, duties, required, 0)
    if on.women:
        yield from _planned_and_real(on, people, None, on.duties, 0, on.women)


def _posts(on: _Basis) -> Iterator[tuple[Text | None, Mapping[str, DutyCode], int]]:
    """Yield the posts of a custody unit that its month uses, else the whole unit; one leads at a time."""
    used = on.month.people_planned.keys() | on.month.people_attended.keys()
    posts = [code for id_, code in on.duties.items() if code.custody and id_ in used]
    if on.unit.kind is not UnitKind.CUSTODY or not posts:
        yield None, on.duties, on.required
        return
    for code in posts:
        yield code.name, {code.id: code}, min(on.required, _ONE_LEADS) if code.leader else on.required


def _planned_and_real(
    on: _Basis,
    people: Mapping[int, Person],
    post: Text | None,
    duties: Mapping[str, DutyCode],
    required: int,
    women: int,
) -> Iterator[UnitCover]:
    month, before, begins = on.month, on.before, day_begins(on.month, on.duties)
    if month.planned:
        watches = planned_watches(month, before, duties)
        days = cover(month, watches, begins, people)
        yield UnitCover(on.unit, post, False, days, watches, required, women)
    recorded = recorded_days(month, duties) if month.attended else ()
    if recorded:
        general = [id_ for id_, code in on.duties.items() if not code.custody]
        watches = real_watches(month, before, duties, general)
        days = [day for day in cover(month, watches, begins, people) if day.day in recorded]
        yield UnitCover(on.unit, post, True, days, watches, required, women)


def worst_cover(covers: Sequence[UnitCover]) -> UnitCover:
    """Return which of a unit's covers is shortest of people, or nearest to it."""
    return max(covers, key=lambda of: (of.shortfall, of.required - of.least))
