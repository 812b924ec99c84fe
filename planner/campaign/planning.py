"""A campaign planned: everybody ranked or barred with the reason, and what the choice made of them means."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from planner.audit.ledgers import is_community_officer, is_in_base
from planner.campaign.breaking import Hurt, hurt
from planner.campaign.covers import Cover, covers
from planner.campaign.field_cost import FieldCosts, StationCost
from planner.campaign.rooms import DayRoom, rooms, tightest
from planner.campaign.staying import barred
from planner.county.state import Placed
from planner.document import Document
from planner.scenarios.kinds.given import end_of
from planner.scenarios.kinds.sparing import Spared, spared_on
from planner.scenarios.records import Change
from planner.text import Text, joined

_ROOM = Text("{unit}最多可少 {n} 人", "{unit} can do without {n}")
_INSTEAD = Text("{unit}最多可少 {n} 人,可替换前列者", "{unit} can do without {n}; in place of one above")
_COMMUNITY = Text("社区民警不主动抽选,可自行勾选", "community officers are not chosen; tick if need be")
_NO_UNIT = Text("单位空白", "no unit given")


class Chance(StrEnum):
    """Whether somebody can be spared."""

    CHOSEN = "chosen"  # in the order they would be chosen
    INSTEAD = "instead"  # alone breaks no line, but only in place of somebody chosen
    BREAKS = "breaks"  # a line breaks
    BARRED = "barred"  # cannot go at all


@dataclass(frozen=True, slots=True)
class Candidate:
    """One officer: whether they can go, in which place, why or why not, and what it costs alone."""

    placed: Placed
    chance: Chance
    rank: int | None
    why: Text
    lost: Fraction | None  # field hours; None where none are at stake

    @property
    def id(self) -> int:
        """The person's id."""
        return self.placed.person.id


@dataclass(frozen=True, slots=True)
class Meaning:
    """What it means that just these people go."""

    gone: tuple[int, ...]
    hurts: tuple[Hurt, ...]
    covers: tuple[Cover, ...]
    costs: tuple[StationCost, ...]


@dataclass(frozen=True)
class Campaign:
    """What is known of a campaign; `meaning` recounts for any choice of people."""

    change: Change
    days: tuple[DayRoom, ...]
    spared: Spared
    candidates: tuple[Candidate, ...]
    field: FieldCosts

    @property
    def cheapest(self) -> tuple[int, ...]:
        """The people who would be chosen: as many as are wanted and can be spared."""
        return tuple(person.id for person in self.spared.people[: self.change.number or 0])

    def meaning(self, gone: Collection[int]) -> Meaning:
        """Return what it means that these people go."""
        chosen = tuple(id_ for id_ in self.days[0].state.placed if id_ in frozenset(gone))
        left, costs = covers(self.days, chosen), self.field.of(chosen)
        return Meaning(chosen, tuple(hurt(self.days, chosen)), tuple(left), tuple(costs))


def planned(document: Document, change: Change) -> Campaign:
    """Return who can be spared for a campaign over its whole time, and why nobody else can.

    Whoever is drawn for the campaign already, by a scenario in view, is away by then and no candidate.
    Raises RefusedError for a time that cannot be.
    """
    last = end_of(change)
    days = rooms(document, change.date, last)
    found = spared_on(days, change, frozenset())
    field = FieldCosts(days[0].state, document.duty, change.date, last)
    return Campaign(change, tuple(days), found, tuple(_candidates(days, change, found, field)), field)


def _candidates(days: Sequence[DayRoom], change: Change, found: Spared, field: FieldCosts) -> list[Candidate]:
    ranks = {person.id: rank for rank, person in enumerate(found.people, 1)}
    bars, state = barred(days, change), days[0].state
    judging = _Judging(days)
    rows = []
    for placed in state.counted():
        id_, bar = placed.person.id, bars[placed.person.id]
        if bar is not None:
            rows.append(Candidate(placed, Chance.BARRED, None, bar, None))
            continue
        chance, why = judging.of(placed, id_ in ranks)
        rows.append(Candidate(placed, chance, ranks.get(id_), why, _lost(field, id_)))
    order = list(Chance)
    return sorted(rows, key=lambda row: (order.index(row.chance), row.rank or 0))


def _lost(field: FieldCosts, person: int) -> Fraction | None:
    return next((cost.lost for cost in field.of((person,))), None)


class _Judging:
    """Says of somebody nothing bars whether a line breaks; alike for all of a unit that count alike."""

    def __init__(self, days: Sequence[DayRoom]) -> None:
        self._days = days
        office, station = tightest(days)
        self._room: Mapping[int, int] = {**office, **station}
        self._known: dict[tuple[int | None, bool, bool], list[Hurt]] = {}

    def of(self, placed: Placed, chosen: bool) -> tuple[Chance, Text]:
        """Return whether somebody can go, and why."""
        state, unit = self._days[0].state, placed.home
        if unit is None or unit not in self._room:
            return Chance.BARRED, _NO_UNIT
        community = is_community_officer(placed)
        key = (unit, community, is_in_base(placed, state))
        if key not in self._known:
            self._known[key] = hurt(self._days, (placed.person.id,))
        if hurts := self._known[key]:
            return Chance.BREAKS, joined(of.words for of in hurts)
        said = {"unit": state.unit_name(unit), "n": self._room[unit]}
        if chosen:
            return Chance.CHOSEN, _ROOM.format(**said)
        station = state.unit(unit)
        if community and station is not None and station.is_station:
            return Chance.INSTEAD, _COMMUNITY
        return Chance.INSTEAD, _INSTEAD.format(**said)
