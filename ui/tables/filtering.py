"""Which rows a table shows: a text or chosen values per column, one search, one condition of the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from planner.tables.column import Column
from planner.text import Language, compact

Condition = Callable[[Any], bool]


@dataclass(frozen=True, slots=True)
class ColumnFilter:
    """What one column must hold: `text` somewhere in its words, and one of `values` if there are any.

    Values are the Chinese words, so that they stay when the language is switched.
    """

    text: str = ""
    values: frozenset[str] | None = None

    @property
    def is_empty(self) -> bool:
        """Whether it lets everything through."""
        return not self.text.strip() and self.values is None


@dataclass(frozen=True, slots=True)
class Filters:
    """Everything that narrows a table down; the search looks into the columns `searched`."""

    columns: Mapping[str, ColumnFilter] = field(default_factory=dict)
    search: str = ""
    searched: tuple[str, ...] = ()
    condition: Condition | None = None

    @property
    def is_empty(self) -> bool:
        """Whether every row passes."""
        return not self.columns and not self.search.strip() and self.condition is None

    def with_column(self, key: str, filter_: ColumnFilter) -> Filters:
        """Return the filters with one column's replaced, or gone if it is empty."""
        others = {k: f for k, f in self.columns.items() if k != key}
        return replace(self, columns=others if filter_.is_empty else {**others, key: filter_})

    def without(self, key: str) -> Filters:
        """Return the filters without one column's, for the values that column may offer."""
        return replace(self, columns={k: f for k, f in self.columns.items() if k != key})


def passing(
    rows: Sequence[Any], columns: Mapping[str, Column[Any]], filters: Filters, language: Language
) -> list[Any]:
    """Return the rows that pass, in their order."""
    if filters.condition is not None:
        rows = [row for row in rows if filters.condition(row)]
    for key, wanted in filters.columns.items():
        if key in columns:
            rows = _matching(rows, columns[key], wanted, language)
    wanted_words = compact(filters.search)
    if wanted_words:
        searched = [columns[key] for key in filters.searched if key in columns]
        rows = [row for row in rows if any(wanted_words in compact(c.words(row, language)) for c in searched)]
    return list(rows)


def _matching(
    rows: Sequence[Any], column: Column[Any], wanted: ColumnFilter, language: Language
) -> list[Any]:
    text = compact(wanted.text)
    return [
        row
        for row in rows
        if (wanted.values is None or column.words(row, "zh") in wanted.values)
        and (not text or text in compact(column.words(row, language)))
    ]
