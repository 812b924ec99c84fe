"""Which of a station's four duties can hold together with the people it has, counted exactly (design 3.3).

Somebody always on duty, field time, the community share and the hours limit collide in small stations. All
is arithmetic on a month without leave, with every community officer dedicated.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from itertools import combinations

from planner.audit.obligations import DAY_HOURS, auxiliaries, is_dedicated, month_hours
from planner.audit.unit_covers import required_cover
from planner.county.records import Post, Unit
from planner.county.state import Placed, State
from planner.policy.policy import Policy
from planner.policy.share import Share

_LARGEST = 999  # no station is larger; beyond it nothing helps


class Goal(StrEnum):
    """One of the four things asked of a station at once."""

    COVER = "cover"
    FIELD_TIME = "field_time"
    COMMUNITY = "community"
    HOURS = "hours"


Goals = frozenset[Goal]
ALL: Goals = frozenset(Goal)


class WayOut(StrEnum):
    """What may be given up so that a smaller station can do."""

    AUXILIARY = "auxiliary"  # an auxiliary as the second person on duty
    SHARED = "shared"  # duty shared with a neighbour station
    WIDE = "wide"  # duty inside the station's area is field time
    NO_REPORTS = "no_reports"


@dataclass(frozen=True, slots=True)
class Crew:
    """A station's people and what it owes besides duty."""

    sworn: int
    dedicated: int = 0  # at present
    tied: int = 0  # who cannot be community officers: leaders without a beat, the two other teams
    auxiliaries: int = 0
    all_beats: bool = False  # 全员化: the community share is not judged, nobody is dedicated
    reports: int = 0  # hours a month
    cases: int = 0


@dataclass(frozen=True, slots=True)
class Terms:
    """The numbers of the policy that the four goals are counted with."""

    cover: int
    presence: int
    counted: int
    days: int
    interval: int  # days from one duty to the next
    month: Fraction  # an officer's working hours
    field_time: Share
    community: Share
    wide: bool  # the reading of 辖区
    auxiliary_share: Fraction = Fraction(1)
    second_is_auxiliary: bool = False
    shared: bool = False

    @property
    def by_rest(self) -> Fraction:
        """The duties one officer can take in the month by rest alone."""
        return Fraction(self.days, self.interval)

    @property
    def duties_a_day(self) -> Fraction:
        """The duties that follow one another on one seat in a day."""
        return Fraction(DAY_HOURS, self.presence)

    @property
    def beside_field(self) -> Fraction:
        """The hours of a dedicated officer that need not be field time."""
        if self.wide:
            return self.month
        return self.month * (1 - Fraction(self.field_time.numerator, self.field_time.denominator))


@dataclass(frozen=True, slots=True)
class Bought:
    """What a way out buys: the largest sets that then hold, and the smallest station for all four."""

    way: WayOut
    sets: tuple[Goals, ...]
    smallest: int | None


@dataclass(frozen=True, slots=True)
class Frontier:
    """A station by one reading of 辖区: the largest sets of goals that hold, and what would hold all four.

    `smallest` is the sworn officers a station needs for all four, `by_rest` where hours do not limit.
    """

    unit: int
    crew: Crew
    terms: Terms
    sets: tuple[Goals, ...]
    smallest: int | None
    by_rest: int | None
    ways: tuple[Bought, ...]

    @property
    def holds(self) -> bool:
        """Whether all four hold together."""
        return self.sets == (ALL,)


def frontiers(state: State, unit: Unit) -> tuple[Frontier, Frontier]:
    """Return where a station stands by the narrow and by the wide reading of 辖区."""
    crew = crew_of(state, unit)
    narrow, wide = (frontier(unit.id, crew, terms_of(state.policy, unit, wide)) for wide in (False, True))
    return narrow, wide


def frontier(unit: int, crew: Crew, terms: Terms) -> Frontier:
    """Return what holds for a crew under some terms."""
    return Frontier(
        unit,
        crew,
        terms,
        maximal_sets(crew, terms),
        smallest(crew, terms),
        smallest(crew, terms, ALL - {Goal.HOURS}),
        tuple(Bought(way, maximal_sets(*gone), smallest(*gone)) for way, gone in _ways(crew, terms)),
    )


def can_hold(crew: Crew, terms: Terms, goals: Goals) -> bool:
    """Return whether a crew can reach all of `goals` together."""
    dedicated = _dedicated(crew, terms, goals)
    if Goal.COMMUNITY in goals and dedicated > max(0, crew.sworn - crew.tied):
        return False
    seats = _seats(crew, terms, goals) if Goal.COVER in goals else Fraction(0)
    others = crew.sworn - dedicated
    rest = terms.beside_field if Goal.FIELD_TIME in goals else terms.month
    limited = Goal.HOURS in goals
    narrow = Goal.FIELD_TIME in goals and not terms.wide
    taken = others * _duties(terms, terms.month if limited else None)
    taken += dedicated * _duties(terms, rest if limited or narrow else None)
    if taken < seats:
        return False
    owed = seats * terms.counted + crew.reports + crew.cases
    return not limited or owed <= others * terms.month + dedicated * rest


