"""First rosters made in turn, day after day; the cheapest of them is where the search may begin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import inf

from models.rostering.check import check
from models.rostering.problem import Problem, Roster
from planner.optimise.duty.codes import DutyPost
from planner.optimise.duty.covers import asks_leader
from planner.optimise.duty.fairness import Even, even_shares
from planner.optimise.duty.frame import Frame
from planner.optimise.duty.month import Officer


@dataclass(frozen=True, slots=True)
class Turns:
    """How the next one is chosen: by what is used up of an even share, else by how long ago the last was."""

    by_share: bool
    spares_sworn: bool  # auxiliaries go first wherever somebody sworn is there already


WAYS = tuple(Turns(by_share, spares) for spares, by_share in product((True, False), (True, False)))
_PERFECT = (0, 0)


def opening(frame: Frame, problem: Problem, known: Roster | None = None) -> Roster:
    """Return the cheapest roster that taking turns leads to; it may break what the engine must keep.

    A roster known already is as good a beginning, and so is one whose open seats are filled in turn.
    """
    shares = tuple(even_shares(frame.month, frame.asked.spacings))
    best: tuple[tuple[int, int], Roster] | None = None
    for roster in _rosters(frame, shares, known):
        report = check(problem, roster)
        worth = len(report.faults), report.cost
        if best is None or worth < best[0]:
            best = worth, roster
        if worth == _PERFECT:
            break
    return best[1] if best is not None else {}


def _rosters(frame: Frame, shares: Sequence[Even], known: Roster | None) -> Iterator[Roster]:
    if known is not None:
        yield known
        duties = {at: shift for at, shift in known.items() if shift in frame.duty_shifts}
        yield from (_Turn(frame, turns, shares, duties).roster() for turns in WAYS)
    yield from (_Turn(frame, turns, shares, {}).roster() for turns in WAYS)


class _Turn:
    """Everybody's days so far; engine days count from 0."""

    def __init__(self, frame: Frame, turns: Turns, shares: Sequence[Even], given: Roster) -> None:
        self._frame, self._officers, self._turns = frame, frame.month.officers, turns
        self._duties: dict[int, list[int]] = {o.id: list(self._past(o)) for o in self._officers}
        self._shares = shares
        self._rest = max((frame.code(shift).rest_after for shift in frame.duty_shifts), default=0)
        self._taken: Counter[tuple[str, int]] = Counter()  # of each share, by person
        self._asks_leader = asks_leader(frame)
        locked = {at: shift for at, shift in frame.locked.items() if shift is not None}
        self._cells: dict[tuple[int, int], str] = {**given, **locked}
        for (person, day), shift in self._cells.items():
            if shift in frame.duty_shifts:
                self._give(person, shift, day)

    def _past(self, officer: Officer) -> Iterator[int]:
        history = self._frame.history(officer)
        return (day - len(history) for day, shift in enumerate(history) if shift is not None)

    def roster(self) -> Roster:
        """Give out the duties of every day, then ordinary days where they are decided."""
        for day in range(self._frame.month.length):
            for post in self._frame.month.codes.posts:
                self._fill(post, day)
        for officer in self._officers:
            if officer.ordinary is not None and self._frame.decides_work(officer):
                for day in sorted(officer.days & self._frame.month.workdays):
                    if self._is_free(officer, day - 1) and self._is_rested(officer, day - 1):
                        self._cells[officer.id, day - 1] = officer.ordinary
        return self._cells

    def _fill(self, post: DutyPost, day: int) -> None:
        for code in post.codes:
            there = {p for (p, at), s in self._cells.items() if at == day and self._frame.code(s).id == code}
            while len(there) < post.required:
                chosen = self._next(post, code, day, there)
                if chosen is None:
                    break
                self._cells[chosen.id, day] = code
                self._give(chosen.id, code, day)
                there.add(chosen.id)

    def _give(self, person: int, shift: str, day: int) -> None:
        self._duties[person].append(day)
        code = self._frame.code(shift).id
        self._taken.update((even.name, person) for even in self._counting(code, day))

    def _counting(self, code: str, day: int) -> Iterator[Even]:
        """Yield the shares that a duty counts in."""
        for even in self._shares:
            if code in even.codes and (even.days is None or day + 1 in even.days):
                yield even

    def _next(self, post: DutyPost, code: str, day: int, there: Collection[int]) -> Officer | None:
        known = [self._frame.month.by_id[person] for person in there]
        rested = [o for o in self._officers if self._may(o, code, day)]
        ready = [o for o in rested if not self._too_soon(o, day)]
        sworn = any(o.sworn for o in known)
        if not self._frame.asked.spaced and not (ready if sworn else any(o.sworn for o in ready)):
            soonest = min((self._too_soon(o, day) for o in rested if sworn or o.sworn), default=0)
            ready = [o for o in rested if self._too_soon(o, day) <= soonest]
        leads = post.leader or (self._asks_leader and not any(o.leader for o in known))
        ready = [o for o in ready if o.leader is leads] or ready
        if not sworn:
            ready = [o for o in ready if o.sworn] or ready
        elif self._turns.spares_sworn:
            ready = [o for o in ready if not o.sworn] or ready
        if not self._turns.by_share:
            return min(ready, key=self._last, default=None)
        return min(ready, key=lambda o: (self._part_taken(o, code, day), self._last(o)), default=None)

    def _part_taken(self, officer: Officer, code: str, day: int) -> float:
        """Return how far somebody's share of such duties is used up: the scarcest of them counts."""
        parts = []
        for even in self._counting(code, day):
            most = even.bounds[officer.id][1]
            parts.append(self._taken[even.name, officer.id] / most if most else inf)
        return max(parts, default=0.0)

    def _last(self, officer: Officer) -> int:
        return max(self._duties[officer.id], default=-self._frame.month.length)

    def _may(self, officer: Officer, code: str, day: int) -> bool:
        known = self._frame.code(code)
        if code not in self._frame.open_codes[officer.id] or not self._is_free(officer, day):
            return False
        if known.is_night and day + 1 in officer.nights_off:
            return False
        after = range(day + 1, day + 1 + known.rest_after)
        if any((officer.id, later) in self._cells for later in after):
            return False
        return self._is_rested(officer, day)

    def _is_free(self, officer: Officer, day: int) -> bool:
        at = officer.id, day
        return day + 1 in officer.days and at not in self._cells and at not in self._frame.locked

    def _is_rested(self, officer: Officer, day: int) -> bool:
        return not any(day - self._rest <= duty < day for duty in self._duties[officer.id])

    def _too_soon(self, officer: Officer, day: int) -> int:
        """Return how many duties more than spacing allows lie around a day, with one on it."""
        spacing = self._frame.asked.spacings[officer.id]
        if spacing is None:
            return 0
        near = sum(abs(day - duty) < spacing.days for duty in self._duties[officer.id])
        return max(0, near + 1 - spacing.duties)
