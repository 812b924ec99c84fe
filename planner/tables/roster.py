"""The roster (花名册): one row per person, with where they work and count on the date."""

from __future__ import annotations

from planner.document import Document
from planner.tables.column import Column, Table
from planner.tables.kinds import words
from planner.tables.roster_changes import EXTRA, apply_to_roster
from planner.tables.roster_columns import ABSENCE, CAREER, PERSON, PLACE, SECONDMENT
from planner.tables.roster_rows import RosterRow, roster_rows
from planner.text import Text, same

__all__ = ["COLUMNS", "RosterRow", "roster_rows", "roster_table"]

COLUMNS: tuple[Column[RosterRow], ...] = (
    *PERSON[:2],
    *PLACE,
    *PERSON[2:],
    *SECONDMENT,
    *ABSENCE,
    *CAREER,
)


def roster_table(document: Document) -> Table[RosterRow]:
    """Return the roster's columns, the user's own after those the program knows."""
    seen: dict[str, None] = {}
    for person in document.county.people.values():
        if person.extra:
            seen.update(dict.fromkeys(person.extra))
    columns = document.layout.columns if document.layout else ()
    known = {column.heading for column in columns if column.field}
    own = tuple(_own_column(header, header in known) for header in seen)
    return Table("roster", Text("花名册", "Roster"), (*COLUMNS, *own), apply_to_roster)


def _own_column(header: str, known: bool) -> Column[RosterRow]:
    """Return a column of the user's own, or of the words a known column was written with."""
    title = Text(f"{header}(原文)", f"{header} (as written)") if known else same(header)
    return words(EXTRA + header, title, lambda r: r.person.extra.get(header, ""), edit=True)
