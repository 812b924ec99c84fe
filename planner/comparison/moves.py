"""Who moves under each option, by name: the scenario's own dated changes, then its proposal's moves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from planner.comparison.made import Made
from planner.comparison.options import Comparison, Option
from planner.county.in_force import day_before, ends_secondment
from planner.county.records import Move, Post, Secondment
from planner.county.state import OUTSIDE
from planner.optimise.proposal import Proposal, ProposedMove
from planner.scenarios.records import CHANGE_NAMES, ChangeKind
from planner.tables.names import MOVE_KINDS, POSTS, SECONDMENT_KINDS
from planner.text import Text, same

Label = Callable[[int], str]  # what a unit is called
PLACE = Text("{unit} {post}", "{unit}, {post}")
_OWN, _PROPOSED = Text("方案变动", "own change"), Text("调整建议", "its proposal")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a move begins or ends: a unit by its full name, or the one outside by what it is called."""

    unit: str
    outside: str
    post: Post | None
    words: Text


NOWHERE = Place("", "", None, Text("", ""))


@dataclass(frozen=True, slots=True)
class MoveLine:
    """One officer's move under one option; `proposed` moves are the proposal's, on top of the scenario."""

    option: int  # its place among the options
    proposed: bool
    person: int
    name: str
    badge: str
    kind: Text
    code: str  # of the kind, as scripts read it
    start: Place
    end: Place
    on: date | None
    until: date | None = None

    @property
    def from_(self) -> Text:
        """Where it begins."""
        return self.start.words

    @property
    def to(self) -> Text:
        """Where it ends."""
        return self.end.words

    @property
    def source(self) -> Text:
        """Whether it is the scenario's own, or of its proposal."""
        return _PROPOSED if self.proposed else _OWN


def move_lines(comparison: Comparison, label: Label | None = None) -> tuple[MoveLine, ...]:
    """Return the moves of every option; why somebody is on leave or leaves is not said."""
    found: list[MoveLine] = []
    for n, (option, made) in enumerate(zip(comparison.options, comparison.made, strict=True)):
        namer = _Namer(comparison, option, n, label)
        found += sorted(namer.own(made), key=lambda line: line.on or date.min)
        found += namer.proposed()
    return tuple(found)


class _Namer:
    """Puts the records of one option into words."""

    def __init__(self, comparison: Comparison, option: Option, n: int, label: Label | None) -> None:
        self._option, self._n = option, n
        self._people = option.document.county.people
        self._units = option.document.county.units
        self._before = comparison.now.audit.state.placed
        self._label: Label = label or self._full_name

    def own(self, made: Made) -> Iterator[MoveLine]:
        """Yield what the scenario itself does to people."""
        yield from map(self._move, made.moves)
        yield from map(self._secondment, made.secondments)
        for absence in made.absences:
            yield self._other(absence.person, ChangeKind.LEAVE, absence.from_, until=absence.until)
        for person in made.joining:
            yield self._other(person.id, ChangeKind.RECRUIT, person.joined_police, self._home(person.id))
        for person in made.leaving:
            yield self._other(person.id, ChangeKind.RETIRE, person.left_on)

    def proposed(self) -> Iterator[MoveLine]:
        """Yield what the proposal adds."""
        proposal = self._option.proposal
        if proposal is not None:
            yield from (self._proposed(move, proposal) for move in proposal.moves)

    def _move(self, move: Move) -> MoveLine:
        return self._moved(move, move.effective, self._left(move))

    def _proposed(self, move: ProposedMove, proposal: Proposal) -> MoveLine:
        before = proposal.before.state
        return self._moved(move, proposal.date, before.working_place(before.placed[move.person]), True)

    def _moved(self, move: Move | ProposedMove, on: date, outside: str, proposed: bool = False) -> MoveLine:
        kind = (str(move.kind), MOVE_KINDS[move.kind])
        start = self._place(move.from_unit, move.from_post, outside)
        return self._line(
            move.person, kind, (start, self._place(move.to_unit, move.to_post)), (on, None), proposed
        )

    def _left(self, move: Move) -> str:
        """Return the unit outside that somebody comes back from; empty for a move within the bureau."""
        if move.from_unit is not None:
            return ""
        last = day_before(move.effective)
        away = [
            s
            for s in self._option.document.county.secondments.values()
            if s.person == move.person
            and ends_secondment(move, s)
            and (s.returned_on is None or s.returned_on >= last)
        ]
        if not away:
            return ""
        latest = max(away, key=lambda s: s.from_ or date.min)
        return latest.to_outside or self._full_name(latest.to_unit)

    def _secondment(self, record: Secondment) -> MoveLine:
        to = self._place(record.to_unit, outside=record.to_outside)
        kind = (str(ChangeKind.SECONDMENT), SECONDMENT_KINDS[record.kind])
        return self._line(record.person, kind, (self._stood(record.person), to), (record.from_, record.until))

    def _other(
        self, person: int, kind: ChangeKind, on: date | None, to: Place = NOWHERE, until: date | None = None
    ) -> MoveLine:
        return self._line(person, (str(kind), CHANGE_NAMES[kind]), (self._stood(person), to), (on, until))

    def _line(
        self,
        id_: int,
        kind: tuple[str, Text],
        places: tuple[Place, Place],
        days: tuple[date | None, date | None],
        proposed: bool = False,
    ) -> MoveLine:
        person, (code, words) = self._people[id_], kind
        return MoveLine(self._n, proposed, id_, person.name, person.badge_number, words, code, *places, *days)

    def _stood(self, person: int) -> Place:
        placed = self._before.get(person)
        return NOWHERE if placed is None else self._place(placed.home, placed.post)

    def _home(self, person: int) -> Place:
        placed = self._option.audit.state.placed.get(person)
        return NOWHERE if placed is None or placed.home is None else self._place(placed.home, placed.post)

    def _place(self, unit: int | None, post: Post | None = None, outside: str = "") -> Place:
        if unit is not None:
            name, full = same(self._label(unit)), self._full_name(unit)
            outside = ""
        else:
            name, full = same(outside) if outside else OUTSIDE, ""
        words = name if post is None else PLACE.format(unit=name, post=POSTS[post])
        return Place(full, outside, post, words)

    def _full_name(self, unit: int | None) -> str:
        known = self._units.get(unit) if unit is not None else None
        return known.name if known is not None else ""
