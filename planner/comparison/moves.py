"""Who moves under each option, by name: the scenario's own dated changes, then its proposal's moves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from planner.comparison.made import Made
from planner.comparison.options import Comparison, Option
from planner.county.records import Move, Post, Secondment
from planner.county.state import OUTSIDE
from planner.optimise.proposal import ProposedMove
from planner.scenarios.records import CHANGE_NAMES, ChangeKind
from planner.tables.names import MOVE_KINDS, POSTS, SECONDMENT_KINDS
from planner.text import Text, same

Label = Callable[[int], str]  # what a unit is called
PLACE = Text("{unit} {post}", "{unit}, {post}")
_NOWHERE = Text("", "")
_OWN, _PROPOSED = Text("方案变动", "own change"), Text("调整建议", "its proposal")


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
    from_: Text
    to: Text
    on: date | None
    until: date | None = None

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
        self._label = label or self._full_name

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
            yield from (self._move(move, proposal.date) for move in proposal.moves)

    def _move(self, move: Move | ProposedMove, proposed_on: date | None = None) -> MoveLine:
        return self._line(
            move.person,
            (str(move.kind), MOVE_KINDS[move.kind]),
            (self._place(move.from_unit, move.from_post), self._place(move.to_unit, move.to_post)),
            (move.effective if isinstance(move, Move) else proposed_on, None),
            proposed_on is not None,
        )

    def _secondment(self, record: Secondment) -> MoveLine:
        to = self._place(record.to_unit) if record.to_unit is not None else _outside(record.to_outside)
        kind = (str(ChangeKind.SECONDMENT), SECONDMENT_KINDS[record.kind])
        return self._line(record.person, kind, (self._stood(record.person), to), (record.from_, record.until))

    def _other(
        self, person: int, kind: ChangeKind, on: date | None, to: Text = _NOWHERE, until: date | None = None
    ) -> MoveLine:
        return self._line(person, (str(kind), CHANGE_NAMES[kind]), (self._stood(person), to), (on, until))

    def _line(
        self,
        id_: int,
        kind: tuple[str, Text],
        places: tuple[Text, Text],
        days: tuple[date | None, date | None],
        proposed: bool = False,
    ) -> MoveLine:
        person, (code, words) = self._people[id_], kind
        return MoveLine(self._n, proposed, id_, person.name, person.badge_number, words, code, *places, *days)

    def _stood(self, person: int) -> Text:
        placed = self._before.get(person)
        return _NOWHERE if placed is None else self._place(placed.home, placed.post)

    def _home(self, person: int) -> Text:
        placed = self._option.audit.state.placed.get(person)
        return _NOWHERE if placed is None or placed.home is None else self._place(placed.home, placed.post)

    def _place(self, unit: int | None, post: Post | None = None) -> Text:
        name = same(self._label(unit)) if unit is not None else OUTSIDE
        return name if post is None else PLACE.format(unit=name, post=POSTS[post])

    def _full_name(self, unit: int) -> str:
        known = self._units.get(unit)
        return known.name if known is not None else ""


def _outside(name: str) -> Text:
    return same(name) if name else OUTSIDE
