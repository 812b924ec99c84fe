"""Every absence, with what takes an officer out of the present ledger marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from planner.edits.absences import correct_absences, remove_absences
from planner.tables.absences import COURSES, TABLE, AbsenceRow, Course, absence_rows
from planner.text import Text
from ui.forms.fields import date_field
from ui.tables.hints import Hint
from ui.tables.page_source import Chip, PageAction, TableSource
from ui.tables.session import LiveLanguage, OpenDocument
from ui.tables.table_page import TablePage

_EMPTY = Text(
    "没有请假记录。\n在“花名册”选中人员,点“请假…”登记。",
    "No absences.\nSelect people on the Roster page and press “Absent…”.",
)
_END = Text("登记销假", "End an absence")
_REMOVE = Text("删除记录", "Remove record")


def _hint(row: AbsenceRow, key: str) -> Hint | None:
    if row.course is Course.OVER:
        return Hint.QUIET
    return Hint.WARNING if key == "takes_out" and row.takes_out else None


def _course_chip(course: Course) -> Chip:
    return Chip(course, COURSES[course], lambda row: row.course is course)


SOURCE = TableSource(
    table=lambda _: TABLE,
    rows=lambda audit: absence_rows(audit.state),
    searched=("name", "badge_number", "home", "note"),
    empty=_EMPTY,
    row_words=lambda row: row.placed.person.name,
    chips=(
        *(_course_chip(course) for course in Course),
        Chip("takes_out", Text("不计在岗", "Not present"), lambda row: row.takes_out),
    ),
    hinting=_hint,
    person_of=lambda row: row.record.person,
)


class AbsencesPage(TablePage):
    """The absences, edited in place, ended and removed."""

    def __init__(
        self, open_document: OpenDocument, language: LiveLanguage, parent: QWidget | None = None
    ) -> None:
        super().__init__(SOURCE, open_document, language, parent)

    def actions_of_page(self) -> Sequence[PageAction]:
        """Return what is done about absences."""
        return (
            PageAction("end", Text("销假…", "End…"), self.ask_end, primary=True),
            PageAction("remove", _REMOVE, self._remove, primary=True),
            self.card_action(),
        )

    def ask_end(self, rows: list[AbsenceRow]) -> None:
        """Ask for the last day of some absences."""
        ids = [row.id for row in rows]
        self.ask(
            _END,
            (date_field("until", Text("最后一天", "Last day"), self.open_document.on, needed=True),),
            lambda document, values: correct_absences(document, {id_: dict(values) for id_ in ids}),
        )

    def _remove(self, rows: list[AbsenceRow]) -> None:
        ids = [row.id for row in rows]
        self.apply(_REMOVE, lambda document: remove_absences(document, ids))
