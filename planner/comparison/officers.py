"""The difference by officer: who stands otherwise under any option on the date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from planner.comparison.moves import PLACE, Label
from planner.comparison.options import Comparison
from planner.county.records import Person
from planner.county.state import Placed, Standing, State
from planner.tables.names import POSTS
from planner.text import Text, same

_AWAY = Text("{place}(在{there})", "{place} (at {there})")
_NOT_PRESENT = Text("{place}(不在岗)", "{place} (not present)")
_NOT_SERVING, _UNKNOWN = Text("不在职", "not serving"), Text("—", "—")


@dataclass(frozen=True, slots=True)
class OfficerLine:
    """One officer and where each option has them; why somebody is not present is not said."""

    person: Person
    places: tuple[Text, ...]

    @property
    def id(self) -> int:
        """The person's id."""
        return self.person.id

    def differs(self, n: int) -> bool:
        """Whether an option has the officer elsewhere than the first one."""
        return self.places[n] != self.places[0]


def officer_lines(comparison: Comparison, label: Label | None = None) -> tuple[OfficerLine, ...]:
    """Return whoever's unit, post or standing differs in any option, in roster order."""
    states = [option.audit.state for option in comparison.options]
    return tuple(
        OfficerLine(person, tuple(_words(state.placed.get(person.id), state, label) for state in states))
        for person in _differing(states)
    )


def _differing(states: list[State]) -> Iterator[Person]:
    first = states[0].placed
    changed: dict[int, Person] = {}
    for state in states[1:]:
        if state.placed is first:
            continue
        for id_, placed in state.placed.items():
            was = first.get(id_)
            if was is not placed and (_serves(was) or _serves(placed)) and _stand(was) != _stand(placed):
                changed[id_] = placed.person
    order = {id_: n for n, id_ in enumerate(first)}
    yield from sorted(changed.values(), key=lambda person: order.get(person.id, len(order)))


def _serves(placed: Placed | None) -> bool:
    return placed is not None and placed.standing is not Standing.NOT_SERVING


def _stand(placed: Placed | None) -> tuple[object, ...] | None:
    return None if placed is None else (placed.home, placed.working, placed.post, placed.standing)


def _words(placed: Placed | None, state: State, label: Label | None) -> Text:
    if placed is None:
        return _UNKNOWN
    if placed.standing is Standing.NOT_SERVING:
        return _NOT_SERVING
    name = label or state.unit_name
    home = name(placed.home) if placed.home is not None else ""
    place = PLACE.format(unit=home or "—", post=POSTS[placed.post])
    if placed.standing is Standing.LONG_ABSENT:
        return _NOT_PRESENT.format(place=place)
    if placed.working == placed.home:
        return place
    there = same(name(placed.working)) if placed.working is not None else state.working_words(placed)
    return _AWAY.format(place=place, there=there)
