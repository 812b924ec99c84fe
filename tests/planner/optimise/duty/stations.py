"""Stations built by hand, with their duty months."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from planner.county.duty import Cell, DutyBook, DutyMonth
from planner.county.records import Category, Post
from planner.document import Document
from tests.planner.building import Building

NOVEMBER = date(2026, 11, 1)
OCTOBER = date(2026, 10, 1)


class Station(Building):
    """One station with leaders, dedicated community officers, others and auxiliaries."""

    def __init__(self, leaders: int = 0, community: int = 0, others: int = 0, auxiliaries: int = 0) -> None:
        super().__init__()
        self.id = self.unit("城关派出所", short_name="城关所")
        self.leaders = self.people(leaders, self.id, Post.LEADER)
        self.community = self.people(community, self.id, Post.COMMUNITY)
        self.others = self.people(others, self.id, Post.CASE)
        self.auxiliaries = self.people(auxiliaries, self.id, category=Category.AUXILIARY)
        self._months: dict[tuple[int, date], DutyMonth] = {}

    def plan(
        self,
        cells: Mapping[tuple[int, int], str],
        month: date = NOVEMBER,
        locked: bool = False,
        unit: int | None = None,
    ) -> None:
        grid: dict[int, dict[int, Cell]] = {}
        for (person, day), code in cells.items():
            grid.setdefault(person, {})[day] = Cell(code, locked)
        made = DutyMonth(unit or self.id, month, grid)
        self._months[made.key] = made

    @property
    def document(self) -> Document:
        return replace(Document(self.county, self.policy), duty=DutyBook(self._months))


def duties(cells: Mapping[tuple[int, int], str], code: str = "duty") -> Counter[int]:
    """Count how often each person has a code."""
    return Counter(person for (person, _), of in cells.items() if of == code)


def on(cells: Mapping[tuple[int, int], str], day: int, code: str = "duty") -> list[int]:
    """Return who has a code on a day."""
    return [person for (person, of_day), of in cells.items() if of_day == day and of == code]
