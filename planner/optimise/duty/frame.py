"""How a unit's month is put to the engine: which codes are open to whom, and what of the month stands.

Ordinary working days follow from the duties. They are decided only where they count: for those whose field
time is judged, and in a repair, which counts changed cells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from models.rostering.problem import Roster
from planner.optimise.duty.field import is_judged, value
from planner.optimise.duty.month import Month, Officer
from planner.optimise.duty.spacing import Spacings, seats
from planner.policy.duty_codes import DutyCode, DutyKind

_AGAINST_REST = "'"  # marks a fixed duty whose rest is fixed to work as well
_FREE = (DutyKind.REST, DutyKind.LEAVE)


@dataclass(frozen=True)
class Asked:
    """How the problem is put: how duties are spaced, and whether a month is filled or mended."""

    spacings: Spacings
    spaced: bool = True  # spacing is kept, whatever it costs; else each duty too soon has its price
    mends: bool = False  # what stands counts, everybody's ordinary days too
    from_day: int = 1  # days before it stay as they are
    only: frozenset[int] | None = None  # days that may change; None: all from that day on
    wishes: bool = True  # what only makes a good roster better is asked for too

    def keeps(self, day: int) -> bool:
        """Return whether a day stays as it is."""
        return day < self.from_day or (self.only is not None and day not in self.only)


@dataclass(frozen=True)
class Frame:
    """A month and how it is asked for; a shift is a code's id, marked where its rest cannot be kept."""

    month: Month
    asked: Asked

    @cached_property
    def fixed(self) -> Mapping[int, Mapping[int, str]]:
        """The codes that stay, by officer and day: locked ones and those of days that are kept."""
        return {
            o.id: {d: c.code for d, c in o.planned.items() if c.locked or self.asked.keeps(d)}
            for o in self.month.officers
        }

    @cached_property
    def locked(self) -> Mapping[tuple[int, int], str | None]:
        """The engine's locked cells; blank cells of days that are kept stay free."""
        kept = [day for day in self.month.days if self.asked.keeps(day)]
        blank = {(o.id, d - 1): None for o in self.month.officers for d in kept if d in o.days}
        cells = ((o, day, code) for o in self.month.officers for day, code in self.fixed[o.id].items())
        return {**blank, **{(o.id, day - 1): self.shift_of(o, day, code) for o, day, code in cells}}

    @cached_property
    def standing(self) -> Roster:
        """What stands in the month as a roster of the engine."""
        cells = ((o, day, cell.code) for o in self.month.officers for day, cell in o.planned.items())
        read = {(o.id, day - 1): self.shift_of(o, day, code) for o, day, code in cells}
        return {at: shift for at, shift in read.items() if shift is not None}

    def stands(self, officer: Officer, day: int) -> str | None:
        """Return the shift that stands on a day and may stay: a fixed one, in a repair any."""
        if self.asked.mends or day in self.fixed[officer.id]:
            return self.standing.get((officer.id, day - 1))
        return None

    @cached_property
    def open_seats(self) -> Mapping[int, int]:
        """How many seats nobody has, by day: where a repair puts somebody."""
        taken = Counter(day + 1 for (_, day), shift in self.standing.items() if shift in self.duty_shifts)
        needed = seats(self.month)
        days = range(self.asked.from_day, self.month.length + 1)
        return {day: needed - taken[day] for day in days if taken[day] < needed}

    def code(self, shift: str) -> DutyCode:
        """Return the code of a shift."""
        return self.month.codes.known[shift.removesuffix(_AGAINST_REST)]

    def keeps_rest(self, shift: str) -> bool:
        """Return whether the rest after a shift can be kept."""
        return not shift.endswith(_AGAINST_REST)

    def is_shift(self, code: str | None) -> bool:
        """Return whether a code is work to the engine; rest, leave and unknown codes are free days."""
        return code in self.month.codes.known and self.month.codes.known[code or ""].kind not in _FREE

    def shift_of(self, officer: Officer, day: int, code: str) -> str | None:
        """Return what a standing code is to the engine; None for free."""
        if not self.is_shift(code):
            return None
        fixed = self.fixed[officer.id]
        rest = range(day + 1, day + 1 + self.month.codes.known[code].rest_after)
        against = day in fixed and any(self.is_shift(fixed.get(after)) for after in rest)
        return code + _AGAINST_REST if against else code

    def history(self, officer: Officer) -> tuple[str | None, ...]:
        """Return the duties of the last days before; other work asks for nothing now.

        One whose rest is fixed to work is left out.
        """
        reach = 2 * self.month.policy.count("duty.interval")  # as far as any spacing looks back
        line = [c if c and self.month.codes.is_duty(c) else None for c in officer.history[-reach:]]
        for back in range(1, len(line) + 1):
            rest = self.month.codes.known[code].rest_after if (code := line[-back]) else 0
            after = range(1, rest - back + 2)
            if any(self.is_shift(self.fixed[officer.id].get(day)) for day in after):
                line[-back] = None
        return tuple(line)

    def decides_work(self, officer: Officer) -> bool:
        """Return whether somebody's ordinary days are part of the problem."""
        if officer.ordinary is None:
            return False
        duties = (value(self.month.codes.known[c], self.month.policy) for c in self.month.codes.duties)
        return self.asked.mends or (is_judged(self.month, officer) and any(v < 0 for v in duties))

    @cached_property
    def open_codes(self) -> Mapping[int, frozenset[str]]:
        """The codes that the plan may hand out, by officer."""
        return {officer.id: frozenset(self._open(officer)) for officer in self.month.officers}

    def _open(self, officer: Officer) -> Iterator[str]:
        for post in self.month.codes.posts:
            if officer.leader or not post.leader:
                yield from post.codes
        if self.month.codes.standby is not None and self.month.policy.count("duty.standby"):
            yield self.month.codes.standby
        if officer.ordinary is not None and self.decides_work(officer):
            yield officer.ordinary

    @cached_property
    def shut(self) -> Mapping[int, Mapping[str, int]]:
        """How often somebody may have a shift that no plan hands out to them: as often as it stands."""
        counts: dict[int, dict[str, int]] = {}
        for officer in self.month.officers:
            others = [s for s in self.shifts if s not in self.open_codes[officer.id]]
            row = counts[officer.id] = dict.fromkeys(others, 0)
            for day in officer.planned:
                shift = self.stands(officer, day)
                if shift in row:
                    row[shift] += 1
        return counts

    @cached_property
    def shifts(self) -> tuple[str, ...]:
        """Every shift of the problem, in the policy's order."""
        used = {*self.month.codes.duties, *(code for codes in self.open_codes.values() for code in codes)}
        used |= {shift for shift in self.locked.values() if shift is not None}
        used |= set(self.standing.values()) if self.asked.mends else set()
        used |= {shift for o in self.month.officers for shift in self.history(o) if shift is not None}
        order = {code: place for place, code in enumerate(self.month.codes.known)}
        return tuple(sorted(used, key=lambda shift: (order[self.code(shift).id], shift)))

    @cached_property
    def duty_shifts(self) -> frozenset[str]:
        """The shifts that cover posts."""
        return frozenset(s for s in self.shifts if self.code(s).kind is DutyKind.DUTY)
