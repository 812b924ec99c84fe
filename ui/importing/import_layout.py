"""How the import page is laid out: a headline, its parts under tabs, and the two buttons."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from planner.tables import import_changes
from planner.tables.import_changes import Change, ChangeRow
from planner.tables.imported import ISSUES, TOTALS, TotalRow, issue_rows, total_rows
from ui.importing import import_words as words
from ui.importing.columns_panel import ColumnsPanel
from ui.importing.foreign import Foreign
from ui.importing.listing import Listing
from ui.importing.question_list import QuestionList
from ui.importing.reading import Reading
from ui.language import LanguageSwitch
from ui.marks import Mark, mark_icon
from ui.plain_label import PlainLabel
from ui.tables.hints import Hint


class Part(StrEnum):
    """What is shown under a tab, in the order of the tabs."""

    QUESTIONS = "questions"
    CHANGES = "changes"
    COLUMNS = "columns"
    TOTALS = "totals"
    ISSUES = "issues"


_TITLES = {
    Part.QUESTIONS: words.TO_CONFIRM,
    Part.CHANGES: words.UPDATES,
    Part.COLUMNS: words.COLUMNS,
    Part.TOTALS: words.TOTALS,
    Part.ISSUES: words.ISSUES,
}


def _total_mark(row: TotalRow, key: str) -> Mark | None:
    if key != "agrees":
        return None
    return Mark.MET if row.total.agrees else Mark.NOT_MET


def _total_hint(row: TotalRow, key: str) -> Hint | None:
    return Hint.WARNING if not row.total.agrees and key in ("agrees", "difference") else None


_CHANGE_HINTS = {
    Change.ADDED: Hint.GOOD,
    Change.CHANGED: Hint.NOTE,
    Change.GONE: Hint.WARNING,
    Change.NEW_SCENARIO: Hint.GOOD,
    Change.REPLACED_SCENARIO: Hint.NOTE,
}


def _change_hint(row: ChangeRow, key: str) -> Hint | None:
    if key != "change":
        return None
    return _CHANGE_HINTS[row.change]


class ImportLayout(QObject):
    """The widgets of the import page; a part is made when it is first brought into view."""

    column_given = Signal(str, str)  # heading, field
    options_given = Signal(object)  # ImportChoices
    refused = Signal(object)  # Text

    def __init__(self, page: QWidget, language: LanguageSwitch) -> None:
        super().__init__(page)
        self._language = language
        self._reading: Reading | None = None
        self._stale: set[Part] = set()
        self._holders: dict[Part, QVBoxLayout] = {}
        self.headline, self.note = (PlainLabel(wordWrap=True) for _ in range(2))
        self.file = PlainLabel()
        self.progress = QProgressBar(textVisible=False, minimum=0, maximum=0)
        self.import_button, self.cancel_button = QPushButton(), QPushButton()
        self.tabs, self.stack, self.body = QTabBar(), QStackedWidget(), QWidget()
        self._fill_body()
        self._lay_out(page)

    def _fill_body(self) -> None:
        self.tabs.setObjectName("pages")
        self.tabs.setDocumentMode(True)
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        for part in Part:
            self.tabs.addTab("")
            holder = QWidget()
            self._holders[part] = QVBoxLayout(holder)
            self._holders[part].setContentsMargins(12, 8, 12, 4)
            self.stack.addWidget(holder)
        self.tabs.currentChanged.connect(self._bring)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self.stack, 1)

    def _hold(self, part: Part, widget: QWidget) -> None:
        self._holders[part].addWidget(widget)

    @cached_property
    def questions(self) -> QuestionList:
        """What is to be confirmed."""
        made = QuestionList(self._language)
        self._hold(Part.QUESTIONS, made)
        return made

    @cached_property
    def columns(self) -> ColumnsPanel:
        """What every column was taken for."""
        made = ColumnsPanel(self._language)
        made.column_given.connect(self.column_given)
        made.options.given.connect(self.options_given)
        made.options.refused.connect(self.refused)
        self._hold(Part.COLUMNS, made)
        return made

    @cached_property
    def totals(self) -> Listing:
        """The file's own totals beside the rows read."""
        made = Listing(
            TOTALS, self._language, ("unit",), words.NO_TOTALS, marking=_total_mark, hinting=_total_hint
        )
        self._hold(Part.TOTALS, made)
        return made

    @cached_property
    def issues(self) -> Listing:
        """What could not be taken as it stands."""
        searched = ("kind", "column", "message")
        made = Listing(ISSUES, self._language, searched, words.NO_ISSUES, stretched=True)
        self._hold(Part.ISSUES, made)
        return made

    @cached_property
    def changes(self) -> Listing:
        """What an update changes."""
        table, searched = import_changes.TABLE, ("name", "unit", "details")
        made = Listing(
            table, self._language, searched, words.NO_CHANGES, hinting=_change_hint, stretched=True
        )
        self._hold(Part.CHANGES, made)
        return made

    def _lay_out(self, page: QWidget) -> None:
        font = self.headline.font()
        font.setPointSizeF(font.pointSizeF() * 1.4)
        font.setBold(True)
        self.headline.setFont(font)
        self.file.setObjectName("quiet")
        self.file.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.progress.setFixedHeight(4)
        held = self.progress.sizePolicy()
        held.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(held)
        self.import_button.setDefault(True)
        for button in (self.import_button, self.cancel_button):
            button.setMinimumWidth(96)
        top = QVBoxLayout()
        top.setContentsMargins(16, 12, 16, 8)
        top.setSpacing(2)
        top.addWidget(self.headline)
        top.addWidget(self.file)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(16, 8, 16, 12)
        bottom.setSpacing(10)
        bottom.addWidget(self.note, 1)
        bottom.addWidget(self.cancel_button)
        bottom.addWidget(self.import_button)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.progress)
        layout.addWidget(self.body, 1)
        layout.addStretch(0)
        layout.addLayout(bottom)

    def show_body(self) -> None:
        """Show the parts; their tabs, named while out of sight, are measured only now."""
        if self.body.isHidden():
            self.body.show()
            self.tabs.updateGeometry()

    def step(self, by: int) -> None:
        """Bring the next part into view, or with -1 the one before."""
        shown = [index for index in range(self.tabs.count()) if self.tabs.isTabVisible(index)]
        place = shown.index(self.tabs.currentIndex()) + by
        self.tabs.setCurrentIndex(shown[place % len(shown)])

    def show_part(self, part: Part) -> None:
        """Bring one part into view."""
        self.tabs.setCurrentIndex(list(Part).index(part))

    def _bring(self, index: int) -> None:
        self.stack.setCurrentIndex(index)
        self._catch_up()

    def show_reading(self, reading: Reading, updates: bool) -> None:
        """Show a reading: the part in view now, every other one when it is brought into view."""
        self._reading, self._stale = reading, set(Part)
        self.show_tabs(reading, updates)
        self._catch_up()

    def show_foreign(self, met: Foreign) -> None:
        """Show nothing but the columns of a file that was not understood."""
        self._reading = None
        self.columns.show_foreign(met)
        for index, part in enumerate(Part):
            self.tabs.setTabVisible(index, part is Part.COLUMNS)
            self.tabs.setTabText(index, self._language.words(_TITLES[part]))
        self.show_part(Part.COLUMNS)

    def _catch_up(self) -> None:
        part, reading = list(Part)[self.tabs.currentIndex()], self._reading
        if reading is None or part not in self._stale:
            return
        self._stale.discard(part)
        imported = reading.imported
        match part:
            case Part.QUESTIONS:
                self.questions.show_questions(imported.questions)
            case Part.CHANGES:
                self.changes.show_rows(reading.changes, words.changes_summary(reading))
            case Part.COLUMNS:
                self.columns.show_reading(reading)
            case Part.TOTALS:
                self.totals.show_rows(total_rows(imported), words.totals_summary(reading))
            case Part.ISSUES:
                self.issues.show_rows(issue_rows(imported), words.issues_summary(reading))

    def show_tabs(self, reading: Reading, updates: bool) -> None:
        """Name the parts, with how much there is in each and a mark where it asks for attention."""
        imported = reading.imported
        left = len(imported.open_questions)
        bad = sum(not total.agrees for total in imported.totals)
        counts = {Part.QUESTIONS: left, Part.CHANGES: len(reading.changes), Part.TOTALS: bad,
                  Part.ISSUES: len(imported.issues)}  # fmt: skip
        marks = {Part.QUESTIONS: Mark.TO_VERIFY if left else Mark.MET}
        if imported.totals:
            marks[Part.TOTALS] = Mark.NOT_MET if bad else Mark.MET
        palette = self.tabs.palette()
        for index, part in enumerate(Part):
            title, count = self._language.words(_TITLES[part]), counts.get(part, 0)
            self.tabs.setTabText(index, f"{title} {count}" if count else title)
            icon = mark_icon(marks[part], palette) if part in marks else None
            if icon is not None:
                self.tabs.setTabIcon(index, icon)
            self.tabs.setTabVisible(index, part is not Part.CHANGES or updates)
