"""A table is a list of columns over frozen rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Generic, TypeVar

from planner.document import Document
from planner.text import Language, Text

Row = TypeVar("Row")


class Look(StrEnum):
    """What kind of value a column holds: how it is aligned and with what it is edited."""

    WORDS = "words"
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values a cell may take, and its words."""

    value: object
    words: Text


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column: its value (sorted by, None last), its words (shown and copied), and how it is edited.

    `parse` turns typed words into a value or raises InputError; without it the column is read-only.
    `width` is in characters of the alphabet; `shown` is what a first look shows.
    """

    key: str
    title: Text
    value: Callable[[Row], Any]
    words: Callable[[Row, Language], str]
    look: Look = Look.WORDS
    width: int = 12
    shown: bool = True
    parse: Callable[[str, Document], object] | None = None
    choices: Callable[[Document], Sequence[Choice]] | None = None
    hint: Text | None = None

    @property
    def editable(self) -> bool:
        """Whether a user may type here."""
        return self.parse is not None


Values = Mapping[int, Mapping[str, object]]  # parsed values by row id and column key


@dataclass(frozen=True)
class Table(Generic[Row]):
    """A declared table; `apply` makes parsed changes in one edit, raising RefusedError by row and column."""

    key: str
    title: Text
    columns: tuple[Column[Row], ...]
    apply: Callable[[Document, Values, date], Document] | None = None

    def column(self, key: str) -> Column[Row]:
        """Return a column by its key; KeyError if there is none."""
        for column in self.columns:
            if column.key == key:
                return column
        raise KeyError(key)

    def texts(self, rows: Iterable[Row], language: Language) -> list[list[str]]:
        """Return the words of every cell, titles first, as an Excel twin writes them."""
        head = [column.title.in_language(language) for column in self.columns]
        return [head, *([column.words(row, language) for column in self.columns] for row in rows)]
