"""Every secondment by borrowing level, what is overdue marked, with what a person decides about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from planner.county.records import BorrowLevel
from planner.edits.secondments import confirm, remove_secondments
from planner.tables.names import LEVELS
from planner.tables.secondments import COURSES, TABLE, Course, SecondmentRow, secondment_rows
from planner.text import Text
from ui.secondments import secondment_forms as forms
from ui.tables.hints import Hint
from ui.tables.page_source import Chip, PageAction, TableSource
from ui.tables.session import LiveLanguage, OpenDocument
from ui.tables.table_page import TablePage

_EMPTY = Text(
    "没有抽调借调记录。\n在“花名册”选中人员,点“抽调借调…”登记;导入的花名册有借调列时会自动读入。",
    "No secondments.\nSelect people on the Roster page and press “Second…”;"
    " an imported roster with such columns fills this page.",
)
_CONFIRM = Text("确认属实", "Confirm")
_CLEAR = Text("排除(删除记录)", "Clear (remove)")
_REMOVE = Text("删除记录", "Remove record")
_OPEN = (Course.AWAY, Course.OVERDUE, Course.KEPT, Course.TO_VERIFY)


def _hint(row: SecondmentRow, key: str) -> Hint | None:
    course = row.course
    if course is Course.RETURNED:
        return Hint.QUIET
    if key in ("course", "overdue") and course is Course.OVERDUE:
        return Hint.GRAVE
    if key in ("course", "source") and course is Course.TO_VERIFY:
        return Hint.WARNING
    return Hint.NOTE if key == "course" and course is Course.KEPT else None


def _course_chip(course: Course) -> Chip:
    return Chip(course, COURSES[course], lambda row: row.course is course)


def _level_chip(level: BorrowLevel) -> Chip:
    return Chip(
        level, LEVELS[level], lambda row: row.record.level is level and row.course is not Course.RETURNED
    )


SOURCE = TableSource(
    table=lambda _: TABLE,
    rows=lambda audit: secondment_rows(audit.state),
    searched=("name", "badge_number", "home", "seconded_to", "reason"),
    empty=_EMPTY,
    row_words=lambda row: row.placed.person.name,
    chips=(
        Chip("drawn_off", Text("计为抽调", "Drawn off"), lambda row: row.drawn_off),
        *(_course_chip(c) for c in (Course.OVERDUE, Course.TO_VERIFY, Course.KEPT)),
        *(_level_chip(level) for level in BorrowLevel),
        _course_chip(Course.RETURNED),
    ),
    hinting=_hint,
    person_of=lambda row: row.record.person,
)


class SecondmentsPage(TablePage):
    """The secondments, with returns, approvals, and suspicions to confirm or clear."""

    def __init__(
        self, open_document: OpenDocument, language: LiveLanguage, parent: QWidget | None = None
    ) -> None:
        super().__init__(SOURCE, open_document, language, parent)

    def actions_of_page(self) -> Sequence[PageAction]:
        """Return what a person decides about secondments."""
        return (
            PageAction("return", Text("返岗…", "Return…"), self.ask_return, _all_open, primary=True),
            PageAction(
                "keep", Text("经批准保留…", "Keep with approval…"), self.ask_keep, _all_open, primary=True
            ),
            PageAction("confirm", _CONFIRM, self._confirm, _all_suspected, primary=True),
            PageAction("dismiss", _CLEAR, self._dismiss, _all_suspected, primary=True),
            PageAction("remove", _REMOVE, self._remove, _none_suspected),
            self.card_action(),
        )

    def ask_return(self, rows: list[SecondmentRow]) -> None:
        """Ask for the last day away of some people."""
        ids = [row.id for row in rows]
        self.ask(
            forms.RETURN,
            forms.return_fields(self.open_document.on),
            lambda document, values: forms.returned(document, ids, values),
            intro=forms.RETURN_INTRO.format(names=_names(rows)),
        )

    def ask_keep(self, rows: list[SecondmentRow]) -> None:
        """Ask for the approval under which some people stay away."""
        ids = [row.id for row in rows]
        self.ask(
            forms.KEEP,
            forms.keep_fields(),
            lambda document, values: forms.kept(document, ids, values),
            intro=forms.KEEP_INTRO.format(names=_names(rows)),
        )

    def _confirm(self, rows: list[SecondmentRow]) -> None:
        ids = [row.id for row in rows]
        self.apply(_CONFIRM, lambda document: confirm(document, ids))

    def _dismiss(self, rows: list[SecondmentRow]) -> None:
        ids = [row.id for row in rows]
        self.apply(_CLEAR, lambda document: remove_secondments(document, ids))

    def _remove(self, rows: list[SecondmentRow]) -> None:
        ids = [row.id for row in rows]
        self.apply(_REMOVE, lambda document: remove_secondments(document, ids))


def _names(rows: Sequence[SecondmentRow]) -> Text:
    return forms.name_list([row.placed.person.name for row in rows])


def _all_open(rows: list[SecondmentRow]) -> bool:
    return bool(rows) and all(row.course in _OPEN for row in rows)


def _all_suspected(rows: list[SecondmentRow]) -> bool:
    return bool(rows) and all(row.record.to_verify for row in rows)


def _none_suspected(rows: list[SecondmentRow]) -> bool:
    return bool(rows) and not any(row.record.to_verify for row in rows)
