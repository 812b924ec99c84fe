"""The county on one date: for everybody, where they belong, where they work and where they count.

The rules are the status table of design 3.1, whose places come from the policy.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from planner.county.dated_units import county_on
from planner.county.in_force import (
    MoveScope,
    carried_out,
    ends_secondment,
    latest_postings,
    moved_posting,
    open_absences,
    open_secondments,
    still_open,
    supersedes,
)
from planner.county.records import (
    Absence,
    AbsenceKind,
    County,
    Person,
    Post,
    Posting,
    Secondment,
    SecondmentKind,
    Serving,
    Unit,
)
from planner.policy.policy import Policy
from planner.text import Text, same

OUTSIDE = Text("局外单位", "an outside unit")
ALWAYS_LONG = frozenset(
    {
        AbsenceKind.LONG_SICK,
        AbsenceKind.MATERNITY,
        AbsenceKind.SUSPENDED,
        AbsenceKind.DETAINED,
        AbsenceKind.OFF_POST,
    }
)


class Standing(StrEnum):
    """Somebody's status on the date; the first seven are rows of the policy's status table."""

    AT_HOME = "at_home"
    SECONDED_INSIDE = "seconded_inside"
    SECONDED_OUTSIDE = "seconded_outside"
    SENT_OUT = "sent_out"
    LONG_ABSENT = "long_absent"
    DETAILED_DOWN = "detailed_down"
    TEMPORARY = "temporary"
    OTHER_BUREAU = "other_bureau"
    NOT_SERVING = "not_serving"
    NOT_SWORN = "not_sworn"

    counts: bool  # whether people of this standing are on the bureau's books as serving sworn officers

    def __init__(self, word: str) -> None:
        # Asked for everybody at every recount: an attribute is found several times faster than a property.
        self.counts = word not in ("other_bureau", "not_serving", "not_sworn")


_AWAY = frozenset(
    {Standing.SECONDED_INSIDE, Standing.SECONDED_OUTSIDE, Standing.DETAILED_DOWN, Standing.SENT_OUT}
)


class Placed(NamedTuple):
    """One person on the date; a named tuple, as it is made for everybody at every recount.

    `home` and `working` are unit ids (None: no unit of the bureau); `books_unit` and
    `present_unit` are where the two ledgers count the person.
    """

    person: Person
    posting: Posting | None
    standing: Standing
    home: int | None
    working: int | None
    books_unit: int | None
    present_unit: int | None
    post: Post
    beat: str
    drawn_off: bool
    secondment: Secondment | None = None
    absence: Absence | None = None
    weight: int = 100

    @property
    def kept(self) -> bool:
        """Whether the record says this draw-off was approved; see `is_kept` for its end."""
        return self.secondment is not None and self.secondment.kept_with_approval


@dataclass(frozen=True)
class State:
    """The snapshot that ledgers, rules, plans and reports read."""

    county: County
    policy: Policy
    date: date
    placed: Mapping[int, Placed]

    def counted(self) -> Sequence[Placed]:
        """Return the serving sworn officers on the bureau's books, in roster order."""
        return self._counted

    @cached_property
    def _counted(self) -> Sequence[Placed]:
        return tuple(p for p in self.placed.values() if p.standing.counts)  # every rule asks for them

    def unit(self, id_: int | None) -> Unit | None:
        """Return a unit of the county, None for none."""
        return None if id_ is None else self.county.units.get(id_)

    def stations(self) -> list[Unit]:
        """Return the stations of the bureau, in the order of the county."""
        return [u for u in self.county.units.values() if u.is_station]

    def unit_name(self, id_: int | None) -> str:
        """Return the full name of a unit, empty for none."""
        unit = self.unit(id_)
        return unit.name if unit else ""

    def relatives(self, person: int) -> frozenset[int]:
        """Return whom a person is related to, as far as the relations are recorded."""
        pairs = ((r.person, r.relative) for r in self.county.relations.values())
        return frozenset(a if b == person else b for a, b in pairs if person in (a, b))

    def working_place(self, placed: Placed) -> str:
        """Return where a person works in words: a unit's name, or the outside unit's."""
        if placed.working is None and placed.secondment is not None:
            return placed.secondment.to_outside or self.unit_name(placed.secondment.to_unit)
        return self.unit_name(placed.working)

    def working_words(self, placed: Placed) -> Text:
        """Return where a person works, that it is outside the bureau where nothing names the unit."""
        place = self.working_place(placed)
        return same(place) if place else OUTSIDE

    def is_kept(self, placed: Placed) -> bool:
        """Return whether a draw-off is kept with approval on this date, its end included."""
        s = placed.secondment
        return s is not None and s.kept_with_approval and (s.kept_until is None or s.kept_until >= self.date)


def state(county: County, on: date, policy: Policy, moves: MoveScope = "in_force") -> State:
    """Return where everybody stands on `on`.

    `moves` says which moves are carried out: those approved and effective by the date
    (`in_force`), every approved one whatever its date, or proposed ones too (`all`). Units and
    policy are those of the date.
    """
    county, policy = county_on(county, on), policy.on(on)
    postings = latest_postings(county, on)
    secondments = open_secondments(county, on)
    absences = open_absences(county, on)
    done = carried_out(county, on, moves)
    placer = _Placer(county, on, policy)
    placed = {}
    for id_, person in county.people.items():
        posting, secondment = postings.get(id_), secondments.get(id_)
        for move in done.get(id_, ()):
            if posting is None or not supersedes(posting, move):
                posting = moved_posting(move, posting)
            if secondment is not None and ends_secondment(move, secondment):
                secondment = None
        placed[id_] = placer.place(person, posting, secondment, absences.get(id_))
    return State(county, policy, on, placed)


