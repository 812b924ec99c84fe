"""How many officers every unit has, from day to day: only whoever's place differs is counted again."""

from __future__ import annotations

from collections import Counter

from planner.audit.ledgers import is_in_base
from planner.county.state import Placed, State


class Strength:
    """Officers by unit on a day, None for no unit of the bureau; a day of its own makes no copy of it."""

    def __init__(self, state: State) -> None:
        self.books: Counter[int | None] = Counter()
        self.present: Counter[int | None] = Counter()
        self.own: Counter[int | None] = Counter()  # of those present; draw-offs a unit uses are not its own
        self.based: Counter[int | None] = Counter()  # of those present, whom the county's base counts
        self._away: set[int] = set()  # drawn off
        for placed in state.counted():
            self._add(placed, state, 1)

    def on(self, before: State, now: State) -> tuple[Strength, frozenset[int]]:
        """Return the strength on a later day, and whose place differs; this one is used up by it."""
        changed = frozenset(id_ for id_, placed in now.placed.items() if placed is not before.placed[id_])
        if now.policy != before.policy or now.county.units != before.county.units:
            return Strength(now), changed
        for id_ in changed:
            self._add(before.placed[id_], before, -1)
            self._add(now.placed[id_], now, 1)
        return self, changed

    def drawn(self, state: State) -> int:
        """Return how many are drawn off on a day, those kept with approval not counted."""
        return sum(not state.is_kept(state.placed[id_]) for id_ in self._away)

    def _add(self, placed: Placed, state: State, sign: int) -> None:
        if not placed.standing.counts:
            return
        self.books[placed.books_unit] += sign
        self.present[placed.present_unit] += sign
        self.based[placed.present_unit] += sign * is_in_base(placed, state)
        if not placed.drawn_off:
            self.own[placed.present_unit] += sign
        elif sign > 0:
            self._away.add(placed.person.id)
        else:
            self._away.discard(placed.person.id)
