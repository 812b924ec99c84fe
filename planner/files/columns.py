"""The columns of one table read into values, with every doubt about a cell noted beside its person."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from planner.files.cells import as_text, one_line, read_column, word_key
from planner.files.choices import ImportChoices
from planner.files.coded import Coded
from planner.files.complaints import Complaints
from planner.files.dates import limits, read_dates
from planner.files.doubts import Doubt, Values
from planner.files.numbers import read_counts, read_days, read_decimals
from planner.files.tables import Table
from planner.files.unit_names import UnitNames
from planner.files.vocabulary import vocabulary
from planner.files.workbook import Cell

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class AskedWord:
    """A word whose meaning only a person can say, with what was said already."""

    field: str
    word: str
    answer: str | None
    sheet: str
    rows: tuple[int, ...]


@dataclass
class Reading:
    """What all sheets of one import share."""

    choices: ImportChoices
    on: date
    names: UnitNames
    complaints: Complaints = field(default_factory=Complaints)
    words: list[AskedWord] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.coded = Coded(self.choices)


class Columns:
    """Reads fields of a table; `settle` then notes the doubts and keeps the words that were lost."""

    def __init__(self, table: Table, reading: Reading) -> None:
        self.table = table
        self._reading = reading
        self._doubtful: list[tuple[str, Sequence[Cell], dict[int, Doubt]]] = []

    def texts(self, field_: str) -> list[str]:
        """Return a column of words."""
        if not self.table.has(field_):
            return [""] * len(self.table.rows)
        return read_column(self.table.cells(field_), _words)

    def dates(self, field_: str) -> Sequence[date | None]:
        """Return a column of dates."""
        if not self.table.has(field_):
            return [None] * len(self.table.rows)
        return self._noted(field_, read_dates(self.table.cells(field_), limits(field_, self._reading.on)))

    def counts(self, field_: str) -> Sequence[int | None]:
        """Return a column of whole numbers."""
        return self._noted(field_, read_counts(self.table.cells(field_)))

    def decimals(self, field_: str) -> Sequence[float | None]:
        """Return a column of numbers."""
        return self._noted(field_, read_decimals(self.table.cells(field_)))

    def days(self, field_: str) -> Sequence[float | None]:
        """Return a column of numbers of days."""
        return self._noted(field_, read_days(self.table.cells(field_)))

    def yes_no(self, field_: str) -> Sequence[bool | None]:
        """Return a column of yes and no."""
        if not self.table.has(field_):
            return [None] * len(self.table.rows)
        return self._noted(field_, self._reading.coded.yes_no(field_, self.table.cells(field_)))

    def codes(self, field_: str, blank: str, unknown: str, ask: bool = True) -> Sequence[str]:
        """Return a column of codes; unknown words are asked about."""
        if not self.table.has(field_):
            return [blank] * len(self.table.rows)
        values = self._reading.coded.read(field_, self.table.cells(field_), blank, unknown)
        if ask:
            self._ask(field_, values)
        return self._noted(field_, values)

    def _ask(self, field_: str, values: Values[str]) -> None:
        coded = self._reading.coded
        for cell in dict.fromkeys(values.cells):
            own = coded.is_own(field_, cell)
            if not word_key(cell) or (cell not in values.doubts and not own):
                continue
            if own and vocabulary().code(field_, cell) is not None:
                continue
            rows = [self.table.numbers[i] for i, c in enumerate(values.cells) if c == cell]
            answer = coded.code(field_, cell) if own else None
            asked = AskedWord(field_, as_text(cell), answer, self.table.name, tuple(rows))
            self._reading.words.append(asked)

    def ask_words(self, field_: str, words: Collection[str]) -> None:
        """Ask what some words of a column mean, though they are read all the same."""
        cells = self.texts(field_)
        for word in dict.fromkeys(w for w in cells if w in words):
            rows = tuple(self.table.numbers[i] for i, c in enumerate(cells) if c == word)
            self._reading.words.append(AskedWord(field_, word, None, self.table.name, rows))

    def _noted(self, field_: str, values: Values[T]) -> Sequence[T]:
        if values.doubts:
            places = {i: values.doubts[c] for i, c in enumerate(values.cells) if c in values.doubts}
            self._doubtful.append((field_, values.cells, places))
        return values.values

    def settle(self, people: Sequence[int | None], extras: Sequence[dict[str, str]] | None = None) -> None:
        """Note every doubt with the person of its row, and keep the words behind it in the extras."""
        for field_, cells, places in self._doubtful:
            heading = self.table.heading(field_)
            for place, doubt in places.items():
                self._reading.complaints.add(
                    doubt.kind,
                    doubt.message,
                    self.table.name,
                    self.table.numbers[place],
                    heading,
                    people[place],
                )
                if extras is not None and doubt.lost and heading:
                    extras[place][heading] = as_text(cells[place])
        self._doubtful.clear()


def _words(cell: Cell) -> str:
    words = as_text(cell)
    return one_line(words) if "\n" in words or "\r" in words else words
