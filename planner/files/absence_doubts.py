"""Rows of a 请假 sheet that cannot all be so: longer than their dates, overlapping, more than a year gives.

Each is kept by its dates and listed: which of two rows is wrong only people know.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from planner.county.duty import DutyBook
from planner.county.leave import annual_leave_days
from planner.county.records import Absence, AbsenceKind
from planner.files.annual_leave import too_much_leave
from planner.files.columns import Reading
from planner.files.issues import IssueKind
from planner.files.roster import RosterPeople
from planner.files.tables import Table
from planner.text import Text

_LONGER = Text(
    "写的是 {days} 天,{from_} 至 {until} 只有 {span} 天:按起止日期采用,请核对。",
    "{days} days are stated, but {from_} to {until} are {span}: the dates are followed, verify them.",
)
_NO_END = Text(
    "写了 {days} 天但没有结束日期,按尚未结束采用:请补结束日期。",
    "{days} days are stated but no last day; it counts as not ended: please complete the last day.",
)
_OVERLAP = Text(
    "与第 {row} 行的请假日期重叠,两行都保留,请核对。",
    "The dates overlap those of row {row}; both are kept, verify them.",
)


@dataclass(frozen=True, slots=True)
class AbsenceRow:
    """One absence of the sheet, the row it stands in, and the days it states besides its dates."""

    absence: Absence
    row: int
    days: float | None

    def overlaps(self, other: AbsenceRow) -> bool:
        """Return whether two absences of one person share a day; one without an end goes on."""
        a, b = self.absence, other.absence
        if a.person != b.person or a.from_ is None or b.from_ is None:
            return False
        shared = min(a.until or date.max, b.until or date.max)
        return a.from_ <= shared and b.from_ <= shared


def list_absence_doubts(
    rows: Sequence[AbsenceRow], roster: RosterPeople, book: DutyBook, table: Table, reading: Reading
) -> None:
    """List every row that contradicts its own days, another row, or the annual leave of its year."""
    lister = _Lister(roster, book, table, reading)
    of_person: dict[int, list[AbsenceRow]] = {}
    for row in rows:
        lister.list_length(row)
        before = of_person.setdefault(row.absence.person, [])
        lister.list_overlap(row, before)
        before.append(row)
    for own in of_person.values():
        lister.list_annual(own)


@dataclass(frozen=True)
class _Lister:
    roster: RosterPeople
    book: DutyBook
    table: Table
    reading: Reading

    def list_length(self, row: AbsenceRow) -> None:
        absence, days = row.absence, row.days
        if days is None or absence.from_ is None:
            return
        if absence.until is None:
            self._add(row, _NO_END.format(days=f"{days:g}"), "until" if self.table.has("until") else "days")
            return
        span = (absence.until - absence.from_).days + 1
        if days > span > 0:
            dates = {"from_": absence.from_, "until": absence.until}
            self._add(row, _LONGER.format(days=f"{days:g}", span=span, **dates), "days")

    def list_overlap(self, row: AbsenceRow, before: Sequence[AbsenceRow]) -> None:
        other = next((o for o in before if o.overlaps(row)), None)
        if other is not None:
            self._add(row, _OVERLAP.format(row=other.row), "from")

    def list_annual(self, rows: Sequence[AbsenceRow]) -> None:
        """List each year with too much annual leave at the row that goes beyond it."""
        annual = [r for r in rows if r.absence.kind is AbsenceKind.ANNUAL]
        person = self.roster.people[rows[0].absence.person]
        years = {d.year for r in annual for d in (r.absence.from_, r.absence.until) if d is not None}
        for year in sorted(years):
            taken: set[date] = set()
            over: AbsenceRow | None = None
            for row in annual:
                taken |= annual_leave_days([row.absence], year)
                if over is None and too_much_leave(person, year, taken, self.book) is not None:
                    over = row
            message = too_much_leave(person, year, taken, self.book)
            if over is not None and message is not None:
                self._add(over, message, "from")

    def _add(self, row: AbsenceRow, message: Text, field: str) -> None:
        complaints, heading = self.reading.complaints, self.table.heading(field)
        person = row.absence.person
        complaints.add(IssueKind.CONTRADICTION, message, self.table.name, row.row, heading, person)