def maximal_sets(crew: Crew, terms: Terms) -> tuple[Goals, ...]:
    """Return the largest sets of goals that hold together, the larger first."""
    found: list[Goals] = []
    for size in range(len(Goal), -1, -1):
        for goals in map(frozenset, combinations(Goal, size)):
            if not any(goals <= known for known in found) and can_hold(crew, terms, goals):
                found.append(goals)
    return tuple(found)


def smallest(crew: Crew, terms: Terms, goals: Goals = ALL) -> int | None:
    """Return the fewest sworn officers with which such a station reaches `goals`; None if no number does."""
    sizes = range(1, _LARGEST + 1)
    return next((n for n in sizes if can_hold(replace(crew, sworn=n), terms, goals)), None)


def crew_of(state: State, unit: Unit) -> Crew:
    """Return the people of a station who are present on the state's date."""
    return crews_of(state, (unit,))[unit.id]


def crews_of(state: State, stations: Collection[Unit]) -> Mapping[int, Crew]:
    """Return the people of stations who are present on the state's date, by station."""
    there: dict[int, list[Placed]] = {unit.id: [] for unit in stations}
    for placed in state.counted():
        if placed.present_unit in there:
            there[placed.present_unit].append(placed)
    helpers = auxiliaries(state)
    return {unit.id: _crew(state.policy, unit, there[unit.id], helpers[unit.id]) for unit in stations}


def _crew(policy: Policy, unit: Unit, people: Sequence[Placed], helpers: int) -> Crew:
    leaders = sum(p.post is Post.LEADER and not p.beat for p in people)
    two_teams = unit.two_teams_one_office is True
    teams = policy.count("two_teams.command_room") + policy.count("two_teams.case")
    return Crew(
        sworn=len(people),
        dedicated=sum(is_dedicated(p, unit) for p in people),
        tied=leaders + (teams if two_teams else 0),
        auxiliaries=helpers,
        all_beats=unit.two_teams_one_office is False,
        reports=unit.report_hours or 0,
        cases=unit.case_hours or 0,
    )


def terms_of(policy: Policy, unit: Unit, wide: bool) -> Terms:
    """Return the policy's numbers for a station, by one reading of 辖区."""
    return terms_by_station(policy, (unit,), wide)[unit.id]


def terms_by_station(policy: Policy, stations: Collection[Unit], wide: bool) -> Mapping[int, Terms]:
    """Return the policy's numbers for stations, by one reading of 辖区; they differ in the cover alone."""
    common = Terms(
        cover=0,
        presence=policy.count("duty.presence_hours"),
        counted=policy.count("duty.counted_hours"),
        days=policy.count("duty.days"),
        interval=policy.count("duty.interval"),
        month=month_hours(policy),
        field_time=policy.share("field_time.required"),
        community=policy.share("community_share.required"),
        wide=wide,
        auxiliary_share=Fraction(policy.count("duty.auxiliary_share"), 100),
    )
    return {unit.id: replace(common, cover=required_cover(unit, policy)) for unit in stations}


def _ways(crew: Crew, terms: Terms) -> Iterator[tuple[WayOut, tuple[Crew, Terms]]]:
    """Yield the ways out that change anything."""
    if terms.cover > 1:
        yield WayOut.AUXILIARY, (crew, replace(terms, second_is_auxiliary=True))
    if terms.cover:
        yield WayOut.SHARED, (crew, replace(terms, shared=True))
    if not terms.wide:
        yield WayOut.WIDE, (crew, replace(terms, wide=True))
    if crew.reports:
        yield WayOut.NO_REPORTS, (replace(crew, reports=0), terms)


def _dedicated(crew: Crew, terms: Terms, goals: Goals) -> int:
    """Return how many are community officers: the fewest that the share asks for, or fewer as at present."""
    if crew.all_beats:
        return 0
    least = terms.community.least(crew.sworn)
    return least if Goal.COMMUNITY in goals else min(least, crew.dedicated, crew.sworn)


def _duties(terms: Terms, hours: Fraction | None) -> Fraction:
    """Return how many duties one officer can take in some hours; None does not limit them."""
    if hours is None or not terms.counted:
        return terms.by_rest
    return min(terms.by_rest, hours / terms.counted)


def _seats(crew: Crew, terms: Terms, goals: Goals) -> Fraction:
    """Return the duties of a month left to sworn officers; auxiliaries never take the last seat."""
    a_seat = terms.days * terms.duties_a_day / (2 if terms.shared else 1)
    if terms.second_is_auxiliary:
        return min(terms.cover, 1) * a_seat
    hours = terms.month * terms.auxiliary_share if Goal.HOURS in goals else None
    helped = crew.auxiliaries * _duties(terms, hours) if terms.auxiliary_share else 0
    return max(terms.cover * a_seat - helped, min(terms.cover, 1) * a_seat)
