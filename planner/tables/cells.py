"""Typed or pasted cells made into one edit: all of them, or none and a list of what cannot be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from planner.document import Document
from planner.edits.refused import RefusedError
from planner.errors import InputError
from planner.tables.column import Table
from planner.text import Text

READ_ONLY = Text("这一列由程序计算,不能修改。", "This column is computed and cannot be changed.")


@dataclass(frozen=True, slots=True)
class Refusal:
    """One cell that cannot be: whose row, which column, the words given, and why."""

    row: int
    column: str
    words: str
    reason: Text


class RefusedCellsError(InputError):
    """Some cells cannot be; nothing was changed."""

    def __init__(self, refusals: tuple[Refusal, ...]) -> None:
        """Keep every refused cell; the sentence is the first reason."""
        super().__init__(refusals[0].reason)
        self.refusals = refusals


def set_cells(
    document: Document, table: Table[Any], cells: Mapping[tuple[int, str], str], on: date
) -> Document:
    """Return the document with words set by row id and column key, or raise RefusedCellsError.

    `on` is the date the table shows: a correction goes to the record in force that day.
    """
    columns = {column.key: column for column in table.columns}
    values: dict[int, dict[str, object]] = {}
    refusals = []
    for (row, key), words in cells.items():
        parse = columns[key].parse
        if parse is None or table.apply is None:
            refusals.append(Refusal(row, key, words, READ_ONLY))
            continue
        try:
            values.setdefault(row, {})[key] = parse(words, document)
        except InputError as fault:
            refusals.append(Refusal(row, key, words, fault.message))
    if refusals:
        raise RefusedCellsError(tuple(refusals))
    if not values or table.apply is None:
        return document
    try:
        return table.apply(document, values, on)
    except RefusedError as refusal:
        raise RefusedCellsError(
            tuple(
                Refusal(row, key, cells.get((row, key), ""), why)
                for (row, key), why in refusal.reasons.items()
            )
        ) from None
