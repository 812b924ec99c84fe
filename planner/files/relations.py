"""Who is related to whom: the 亲属回避 sheet, whose rows name two people of the roster."""

from __future__ import annotations

from planner.county.records import Relation
from planner.files.columns import Columns, Reading
from planner.files.issues import IssueKind
from planner.files.secondments import match_people
from planner.files.tables import Table
from planner.files.who import PeopleIndex
from planner.text import Text

_RELATIVE = ("relative", "relative_badge_number", "relative_unit")
_TWICE = Text(
    "此行与本表第 {row} 行是同两个人,只计一次。", "This row relates the people of row {row}; counted once."
)
_SAME = Text(
    "此行的本人与亲属是同一个人,此行未采用。",
    "This row relates somebody to themselves; it is not used.",
)


def read_relations(table: Table, reading: Reading, index: PeopleIndex) -> list[Relation]:
    """Return the relations of an 亲属回避 sheet, each pair once, without ids."""
    columns = Columns(table, reading)
    kinds = columns.texts("relation")
    people = match_people(table, reading, index)
    relatives = match_people(table, reading, index, _RELATIVE)
    heading = table.heading("relative") or table.heading("relative_badge_number")
    first: dict[frozenset[int], int] = {}
    found = []
    for row, (person, relative) in enumerate(zip(people, relatives, strict=True)):
        if person is None or relative is None:
            continue
        number, pair = table.numbers[row], frozenset({person, relative})
        if person == relative:
            kind, message = IssueKind.CONTRADICTION, _SAME
        elif pair in first:
            kind, message = IssueKind.REPEATED_ROW, _TWICE.format(row=first[pair])
        else:
            first[pair] = number
            found.append(Relation(0, person, relative, kinds[row]))
            continue
        reading.complaints.add(kind, message, table.name, number, heading, person)
    return found
