"""Who can be spared for a campaign, cheapest first, and why nobody else can."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from planner.audit.ledgers import is_community_officer
from planner.campaign.rooms import DayRoom, least, rooms, tightest
from planner.campaign.staying import barred
from planner.county.records import Person
from planner.county.state import Placed
from planner.document import Document
from planner.scenarios.records import Change
from planner.text import Text

_NONE = Text(
    "派出所一个也不能抽:指标口径最多容许抽调借调 {allowed} 人,{date} 已有 {away} 人(不计经批准保留的)。",
    "none from stations: the policy allows {allowed} draw-offs, and {away} are drawn off on {date},"
    " those kept with approval not counted.",
)
_LINES = Text(
    "派出所再抽人即低于派出所警力占比、社区民警占比或最低警力。",
    "none further from stations: the station share, the community share or the station minimum would break.",
)


@dataclass(frozen=True, slots=True)
class Spared:
    """Officers who can be spared, of headquarters and of stations, each cheapest first."""

    office: tuple[Person, ...]
    station: tuple[Person, ...]
    everybody: int  # sworn officers of the county
    why: Text  # what keeps the others where they are

    @property
    def people(self) -> Sequence[Person]:
        """Everybody who can be spared, cheapest first."""
        return (*self.office, *self.station)


def spared(document: Document, change: Change, named: frozenset[int]) -> Spared:
    """Return who can be spared from the date of a change to its last day, beside those already named.

    Unit heads, pinned officers and everybody else outside the movable range stay, community officers
    of stations too. Those named are counted as gone: what they leave behind is not taken twice.
    """
    days = rooms(document, change.date, change.until or change.date)
    return spared_on(days, change, named)


def spared_on(
    days: Sequence[DayRoom], change: Change, named: frozenset[int], approved: bool = False
) -> Spared:
    """Return who can be spared over some days; draw-offs that are `approved` are beyond the rule's limit."""
    first = days[0].state
    bars = barred(days, change)
    free = [p for p in first.counted() if bars[p.person.id] is None and p.person.id not in named]
    others = [p for p in free if not is_community_officer(p)]  # taking them never lowers a community share
    gone = [first.placed[id_] for id_ in named]
    left = Counter(p.present_unit for p in gone if not p.drawn_off)
    office, station = ({u: n - left[u] for u, n in room.items()} for room in tightest(days))
    leaving = sum(left[u] for u in station)
    rule = None if approved else least(day.by_rule for day in days)
    limits = (rule, least(day.by_share for day in days))
    most = least(None if limit is None else limit - leaving for limit in limits)
    return Spared(
        _roomiest_first(office, _waiting(office, free), len(free)),
        _roomiest_first(station, _waiting(station, others), len(free) if most is None else most),
        len(first.counted()),
        _LINES if rule is None or rule > leaving else _none(days, leaving),
    )


def _waiting(room: Mapping[int, int], free: Sequence[Placed]) -> Mapping[int, list[Person]]:
    """Return by unit who may go, in roster order."""
    waiting: dict[int, list[Person]] = {unit: [] for unit in room}
    for p in free:
        if p.home in waiting:
            waiting[p.home].append(p.person)
    return waiting


def _none(days: Sequence[DayRoom], leaving: int) -> Text:
    """Return that the rule allows no draw-off, by the day that is worst."""
    worst = min((day for day in days if day.by_rule is not None), key=lambda day: day.by_rule or 0)
    most = worst.state.policy.count("secondment.allowed")
    return _NONE.format(allowed=most, date=worst.date, away=worst.drawn + leaving)


def _roomiest_first(
    room: dict[int, int], waiting: Mapping[int, list[Person]], most: int
) -> tuple[Person, ...]:
    """Take one after the other from the unit with most room then, at most so many."""
    found: list[Person] = []
    while most > len(found) and (units := [u for u in room if room[u] > 0 and waiting[u]]):
        unit = max(units, key=lambda u: room[u])  # the first of equals in the order of the county
        room[unit] -= 1
        found.append(waiting[unit].pop(0))
    return tuple(found)
