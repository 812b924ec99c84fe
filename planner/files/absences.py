"""Who is absent: the 请假 sheet, and the roster's status where it says more than 在职."""

from __future__ import annotations

from planner.county.duty import DutyBook
from planner.county.records import Absence, AbsenceKind
from planner.files.absence_doubts import AbsenceRow, list_absence_doubts
from planner.files.columns import Columns, Reading
from planner.files.issues import IssueKind
from planner.files.roster import RosterPeople
from planner.files.secondments import ENDS_EARLY, match_people
from planner.files.tables import Table
from planner.files.who import PeopleIndex
from planner.text import Text

_TWICE = Text("此行与本表第 {row} 行相同,只计一次。", "This row repeats row {row}; counted once.")
_NO_START = Text(
    "没有可用的开始日期,不知何时起不在岗,请补充。", "There is no usable first day; please complete it."
)
_KINDS = frozenset(AbsenceKind)


def read_absences(
    table: Table, reading: Reading, roster: RosterPeople, index: PeopleIndex, book: DutyBook
) -> list[Absence]:
    """Return the absences of a 请假 sheet, without ids; `book` has the county's own calendar days."""
    columns = Columns(table, reading)
    kinds = columns.codes("absence_kind", AbsenceKind.OTHER, AbsenceKind.OTHER)
    begins, ends = columns.dates("from"), columns.dates("until")
    days, notes = columns.days("days"), columns.texts("reason")
    people = match_people(table, reading, index)
    columns.settle(people)
    first: dict[Absence, int] = {}
    kept: list[AbsenceRow] = []
    for row, person in enumerate(people):
        if person is None:
            continue
        record = Absence(0, person, AbsenceKind(kinds[row]), begins[row], ends[row], notes[row])
        number = table.numbers[row]
        if record in first:
            message = _TWICE.format(row=first[record])
            reading.complaints.add(IssueKind.REPEATED_ROW, message, table.name, number, None, person)
            continue
        if record.from_ is None:
            heading = table.heading("from")
            reading.complaints.add(IssueKind.BAD_DATE, _NO_START, table.name, number, heading, person)
        elif record.until is not None and record.until < record.from_:
            heading = table.heading("until")
            reading.complaints.add(IssueKind.CONTRADICTION, ENDS_EARLY, table.name, number, heading, person)
        first[record] = number
        kept.append(AbsenceRow(record, number, days[row]))
    list_absence_doubts(kept, roster, book, table, reading)
    return list(first)


def absences_by_status(roster: RosterPeople, known: list[Absence]) -> list[Absence]:
    """Return the absences that only a status tells, such as 长期病假; when they began is not known."""
    told = {(a.person, a.kind) for a in known}
    return [
        Absence(0, person, AbsenceKind(code))
        for person, code in roster.statuses.items()
        if code in _KINDS and (person, code) not in told
    ]
