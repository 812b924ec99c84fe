"""What the readers of duty tables share: the document, its words and people, and what was found so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from planner.county.records import UnitKind
from planner.document import Document
from planner.files.complaints import Complaints
from planner.files.duty.imported import Spot, Stated
from planner.files.duty.people import DutyPeople
from planner.files.duty.where import DutyUnits
from planner.files.duty.words import DutyWords, Meaning
from planner.files.issues import IssueKind
from planner.files.spans import spans
from planner.files.workbook import Cell
from planner.text import Text

_WHICH_UNIT = Text(
    "看不出是哪个单位的表,未采用:请在标题写明单位(如“城关派出所2026年11月值班表”),或导入时指定单位。",
    "Whose table this is cannot be told and it is not used: name the unit in the title, or say it at import.",
)
_WHICH_MONTH = Text(
    "看不出是哪个月的表,未采用:请在标题写明年月(如“2026年11月”),或导入时指定月份。",
    "Which month this is cannot be told and it is not used: name year and month in the title, or say the"
    " month at import.",
)
_OTHER_UNIT = Text(
    "表内写的是“{unit}”,与所选单位不同,按表内采用,请核对。",
    "The table says “{unit}”, which is not the unit chosen; the table is followed, verify it.",
)
_OTHER_MONTH = Text(
    "表内写的是 {month},与所选月份不同,按表内采用,请核对。",
    "The table says {month}, which is not the month chosen; the table is followed, verify it.",
)
_STRANGER = Text(
    "表内写的“{words}”不是本局单位,按所选的“{unit}”采用,请核对。",
    "The table says “{words}”, which is no unit of this bureau; taken as of “{unit}”, the one chosen, verify"
    " it.",
)
_ODD_MONTH = Text(
    "表内写的“{words}”不是月份,按所选的 {month} 采用,请核对。",
    "The table says “{words}”, which is no month; taken as of {month}, the one chosen, verify it.",
)
_UNKNOWN_UNIT = Text(
    "没有名为“{words}”的单位,未采用其内容。", "No unit is called “{words}”; what is said of it is not used."
)
_FILLED = Text(
    "第 {rows} 行没有日期,按上一个日期计,请核对。",
    "Without a date, taken as of the date above, please verify: row {rows}.",
)
Covered = tuple[int, int, date, bool]  # unit, person, day, and whether it is what was done


@dataclass
class DutyContext:
    """One import of duty tables under way."""

    document: Document
    file_name: str
    unit: int | None
    month: date | None
    on: date  # the day of the import: what was done cannot lie after it
    complaints: Complaints = field(default_factory=Complaints)
    stated: list[Stated] = field(default_factory=list)
    months: dict[tuple[int, date], bool] = field(default_factory=dict)  # touched, in order
    covered: set[Covered] = field(default_factory=set)  # days the file speaks of, blank ones too
    rostered: set[tuple[int, date]] = field(default_factory=set)  # days whose whole duty the file names

    def __post_init__(self) -> None:
        self.codes = self.document.policy.duty_codes
        self.people = DutyPeople(self.document)
        self.units = DutyUnits(self.document.county)
        self._words: dict[bool, DutyWords] = {}

    def words(self, unit: int) -> DutyWords:
        """Return the words of a unit's cells."""
        custody = self.document.county.units[unit].kind is UnitKind.CUSTODY
        if custody not in self._words:
            self._words[custody] = DutyWords(self.document.policy, custody)
        return self._words[custody]

    def add(self, kind: IssueKind, message: Text, spot: Spot, person: int | None = None) -> None:
        """Note something doubtful."""
        self.complaints.add(kind, message, spot.sheet, spot.row, spot.column, person)

    def list_filled(self, rows: Sequence[int], sheet: str, column: str | None) -> None:
        """List the rows that took the date above them, in one issue."""
        if rows:
            message = _FILLED.format(rows=spans(rows))
            self.add(IssueKind.BAD_DATE, message, Spot(sheet, rows[0], column))

    def touch(self, unit: int, day: date) -> None:
        """Note that a month is in the file."""
        self.months.setdefault((unit, day.replace(day=1)), True)

    def person(self, name: Cell, number: Cell, unit: int, month: date, spot: Spot) -> int | None:
        """Return whom a row means; nobody, several and contradictions are listed."""
        found = self.people.find(name, number, unit, month)
        if found.doubt is not None:
            kind = IssueKind.NO_PERSON if found.person is None else IssueKind.CONTRADICTION
            self.add(kind, found.doubt, spot, found.person)
        return found.person

    def state(self, unit: int, person: int, day: date, meaning: Meaning, spot: Spot, words: str) -> None:
        """Keep what a cell says; a cell that cannot be used is listed and leaves the day as it was."""
        if meaning.trouble is not None:
            self.add(IssueKind.UNKNOWN_WORD, meaning.trouble, spot, person)
            return
        self.touch(unit, day)
        what = meaning.planned or meaning.done
        if what is not None:
            self.stated.append(Stated(unit, person, day, what, spot, words))

    def unit_of(self, told: int | None, spot: Spot, stranger: str = "") -> int | None:
        """Return the unit a table is about, the one chosen where it names none; None is listed.

        `stranger` is a unit the table names that is none of the bureau's.
        """
        if told is None and self.unit is None:
            self.add(IssueKind.UNKNOWN_UNIT, _WHICH_UNIT, spot)
        elif told is None and self.unit is not None and stranger:
            name = self.document.county.units[self.unit].name
            self.add(IssueKind.UNKNOWN_UNIT, _STRANGER.format(words=stranger, unit=name), spot)
        elif told is not None and self.unit is not None and told != self.unit:
            name = self.document.county.units[told].name
            self.add(IssueKind.CONTRADICTION, _OTHER_UNIT.format(unit=name), spot)
        return self.unit if told is None else told

    def month_of(self, told: date | None, spot: Spot, odd: str = "") -> date | None:
        """Return the month a table is about, the one chosen where it names none; None is listed.

        `odd` are the words of the table that should name it and do not.
        """
        chosen = self.month.replace(day=1) if self.month else None
        if told is None and chosen is None:
            self.add(IssueKind.BAD_DATE, _WHICH_MONTH, spot)
        elif told is None and chosen is not None and odd:
            self.add(IssueKind.BAD_DATE, _ODD_MONTH.format(words=odd, month=f"{chosen:%Y-%m}"), spot)
        elif told is not None and chosen is not None and told != chosen:
            self.add(IssueKind.CONTRADICTION, _OTHER_MONTH.format(month=f"{told:%Y-%m}"), spot)
        return told or chosen

    def row_unit(self, cell: Cell, otherwise: int | None, spot: Spot) -> int | None:
        """Return the unit a row names in a column of its own, else that of its table; list an unknown one."""
        if cell == "":
            return otherwise
        found = self.units.find(cell)
        if found is None:
            self.add(IssueKind.UNKNOWN_UNIT, _UNKNOWN_UNIT.format(words=str(cell)), spot)
        return found
