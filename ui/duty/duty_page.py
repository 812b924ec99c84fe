"""The Duty page: one unit's month, typed, filled, locked and checked, with its margins live."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QFocusEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from planner.county.duty import DutyMonth
from planner.edits.duty import clear_month, copy_previous, duty_month, new_month
from planner.text import Text
from ui.duty.all_units import AllUnits, FilledUnits
from ui.duty.calendar_line import CalendarLine
from ui.duty.cell_actions import CellActions
from ui.duty.check_panel import Checked, CheckPanel
from ui.duty.checking import audit_of, findings_of, frontier_words
from ui.duty.code_row import CodeRow
from ui.duty.editing import DutyEditing
from ui.duty.grid_panel import GridPanel
from ui.duty.importing import DutyImporting, ImportIssues
from ui.duty.month_bar import MonthBar, month_title, stepped
from ui.duty.place import Place
from ui.duty.planning import FILL, REPAIR, DutyPlanning, shortage_words
from ui.following_page import FollowingPage
from ui.invitation import Invitation
from ui.overview.suspicions import Suspicions
from ui.settings import DUTY_DAY_WIDTH, DUTY_SPLITTER, as_bytes
from ui.shell import Shell
from ui.tables.refusal_panel import RefusalPanel

if TYPE_CHECKING:
    from planner.files.duty.imported import DutyImport
    from planner.optimise.duty.filling import DutyProposal

_IMPORT = Text("导入…", "Import…")
_PRINT = Text("打印…", "Print…")
_CHECK, _NEW = Text("检查", "Check"), Text("新建空表", "Start an empty one")
_COPY_MONTH = Text("沿用上月", "Continue last month")
_CLEAR_MONTH = Text("清空本月(保留锁定)", "Clear the month but for locked cells")
_IMPORT_TIP = Text(
    "导入 Excel 值班表或考勤:每人一行、每日一列,或反过来,或每天一行",
    "Import an Excel roster or attendance: a row per person and a column per day, turned, or a row per day",
)
_PRINT_TIP = Text(
    "预览上墙值班表:打印 A4 或 A3,或另存 PDF、Excel",
    "Preview the wall roster: print it on A4 or A3, or save it as PDF or Excel",
)
_CHECK_TIP = Text(
    "本月哪里不达标,现有人员能同时做到什么",
    "What falls short this month, and what the people here can keep together",
)
_CARD = Text("人员卡片", "Officer card")
_LABEL = Text("{unit}{month}值班:{what}", "Duty of {unit}, {month}: {what}")
_NO_UNITS = Text("还没有派出所或监管场所", "There is no station or custody unit yet")
_NO_UNITS_WORDS = Text("请先打开或导入花名册。", "Open or import a roster first.")
_NO_ROSTER = Text("{unit}{month}还没有值班表", "No duty roster of {unit} for {month} yet")
_NO_ROSTER_WORDS = Text(
    "可以自动排班、沿用上月的规律、新建空表逐格填写,或导入已有的值班表(Excel)。",
    "Have it filled, go on as in the month before, start an empty one and type, or import an Excel roster.",
)
_PAUSE = 80  # milliseconds from an edit to its findings: the grid comes first
_GRID_WIDTH, _CHECK_WIDTH = 900, 260


class DutyPage(FollowingPage):
    """Follows the open document; remembers the unit and month it was left at."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shell, self.open_document, self.language = shell, shell.open_document, shell.language
        self.place = Place(shell.open_document, shell.settings, self)
        self.bar, self.codes, self.grid = MonthBar(self.language), CodeRow(self.language), GridPanel()
        self.suspicions = Suspicions(
            self.open_document,
            self.language,
            self,
            lambda: self.place.month,
            shell.open_document.is_as_it_stands,
        )
        self.refusals = RefusalPanel()
        self.check = CheckPanel(self.language, self.suspicions.fill_menu)
        self.calendar = CalendarLine(self.open_document, self.language)
        self.planning, self.importing = DutyPlanning(shell), DutyImporting(shell, self)
        self.issues = ImportIssues(self.language)
        self.all_units, self.filled = AllUnits(shell, self.planning, self), FilledUnits(self.language)
        self.check_button, self.import_button, self.print_button = (QPushButton() for _ in range(3))
        self.fill_button, self.new_button, self.copy_button = QPushButton(), QPushButton(), QPushButton()
        self.empty = Invitation((self.fill_button, self.copy_button, self.new_button))
        self.editing = DutyEditing(self.open_document, self.language, self.refusals, lambda: self.place.key)
        self.cells = CellActions(self.grid.view, self.editing, self.language)
        self.copy_action, self.clear_action, self.card_action = QAction(self), QAction(self), QAction(self)
        self.repair_action = QAction(self)
        self._add_keys()
        self._check_soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._check_soon.timeout.connect(self._fill_check)
        self._shortages: tuple[DutyMonth, list[Text]] | None = None  # of a month as it was planned
        self._lay_out()
        self._connect()
        self.grid.set_day_width(shell.settings.get(DUTY_DAY_WIDTH))
        if widths := shell.settings.get(DUTY_SPLITTER):
            self.splitter.restoreState(widths)
        self.retranslate()

    def _add_keys(self) -> None:
        keys = (
            (QAction(self), "F5", self.fill),
            (QAction(self), "Shift+F5", self.planning.line.stop),
            (self.repair_action, "Ctrl+F5", self.repair),
        )
        for action, key, run in keys:
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(run)
            self.addAction(action)

    def _lay_out(self) -> None:
        self.top = QHBoxLayout()
        self.top.addWidget(self.bar)
        self.top.addWidget(self.planning, 1)
        self.top.addWidget(self.check_button)
        self.top.addWidget(self.import_button)
        self.top.addWidget(self.print_button)
        self.check_button.setCheckable(True)
        work = QWidget()
        inner = QVBoxLayout(work)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        inner.addWidget(self.codes)
        inner.addWidget(self.calendar)
        inner.addWidget(self.grid, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setObjectName("quiet")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(work)
        self.splitter.addWidget(self.check)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([_GRID_WIDTH, _CHECK_WIDTH])
        self.check.hide()
        below = QWidget()
        self._stack = QStackedLayout(below)
        self._stack.addWidget(self.splitter)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addLayout(self.top)
        layout.addWidget(below, 1)
        layout.addWidget(self.refusals)
        layout.addWidget(self.issues)
        layout.addWidget(self.filled)

    def _connect(self) -> None:
        self.keep_up_with(self.open_document.changed, self.place.changed)
        self.open_document.replaced.connect(self.place.forget)
        for panel in (self.issues, self.filled):
            self.open_document.replaced.connect(panel.hide)
        self.language.changed.connect(self.retranslate)
        self.place.changed.connect(self.planning.forget_result)
        self.planning.line.running_changed.connect(self.fill_button.setDisabled)
        self.bar.unit_chosen.connect(self.place.go_to_unit)
        self.bar.month_chosen.connect(self.place.go_to_month)
        self.codes.chosen.connect(self.cells.set_code)
        self.grid.width_chosen.connect(lambda width: self.shell.settings.set(DUTY_DAY_WIDTH, width))
        self.splitter.splitterMoved.connect(
            lambda *_: self.shell.settings.set(DUTY_SPLITTER, as_bytes(self.splitter.saveState()))
        )
        self.check_button.toggled.connect(self._show_check)
        self.check.closed.connect(lambda: self.check_button.setChecked(False))
        self.check.person_chosen.connect(self.reveal_person)
        self.refusals.chosen.connect(self.reveal)
        self.planning.fill_asked.connect(self.fill)
        self.planning.repair_asked.connect(self.repair)
        self.planning.planned.connect(self._show_planned)
        self.planning.all_asked.connect(lambda: self.all_units.ask(self.place.month))
        self.planning.all_planned.connect(self.filled.show_filled)
        self.filled.chosen.connect(self.go_to)
        self.importing.imported.connect(self._show_imported)
        self.importing.told.connect(lambda text: self.refusals.tell(text, self.language.current))
        self.import_button.clicked.connect(lambda: self.importing.ask(*self._asked()))
        self.print_button.clicked.connect(self.print_roster)
        self.fill_button.clicked.connect(self.fill)
        self.new_button.clicked.connect(self.start_month)
        self.copy_button.clicked.connect(self.continue_last_month)
        self.copy_action.triggered.connect(self.continue_last_month)
        self.clear_action.triggered.connect(self.clear_month)
        self.card_action.triggered.connect(lambda: self._show_card(self.grid.view.currentIndex().row()))
        self.grid.view.customContextMenuRequested.connect(self._open_menu)
        self.grid.view.names.sectionDoubleClicked.connect(self._show_card)

    def show_unit(self, unit: int | None) -> None:
        """Follow the tree of units to one that keeps duty rosters."""
        self.place.follow_unit(unit)

    # following the document and the language

    def take_note(self, *_: object) -> None:
        """Take note that something changed; what was refused was refused of an earlier version."""
        self.refusals.hide()
        super().take_note()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the grid."""
        super().focusInEvent(event)
        (self.grid.view if self.shows_grid else self.new_button).setFocus(event.reason())

    @property
    def shows_grid(self) -> bool:
        """Whether there is a roster in view."""
        return self._stack.currentWidget() is self.splitter

    def show_document(self) -> None:
        """Show the month in view of the version in force."""
        self.place.settle()
        document, grid = self.open_document.document, self.place.grid()
        self.bar.setVisible(grid is not None)
        self.bar.show_place(self.place.units(), self.place.unit, self.place.month)
        self.editing.grid = grid
        self.grid.show_grid(grid, self.language.current, document.policy)
        self._stack.setCurrentWidget(self.splitter if grid is not None and grid.exists else self.empty)
        self.check_button.setEnabled(self.shows_grid)
        self.print_button.setEnabled(self.shows_grid)
        self.planning.setEnabled(grid is not None)
        self.planning.repair_button.setEnabled(self.shows_grid)
        self.import_button.setEnabled(grid is not None)
        if self.shows_grid:
            self.codes.show_codes(self.editing.codes)
            self._select_something()
        self._say_what_is_missing()
        self.calendar.show_year(self.place.month.year)
        if not self.check.isHidden():
            self._check_soon.start()

    def _select_something(self) -> None:
        view = self.grid.view
        if not view.currentIndex().isValid() and self.grid.cells.rowCount():
            view.setCurrentIndex(self.grid.cells.index(0, 0))

    def _say_what_is_missing(self) -> None:
        unit, month, say = self.place.unit, self.place.month, self.language.words
        if unit is None:
            self.empty.say(say(_NO_UNITS), say(_NO_UNITS_WORDS))
        else:
            title = _NO_ROSTER.format(unit=self.place.name, month=month_title(month))
            self.empty.say(say(title), say(_NO_ROSTER_WORDS))
        before = duty_month(self.open_document.document, self.place.key[0], stepped(month, -1))
        self.new_button.setVisible(unit is not None)
        self.fill_button.setVisible(unit is not None)
        self.copy_button.setVisible(before is not None)
        self.copy_action.setEnabled(before is not None)

    def retranslate(self) -> None:
        """Show everything in the language in force."""
        say = self.language.words
        self.check_button.setText(say(_CHECK))
        self.check_button.setToolTip(say(_CHECK_TIP))
        self.import_button.setToolTip(say(_IMPORT_TIP))
        self.print_button.setToolTip(say(_PRINT_TIP))
        self.import_button.setText(say(_IMPORT))
        self.print_button.setText(say(_PRINT))
        self.planning.retranslate()
        self.fill_button.setText(say(FILL))
        self.new_button.setText(say(_NEW))
        self.copy_button.setText(say(_COPY_MONTH))
        self.copy_action.setText(say(_COPY_MONTH))
        self.clear_action.setText(say(_CLEAR_MONTH))
        self.repair_action.setText(say(REPAIR))
        self.card_action.setText(say(_CARD))
        self.bar.retranslate()
        self.codes.retranslate()
        self.filled.retranslate()
        self.take_note()

    # the month as a whole

    def _label(self, what: Text) -> Text:
        return _LABEL.format(unit=self.place.name, month=month_title(self.place.month), what=what)

    def start_month(self) -> None:
        """Begin an empty month."""
        self.editing.apply(self._label(_NEW), new_month)
        self.grid.view.setFocus()

    def continue_last_month(self) -> None:
        """Fill blank cells as the month before went on."""
        self.editing.apply(self._label(_COPY_MONTH), copy_previous)
        self.grid.view.setFocus()

    def clear_month(self) -> None:
        """Take out all but the locked cells."""
        self.editing.apply(self._label(_CLEAR_MONTH), clear_month)

    def menu(self) -> QMenu:
        """Return the context menu."""
        further = (self.repair_action, self.copy_action, self.clear_action, self.card_action)
        return self.cells.menu(further)

    def _open_menu(self, place: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.grid.view.viewport().mapToGlobal(place))

    def _show_card(self, row: int) -> None:
        rows = self.grid.cells.rows
        if 0 <= row < len(rows):
            self.shell.navigation.show_card(rows[row].person.id)

    # Fill, Repair, Import

    def _asked(self) -> tuple[int | None, date]:
        return self.place.unit, self.place.month

    def fill(self) -> None:
        """Have the whole month planned."""
        if self.place.unit is not None and not self.planning.line.running:
            self.planning.fill(*self.place.key)

    def repair(self) -> None:
        """Have others cover for the selected people on the selected days."""
        self.planning.repair(*self.place.key, frozenset(self.editing.planned_in(self.grid.view.block)))

    def _show_planned(self, proposal: DutyProposal) -> None:
        made = duty_month(self.open_document.document, proposal.unit, proposal.month)
        shortages = shortage_words(proposal)
        self._shortages = (made, shortages) if made is not None else None
        self.check_button.setChecked(self.check_button.isChecked() or bool(proposal.uncovered))
        self.refresh()

    def go_to(self, unit: int, month: date) -> None:
        """Show a month of a unit."""
        self.place.go_to_unit(unit)
        self.place.go_to_month(month)

    def _show_imported(self, result: DutyImport, file_name: str) -> None:
        if result.months and self.place.key not in result.months:
            self.go_to(*result.months[0])
        self.issues.list_issues(result.issues, file_name, is_used=bool(result.months))

    def print_roster(self) -> None:
        """Show the month in view as it will hang on the wall, ready to print."""
        from planner.reports.paper import UnitMonth

        self.shell.navigation.roster_requested.emit(UnitMonth(*self.place.key))

    # checking

    def _show_check(self, shown: bool) -> None:
        self.check.setVisible(shown)
        if shown:
            self._fill_check()

    def _fill_check(self) -> None:
        made = duty_month(self.open_document.document, *self.place.key)
        kept = self._shortages is not None and self._shortages[0] is made
        shortages = self._shortages[1] if self._shortages is not None and kept else []
        unit, month = self.place.key
        audit = audit_of(self.open_document, month)
        self.check.show_checked(
            Checked(
                findings_of(audit, unit),
                self.suspicions.cleared_words({row.person.id for row in self.grid.cells.rows}),
                shortages,
                frontier_words(audit, unit),
                made is None or not made.planned,
            )
        )

    def reveal_person(self, person: int) -> None:
        """Select somebody's line."""
        row = self._row_of(person)
        if row is not None:
            self.grid.view.select((row, 0, row, self.grid.cells.columnCount() - 1))
            self.grid.view.scrollTo(self.grid.cells.index(row, 0))

    def reveal(self, person: int, day: str) -> None:
        """Make a refused cell the current one."""
        row = self._row_of(person)
        if row is not None and day.isdecimal():
            self.grid.view.setCurrentIndex(self.grid.cells.index(row, int(day) - 1))
            self.grid.view.setFocus()

    def _row_of(self, person: int) -> int | None:
        people = [row.person.id for row in self.grid.cells.rows]
        return people.index(person) if person in people else None