def is_away(state: State, person: int) -> bool:
    """Return whether somebody is seconded elsewhere; who is on long leave from there is, too."""
    placed = state.placed[person]
    if placed.standing is not Standing.LONG_ABSENT:
        return placed.secondment is not None and placed.working != placed.home
    known = still_open(state.county, state.date).get(person)
    return known is not None and known.to_unit != placed.home


@dataclass(frozen=True, slots=True)
class PlacingTerms:
    """All that a policy says of where people count: lengths in days, the status table, the weights."""

    long: int
    temporary: int
    table: Mapping[Standing, tuple[str, str]]  # books, present
    weights: Mapping[str, int]


def placing_terms(policy: Policy) -> PlacingTerms:
    """Return what of a policy decides where people stand."""
    return PlacingTerms(
        policy.count("counting.long_absence_days"),
        policy.count("counting.temporary_days"),
        {
            s: (policy.choice(f"standing.{s}.books"), policy.choice(f"standing.{s}.present"))
            for s in Standing
            if s.counts
        },
        {k: policy.count(f"weight.{k}") for k in ("sworn", "probationer", "detailed_down")},
    )


class _Placer:
    """The status table of the policy, looked up once and applied to everybody."""

    def __init__(self, county: County, on: date, policy: Policy) -> None:
        self._units = county.units
        self._on = on
        terms = placing_terms(policy)
        self._long, self._temporary = terms.long, terms.temporary
        self._table, self._weights = terms.table, terms.weights

    def place(
        self,
        person: Person,
        posting: Posting | None,
        secondment: Secondment | None,
        absences: list[Absence] | None,
    ) -> Placed:
        home = posting.unit if posting else None
        post = posting.post if posting else Post.OTHER
        beat = posting.beat if posting else ""
        absence = self._long_absence(absences) if absences else None
        standing = self._standing(person, home, secondment, absence)
        working = home
        if secondment is not None:
            if standing in _AWAY:
                working = secondment.to_unit if standing is not Standing.SECONDED_OUTSIDE else None
            elif standing is not Standing.TEMPORARY:
                secondment = None
        if absence is None and absences:
            absence = absences[0]
        if not standing.counts:
            return Placed(
                person,
                posting,
                standing,
                home,
                working,
                None,
                None,
                post,
                beat,
                False,
                secondment,
                absence,
            )
        books, present = self._table[standing]
        weight = self._weights.get(person.category, 100)
        if standing is Standing.DETAILED_DOWN:
            weight = weight * self._weights["detailed_down"] // 100
        return Placed(
            person,
            posting,
            standing,
            home,
            working,
            _place(books, home, working),
            _place(present, home, working),
            post,
            beat,
            secondment is not None and self._is_drawn_off(standing, home, working),
            secondment,
            absence,
            weight,
        )

    def _standing(
        self, person: Person, home: int | None, secondment: Secondment | None, absence: Absence | None
    ) -> Standing:
        if not person.category.is_sworn:
            return Standing.NOT_SWORN
        if not self._serves(person):
            return Standing.NOT_SERVING
        unit = self._units.get(home) if home is not None else None
        if person.from_other_bureau or (unit is not None and not unit.ours):
            return Standing.OTHER_BUREAU
        if absence is not None:
            return Standing.LONG_ABSENT
        if secondment is None or (secondment.to_unit is not None and secondment.to_unit == home):
            return Standing.AT_HOME
        return self._standing_away(secondment, unit)

    def _standing_away(self, secondment: Secondment, home: Unit | None) -> Standing:
        days = self._days_away(secondment)
        if secondment.kind is SecondmentKind.SENT_OUT:
            short = days is not None and days <= self._long
            return Standing.AT_HOME if short else Standing.SENT_OUT
        if days is not None and days < self._temporary:
            return Standing.TEMPORARY
        if days is None and secondment.kind is SecondmentKind.TEMPORARY:
            return Standing.TEMPORARY
        target = self._units.get(secondment.to_unit) if secondment.to_unit is not None else None
        if target is None or not target.ours:
            return Standing.SECONDED_OUTSIDE
        from_headquarters = home is None or not home.is_station
        if secondment.kind is SecondmentKind.DETAILED_DOWN and from_headquarters and target.is_station:
            return Standing.DETAILED_DOWN
        return Standing.SECONDED_INSIDE

    def _days_away(self, secondment: Secondment) -> int | None:
        """Return the length in days, None where no end is in sight; past its planned end it goes on."""
        end = secondment.returned_on or secondment.until
        if secondment.from_ is None or end is None:
            return None
        if secondment.returned_on is None:
            end = max(end, self._on)
        return (end - secondment.from_).days + 1

    def _serves(self, person: Person) -> bool:
        if person.left_on is not None:
            if person.left_on <= self._on:
                return False
        elif person.serving is not Serving.SERVING:
            return False
        return person.joined_police is None or person.joined_police <= self._on

    def _long_absence(self, absences: list[Absence]) -> Absence | None:
        for absence in absences:
            if absence.kind in ALWAYS_LONG:
                return absence
            if absence.from_ is None:
                continue
            until = absence.until or self._on
            if (until - absence.from_).days + 1 > self._long:
                return absence
        return None

    def _is_drawn_off(self, standing: Standing, home: int | None, working: int | None) -> bool:
        if standing not in (Standing.SECONDED_INSIDE, Standing.SECONDED_OUTSIDE) or home is None:
            return False
        there = self._units.get(working) if working is not None else None
        from_ = self._units.get(home)  # None: closed, or not yet opened
        return from_ is not None and from_.is_station and not (there is not None and there.is_station)


def _place(word: str, home: int | None, working: int | None) -> int | None:
    """Return the unit that a word of the status table means."""
    if word == "home":
        return home
    return working if word == "work" else None
