"""Who can be spared for a campaign, cheapest first, and why nobody else can."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from planner.audit.ledgers import Ledger, count, is_community_officer
from planner.audit.results import Target
from planner.audit.rules import Situation, rules
from planner.county.records import Person
from planner.county.state import Placed, Standing, State, state
from planner.document import Document
from planner.scenarios.kinds.given import begins_during
from planner.scenarios.records import Change
from planner.text import Text

_NONE = Text(
    "派出所不能抽人:指标口径最多容许抽调借调 {allowed} 人,当日已有 {away} 人。",
    "none from stations: the policy allows {allowed} draw-offs, and {away} are drawn off that day.",
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
    """Return who can be spared on the date of a change beside those already named.

    Unit heads, pinned officers and everybody else outside the movable range stay. Those named are
    counted as gone: what they leave behind is not taken twice.
    """
    now = state(document.county, change.date, document.policy)
    free = [p for p in _free(now, change) if p.person.id not in named]
    gone = [now.placed[id_] for id_ in named]
    office = _of_headquarters(now, free, gone)
    station, why = _of_stations(Situation(now, count(now)), free, gone)
    return Spared(office, station, len(now.counted()), why)


def _free(state: State, change: Change) -> list[Placed]:
    from planner.optimise.movable import movable_range

    movable = movable_range(state)
    bound = {s.person for s in state.county.secondments.values() if begins_during(s, change)}
    return [
        p
        for p in state.counted()
        if p.standing is Standing.AT_HOME
        and p.secondment is None
        and p.home != change.unit
        and p.person.id not in bound
        and movable.may_change_post(p.person.id)
    ]


def _of_headquarters(state: State, free: list[Placed], gone: list[Placed]) -> tuple[Person, ...]:
    """Return who can leave headquarters, from the unit with most above its minimum kept first."""
    from planner.optimise.constraints.minimum_kept import kept_minimums

    present = Counter(p.present_unit for p in state.counted() if not p.drawn_off)
    present.subtract(p.present_unit for p in gone)
    room = {unit: present[unit] - kept for unit, kept in kept_minimums(state).items()}
    waiting = {unit: [p.person for p in free if p.home == unit] for unit in room}
    return _roomiest_first(room, waiting, len(free))


def _of_stations(
    situation: Situation, free: list[Placed], gone: list[Placed]
) -> tuple[tuple[Person, ...], Text]:
    """Return who can leave stations without breaking a line, from the station with most to spare first.

    Community officers stay; taking anybody else never lowers a community share.
    """
    now = situation.state
    stations = {unit.id for unit in now.stations()}
    leaving = [p for p in gone if p.present_unit in stations]
    drawn = sum(p.drawn_off for p in now.placed.values()) + len(leaving)
    allowed, room, why = _allowed(situation, len(leaving), drawn), _station_room(situation, leaving), _LINES
    most = now.policy.count("secondment.allowed")
    if now.policy.is_on("secondment") and drawn >= most:
        why = _NONE.format(allowed=most, away=drawn)
    waiting = {u: [p.person for p in free if p.home == u and not is_community_officer(p)] for u in room}
    return _roomiest_first(room, waiting, allowed), why


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


def _allowed(situation: Situation, leaving: int, drawn: int) -> int:
    """Return how many more may be drawn off from stations by the draw-off rule and the station share."""
    policy, most = situation.state.policy, len(situation.state.placed)
    if policy.is_on("secondment"):
        most = policy.count("secondment.allowed") - drawn
    for share in _present(situation, "station_share"):
        least = policy.share("station_share.required").least(share.denominator or 0)
        most = min(most, share.numerator - least - leaving)
    return most


def _station_room(situation: Situation, leaving: list[Placed]) -> dict[int, int]:
    """Return by station how many are present above its minimum; everybody where the rule is off."""
    least = {
        t.unit: t.required for t in _present(situation, "station_minimum") if isinstance(t.required, int)
    }
    gone = Counter(p.present_unit for p in leaving)
    present = situation.ledgers.units[Ledger.PRESENT]
    stations = (station.id for station in situation.state.stations() if station.id in present)
    return {unit: present[unit].officers - least.get(unit, 0) - gone[unit] for unit in stations}


def _present(situation: Situation, rule: str) -> list[Target]:
    """Return the figures of a rule on the present ledger, none where it is off."""
    if not situation.state.policy.is_on(rule):
        return []
    return [t for t in rules()[rule](situation).targets if t.ledger is Ledger.PRESENT]
