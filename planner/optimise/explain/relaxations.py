"""The three cheapest ways out of a shortage, each with its action and what it truly does (design 4.1)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from models.allocation.model import solve
from models.run import Clock, Limits, Stop
from planner.county.records import County
from planner.document import Document
from planner.optimise.asked import AS_IT_STANDS, Asked
from planner.optimise.explain.adding import BEATS, MARKS, RECRUITS, TARGET, added
from planner.optimise.explain.bench import Bench
from planner.optimise.explain.levers import Family
from planner.optimise.explain.relaxation_words import action_of, effect_of, rows_of
from planner.optimise.explain.relaxing import Draft, Found, drafted, lift, potential
from planner.optimise.explain.softened import soft_question
from planner.text import Text

MOST = 3
NOTHING_SHORT = Text("没有缺口,不需要放宽。", "Nothing is short; nothing needs to be relaxed.")
_NOT_PROVEN = Text(
    "时间用尽或已停止,现状至少差多少人尚未证明,暂不提出放宽办法。",
    "Stopped or out of time before it was proven how many are short at least, so no way out is claimed.",
)
_IMPOSSIBLE = Text(
    "在本次提问限定的数字内没有方案,先放宽限定。",
    "No plan keeps to what the question itself holds; allow more first.",
)
_OUT_OF_TIME = Text(
    "时间用尽或已停止,尚未查明哪些放宽有用。", "Stopped or out of time before it was known what helps."
)
_NONE_HELPS = Text("没有一项单独放宽能减少缺口。", "No single relaxation makes a shortage smaller.")
_ORDER = (*(f for f in Family if f is not Family.OUTSIDE), BEATS, Family.OUTSIDE, MARKS, RECRUITS, TARGET)


@dataclass(frozen=True, slots=True)
class Relaxation:
    """One thing to allow, by the least that helps the most; a plan asked for `asked` reaches `short_after`.

    `county` is the county once it is done, where `asked` cannot say it: more officers, marks, beats, people
    given back. `rows` name the people with their rows in the roster, and the units.
    """

    family: str
    action: Text
    effect: Text
    amount: int  # people, or pairs of relatives
    short_before: int
    short_after: int
    asked: Asked
    county: County | None
    units: tuple[int, ...]
    people: tuple[int, ...]
    rows: tuple[Text, ...]

    def applied(self, document: Document) -> Document:
        """Return the document a plan is to be asked of, so that it shows this relaxation."""
        return document if self.county is None else replace(document, county=self.county)


@dataclass(frozen=True, slots=True)
class WaysOut:
    """At most three relaxations: by what stays short after them, then by their amount; else why none."""

    relaxations: tuple[Relaxation, ...]
    sentence: Text | None  # None where there are relaxations


def ways_out(
    document: Document,
    on: date,
    limits: Limits | None = None,
    stop: Stop | None = None,
    asked: Asked = AS_IT_STANDS,
) -> WaysOut:
    """Return the cheapest ways out of what stays short, or why there are none."""
    return ways_out_of(Bench(document, on, asked, Clock(limits or Limits(), stop or Stop())))


def cheapest_relaxations(
    document: Document,
    on: date,
    limits: Limits | None = None,
    stop: Stop | None = None,
    asked: Asked = AS_IT_STANDS,
) -> tuple[Relaxation, ...]:
    """Return the cheapest ways out alone.

    There are none where nothing is short, or where it was not proven in time how much is short at least.
    """
    return ways_out(document, on, limits, stop, asked).relaxations


def ways_out_of(bench: Bench) -> WaysOut:
    """Return the cheapest ways out of a county that is built already."""
    if bench.impossible:
        return WaysOut((), _IMPOSSIBLE)
    if not bench.proven:
        return WaysOut((), _NOT_PROVEN)  # whatever helps might be possible as it stands
    if not any(bench.short.values()):
        return WaysOut((), NOTHING_SHORT)
    found = _Ranking(bench)
    for draft in added(bench):
        found.take(draft)
    for family in sorted(Family, key=lambda f: _reach(f, bench)):
        if not bench.clock.over and found.may_matter(family):
            lifted = lift(family, bench, found.are_whole)
            if lifted is not None:
                found.take(lifted)
    best = tuple(found.best())
    if best:
        return WaysOut(best, None)
    return WaysOut((), _OUT_OF_TIME if bench.clock.over else _NONE_HELPS)


def _reach(family: Family, bench: Bench) -> tuple[int, int]:
    """Return what stays short at least with a family lifted, for the most helpful to be tried first."""
    return sum(potential(family, bench).values()), _ORDER.index(family)


class _Ranking:
    """What was found so far, best first."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._found: list[Draft | Found] = []

    def take(self, found: Draft | Found) -> None:
        """Rank one more."""
        self._found.append(found)
        self._found.sort(key=_rank)

    @property
    def are_whole(self) -> bool:
        """Whether enough is known that leaves nothing short."""
        return len(self._found) >= MOST and not _rank(self._found[MOST - 1])[0]

    def may_matter(self, family: Family) -> bool:
        """Return whether a family could be among the best: by the most it can do, and at what cost."""
        least = potential(family, self._bench)
        short = self._bench.short
        amount = max(short[level] - n for level, n in least.items())
        if not amount:
            return False
        if len(self._found) < MOST:
            return True
        rank = (sum(least.values()), amount, _ORDER.index(family))
        return rank < _rank(self._found[MOST - 1])

    def best(self) -> Iterator[Relaxation]:
        """Yield the best, each with its effect recounted where it is not certain."""
        checked: list[Draft] = []
        for found in self._found:
            if len(checked) >= MOST and all(_rank(d) <= _rank(found) for d in checked[:MOST]):
                break
            draft = drafted(found, self._bench) if isinstance(found, Found) else found
            certain = draft if draft.proven else _recounted(draft, self._bench)
            if certain is not None:
                checked.append(certain)
                checked.sort(key=_rank)
        for draft in checked[:MOST]:
            yield _told(draft, self._bench)


def _rank(found: Draft | Found) -> tuple[int, int, int]:
    return sum(found.short.values()), found.amount, _ORDER.index(found.family)


def _recounted(draft: Draft, bench: Bench) -> Draft | None:
    """Return the draft with what a plan truly reaches that is asked so; None where it does not help."""
    document = bench.document if draft.county is None else replace(bench.document, county=draft.county)
    problem = soft_question(document, bench.ground.before.state.date, draft.asked).problem
    left = bench.clock.left
    if left <= 0 or not problem.levels:
        return None
    outcome = solve(
        problem, Limits(left), stop=bench.clock.stop, caps=draft.asked.caps, through=problem.levels[-1]
    )
    short = {level.name: level.value for level in outcome.levels if level.name in problem.levels}
    known = all(level.proven for level in outcome.levels if level.name in problem.levels)
    if not short or not known or sum(short.values()) >= sum(bench.short.values()):
        return None
    return replace(draft, short=short, proven=True)


def _told(draft: Draft, bench: Bench) -> Relaxation:
    before: Mapping[str, int] = bench.short
    return Relaxation(
        str(draft.family),
        action_of(draft, bench),
        effect_of(before, draft.short),
        draft.amount,
        sum(before.values()),
        draft.total,
        draft.asked,
        draft.county,
        tuple(draft.given),
        draft.people,
        rows_of(draft, bench),
    )
