"""What a page tells its table: which rows, how to search, narrow and mark them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from planner.audit.results import Audit
from planner.document import Document
from planner.tables.column import Table
from planner.text import Text
from ui.tables.filtering import Condition
from ui.tables.hints import Hinting
from ui.tables.record_table import Marking

Rows = Sequence[Any]


@dataclass(frozen=True)
class Chip:
    """A quick filter with its number of rows."""

    key: str
    title: Text
    condition: Condition


@dataclass(frozen=True)
class TableSource:
    """The declaration of a page over one table."""

    table: Callable[[Document], Table[Any]]
    rows: Callable[[Audit], Rows]
    searched: tuple[str, ...]
    empty: Text  # what to do when there is nothing at all
    row_words: Callable[[Any], str]  # what a row is called in messages
    chips: tuple[Chip, ...] = ()
    hinting: Hinting | None = None
    person_of: Callable[[Any], int] | None = None
    marking: Marking | None = None


@dataclass(frozen=True)
class PageAction:
    """Something to do with the selected rows: a button where `primary`, and an entry of the menu."""

    key: str
    title: Text
    run: Callable[[list[Any]], object]
    fits: Callable[[list[Any]], bool] = field(default=bool)  # whether it can be done with these rows
    primary: bool = False
    shortcut: str = ""
    after_line: bool = False


def always(_: list[Any]) -> bool:
    """Fit any selection, even none."""
    return True


def single(rows: list[Any]) -> bool:
    """Fit exactly one row."""
    return len(rows) == 1
