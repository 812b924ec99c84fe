"""Finding people by name or badge number, and units by name, wherever they are shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from planner.county.state import State
from planner.text import compact


@dataclass(frozen=True, slots=True)
class Found:
    """A person or a unit that was looked for."""

    is_person: bool
    id: int
    words: str  # the name
    detail: str  # badge number and unit, or the kind of match


def search(state: State, words: str, most: int = 50) -> list[Found]:
    """Return people and units with `words` in name or number: exact ones first, then beginnings."""
    wanted = compact(words)
    if not wanted:
        return []
    ranked = sorted(_matches(state, wanted), key=lambda pair: pair[0])
    return [found for _, found in ranked[:most]]


def _matches(state: State, wanted: str) -> Iterator[tuple[int, Found]]:
    for unit in state.county.units.values():
        rank = min(_rank(wanted, unit.name), _rank(wanted, unit.short_name))
        if rank < _NO_MATCH:
            yield rank, Found(False, unit.id, unit.name, unit.short_name)
    for id_, placed in state.placed.items():
        person = placed.person
        rank = min(_rank(wanted, person.name), _rank(wanted, person.badge_number))
        if rank < _NO_MATCH:
            unit_name = state.unit_name(placed.home)
            yield rank, Found(True, id_, person.name, f"{person.badge_number}  {unit_name}".strip())


_NO_MATCH = 3


def _rank(wanted: str, words: str) -> int:
    """Return 0 for the same words, 1 for a beginning, 2 for a part, 3 for no match."""
    text = compact(words)
    if text == wanted:
        return 0
    if text.startswith(wanted):
        return 1
    return 2 if wanted in text else _NO_MATCH
