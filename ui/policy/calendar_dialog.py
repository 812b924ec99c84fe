"""The calendar of the county: national holidays, and its own days laid over them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from planner.county.calendar import calendar_doubt, festival_places, national
from planner.county.duty import DayKind, SpecialDay
from planner.edits.calendar import remove_special_days, set_special_days, take_over_festivals
from planner.tables.calendar_days import DAY_KINDS, TABLE, CalendarRow, calendar_rows
from planner.text import Text, same
from ui.forms.fields import choice_field, date_field, text_field
from ui.plain_label import PlainLabel
from ui.tables.hints import Hint
from ui.tables.page_source import Chip, PageAction, TableSource, always
from ui.tables.session import LiveLanguage, OpenDocument
from ui.tables.table_page import TablePage

TITLE = Text("节假日日历", "Calendar")
CALENDAR = Text("节假日日历…", "Calendar…")  # of what opens it
_CLOSE = Text("关闭", "Close")
_EMPTY = Text("日历中没有特殊日期。", "There are no special days.")
_ADD, _REMOVE = Text("增加日期", "Add a day"), Text("恢复国家安排", "Back to the national calendar")
_OFFER = Text("采用民族节日", "Take over minority festivals")
_OFFERED = Text(
    "采用后作为本局自定日期计入休息日;放假天数以州市、县当年通知为准,可再修改。",
    "They become own days off. How many days are off is in the notice of the year: correct them.",
)
_SOURCE = Text("国家安排来源:{source}。", "Source of the national days: {source}.")


SOURCE = TableSource(
    table=lambda _: TABLE,
    rows=lambda audit: calendar_rows(audit.duty, audit.state.date.year),
    searched=("day", "name"),
    empty=_EMPTY,
    row_words=lambda row: row.special.day.isoformat(),
    chips=(
        Chip("own", Text("本局自定", "Own"), lambda row: row.own),
        Chip("worked", DAY_KINDS[DayKind.WORKDAY], lambda row: row.special.kind is DayKind.WORKDAY),
    ),
    hinting=lambda row, _: None if row.own else Hint.QUIET,
)


class CalendarTable(TablePage):
    """The special days: corrected in place, added, taken back."""

    def actions_of_page(self) -> Sequence[PageAction]:
        """Return what is done about the calendar."""
        return (
            PageAction("add", Text("增加…", "Add…"), lambda _: self.ask_add(), always, primary=True),
            PageAction(
                "offer", Text("民族节日…", "Festivals…"), lambda _: self.ask_offer(), always, primary=True
            ),
            PageAction("remove", _REMOVE, self._remove, _all_own, primary=True),
        )

    def ask_add(self) -> None:
        """Ask for a day of the county's own."""
        self.ask(
            _ADD,
            (
                date_field("day", Text("日期", "Date"), self.open_document.on, needed=True),
                choice_field("kind", Text("类别", "Kind"), DAY_KINDS, DayKind.FESTIVAL),
                text_field("name", Text("名称", "Name"), needed=True),
            ),
            lambda document, values: set_special_days(document, [SpecialDay(**values)]),
        )

    def ask_offer(self) -> None:
        """Ask whose festivals to take over."""
        places = {place: same(place) for place in festival_places()}
        self.ask(
            _OFFER,
            (choice_field("place", Text("州市", "Prefecture"), places, None),),
            lambda document, values: take_over_festivals(
                document, values["place"], self.open_document.on.year
            ),
            intro=_OFFERED,
        )

    def _remove(self, rows: list[CalendarRow]) -> None:
        days = [row.special.day for row in rows]
        self.apply(_REMOVE, lambda document: remove_special_days(document, days))


def _all_own(rows: list[CalendarRow]) -> bool:
    return bool(rows) and all(row.own for row in rows)


class CalendarDialog(QDialog):
    """Shows the calendar beside the window, with where its national days come from."""

    def __init__(
        self, open_document: OpenDocument, language: LiveLanguage, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._open_document, self._language = open_document, language
        self.source, self.doubt = PlainLabel(wordWrap=True), PlainLabel(wordWrap=True)
        self.source.setObjectName("quiet")
        self.table = CalendarTable(SOURCE, open_document, language)
        layout = QVBoxLayout(self)
        layout.addWidget(self.source)
        layout.addWidget(self.doubt)
        layout.addWidget(self.table, 1)
        self.close_button = QPushButton(autoDefault=False)  # Enter belongs to the table
        self.close_button.clicked.connect(self.close)
        layout.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(860, 600)
        open_document.changed.connect(self.refresh)
        language.changed.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Say where the days of the year in force come from, and what to know of it and the next."""
        say, year = self._language.current, self._open_document.on.year
        duty = self._open_document.document.duty
        doubts = [d for y in (year, year + 1) if (d := calendar_doubt(y, duty)) is not None]
        self.setWindowTitle(TITLE.in_language(say))
        self.close_button.setText(_CLOSE.in_language(say))
        self.source.setText(_SOURCE.format(source=national(year).source).in_language(say))
        self.doubt.setText("\n".join(doubt.in_language(say) for doubt in doubts))
        self.doubt.setVisible(bool(doubts))


def show_calendar(open_document: OpenDocument, language: LiveLanguage, parent: QWidget) -> CalendarDialog:
    """Show the calendar in a window of its own beside a page, and return it."""
    dialog = CalendarDialog(open_document, language, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()
    return dialog
