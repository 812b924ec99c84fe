"""The print preview: papers on the left, the pages beside them; print, PDF or Excel."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from planner.optimise.proposal import Proposal
from planner.optimise.running import Limits, Stop
from planner.reports.catalogue import REPORTS
from planner.reports.kinds import OF_A_MONTH
from planner.reports.paper import UnitMonth
from planner.text import Text
from ui.background import Failed, Report, Task
from ui.marks import Mark
from ui.messages import MessagePanel
from ui.plain_label import PlainLabel
from ui.printing.order import COMPARISON_KIND, PROPOSAL_KIND, ROSTER_KIND, USES_PROPOSAL, Order, order_of
from ui.printing.outlet import Outlet
from ui.printing.page_view import PageView
from ui.printing.preview_bar import PreviewBar
from ui.printing.roster_choice import RosterChoice
from ui.printing.words import (
    BUTTONS,
    EMPTY,
    HEADING,
    NEEDED,
    NO_WHAT_IF,
    NOT_FOUND,
    SOLVING,
    TITLE,
    TYPESETTING,
    UNSAVED,
)
from ui.proposal.plan_bar import PlanBar
from ui.proposal.questions import Planning, plan_in_full
from ui.settings import PRINT_GEOMETRY, PRINT_REPORT, as_bytes
from ui.shell import Shell

if TYPE_CHECKING:
    from planner.comparison.options import Comparison

_LIST_WIDTH, _SIZE = 210, (1080, 690)


class PrintPreview(QDialog):
    """Shows a paper of the open document as it will be printed; everything slow runs on other threads."""

    def __init__(
        self,
        shell: Shell,
        parent: QWidget | None = None,
        proposal: Proposal | None = None,
        planning: Planning = plan_in_full,
        what_if: bool = False,
        about: UnitMonth | None = None,
        compared: Comparison | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        self._shell, self._say = shell, shell.language.words
        self._proposal, self._planning, self._what_if = proposal, planning, what_if
        self._compared = compared
        self._order: Order | None = None  # the one shown or on its way
        self._pdf = b""  # its pages, empty until they are there
        self._setting: Task | None = None
        self._solving: Task | None = None
        self._status: Text | None = None
        self._refused = False  # whether the message tells why the paper before could not be set
        self.list, self.view = QListWidget(), PageView(shell.background)
        self.messages = MessagePanel(shell.language)
        self.bar, self.plan_bar = PreviewBar(self.view, shell.language), PlanBar(shell.language)
        self.roster = RosterChoice(shell)
        self.heading, self.words, self.status = PlainLabel(), PlainLabel(), PlainLabel()
        self.buttons = {key: QPushButton() for key in BUTTONS}
        self.outlet = Outlet(shell, self.messages, self)
        for report in REPORTS.values():
            item = QListWidgetItem(self.list)
            item.setData(Qt.ItemDataRole.UserRole, report.id)
        self._lay_out()
        self._restore(about)
        self._connect()
        self.retranslate()
        self.refresh()
        self._say_what_if()
        self._propose_if_needed()

    # look

    def _lay_out(self) -> None:
        self.heading.setBuddy(self.list)
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.setSpacing(2)
        left = QVBoxLayout()
        left.addWidget(self.heading)
        left.addWidget(self.list, 1)
        right = QVBoxLayout()
        right.addWidget(self.bar)
        right.addWidget(self.roster)
        right.addWidget(self.messages)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._instead())
        right.addLayout(self._stack, 1)
        upper = QHBoxLayout()
        upper.setSpacing(12)
        upper.addLayout(left)
        upper.addLayout(right, 1)
        lower = QHBoxLayout()
        self.status.setObjectName("quiet")
        lower.addWidget(self.status, 1)
        for key in ("excel", "pdf", "print", "close"):
            self.buttons[key].setAutoDefault(False)
            lower.addWidget(self.buttons[key])
        self.buttons["print"].setDefault(True)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addLayout(upper, 1)
        layout.addLayout(lower)

    def _instead(self) -> QWidget:
        """Return what stands in the place of pages that cannot be shown."""
        page = QWidget()
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(page)
        layout.addStretch(1)
        layout.addWidget(self.words)
        layout.addWidget(self.plan_bar)
        layout.addStretch(2)
        return page

    def _restore(self, about: UnitMonth | None) -> None:
        settings = self._shell.settings
        self.resize(*_SIZE)
        if geometry := settings.get(PRINT_GEOMETRY):
            self.restoreGeometry(geometry)
        if about is not None:
            self.roster.go_to(about)
        last = settings.get(PRINT_REPORT) if self._compared is None else COMPARISON_KIND
        self.choose(last if about is None else ROSTER_KIND)

    def _connect(self) -> None:
        shell = self._shell
        self.list.currentItemChanged.connect(lambda *_: self._chosen())
        self.bar.paper_language_changed.connect(self.refresh)
        self.roster.changed.connect(self.refresh)
        self.plan_bar.propose_clicked.connect(self.propose)
        self.plan_bar.stop_clicked.connect(self.stop)
        for key, run in {
            "excel": self.ask_excel,
            "pdf": self.ask_pdf,
            "print": self.ask_print,
            "close": self.close,
        }.items():
            self.buttons[key].clicked.connect(lambda _=False, run=run: run())
        shell.open_document.changed.connect(self._document_changed)
        self.outlet.said.connect(self._tell)
        self.view.pictures.failed.connect(self.messages.tell)
        shell.language.changed.connect(self.retranslate)

    def retranslate(self) -> None:
        """Show everything in the language in force; the paper keeps its own."""
        say = self._say
        self.setWindowTitle(say(TITLE))
        self.heading.setText(say(HEADING))
        for i in range(self.list.count()):
            item = self.list.item(i)
            item.setText(say(REPORTS[item.data(Qt.ItemDataRole.UserRole)].title))
        for key, (words, keys) in BUTTONS.items():
            self.buttons[key].setText(say(words))
            self.buttons[key].setToolTip(keys)
            if keys:
                self.buttons[key].setShortcut(QKeySequence(keys))  # setText takes the shortcut away
        self.bar.retranslate()
        self.roster.retranslate()
        self._show_state()

    # what is shown

    @property
    def kind(self) -> str:
        """The chosen report."""
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole))

    def choose(self, kind: str) -> None:
        """Show another report."""
        known = list(REPORTS)
        self.list.setCurrentRow(known.index(kind) if kind in known else 0)

    @property
    def is_ready(self) -> bool:
        """Whether the pages of the chosen report are shown."""
        return bool(self._pdf)

    def _chosen(self) -> None:
        self._shell.settings.set(PRINT_REPORT, self.kind)
        self.refresh()
        self._say_what_if()
        self._propose_if_needed()

    def _document_changed(self) -> None:
        self._proposal, self._what_if = None, False  # they were made for another version
        self._compared = None
        if self._solving is not None:
            self._solving.forget()
            self._end_solving()
        self.refresh()
        self._propose_if_needed()

    def refresh(self) -> None:
        """Set the chosen paper of the document in force, or say why there is none."""
        opened = self._shell.open_document
        layout = opened.document.layout
        unsaved = layout.file_name if layout is not None else self._say(UNSAVED)
        source = opened.path.name if opened.path is not None else unsaved
        self.roster.settle()
        self.roster.setVisible(self.kind in OF_A_MONTH and not opened.is_empty)
        about = self.roster.about if self.kind in OF_A_MONTH else None
        asked = (self.kind, self.bar.paper_language, source)
        self._order = order_of(opened, *asked, self._proposal, about, self._compared)
        self._pdf = b""
        if self._setting is not None:
            self._setting.forget()
            self._setting = None
        self.bar.set_day(self._order.on.isoformat())
        if self._can_be_set:
            order = self._order
            self._setting = self._shell.background.run(
                lambda *_: order.pdf(), self._show_pages, on_failed=self._not_set, owner=self
            )
        self._show_state()

    @property
    def _can_be_set(self) -> bool:
        order = self._order
        if order is None or self._shell.open_document.is_empty or order.needs_proposal:
            return False
        return not (order.kind == PROPOSAL_KIND and _found_nothing(order.proposal))

    def _show_pages(self, pdf: bytes) -> None:
        self._setting = None
        if self._refused:
            self.messages.pass_over()
            self._refused = False
        self._pdf = pdf
        self.view.show_pdf(pdf)
        self._show_state()

    def _not_set(self, failed: Failed) -> None:
        self._setting, self._refused = None, True
        self.view.clear()
        self.messages.tell(failed)
        self._show_state()

    def _show_state(self) -> None:
        """Show the pages, or a sentence and the way to get pages."""
        empty, needs = self._shell.open_document.is_empty, not self._can_be_set
        self._stack.setCurrentIndex(1 if needs else 0)
        if needs:
            self.view.clear()
        self.words.setText(self._say(EMPTY if empty else self._why_no_roster()))
        self.plan_bar.setVisible(needs and not empty)
        for key in ("excel", "pdf", "print"):
            self.buttons[key].setEnabled(self.is_ready)
        said = self._status if self._setting is None else TYPESETTING
        self.status.setText(self._say(said) if said is not None else "")

    def _why_no_roster(self) -> Text:
        if self._solving is not None:
            return SOLVING
        return NOT_FOUND if _found_nothing(self._proposal) else NEEDED

    def _tell(self, said: Text) -> None:
        self._status = said
        self._show_state()

    # the proposal a roster is made of

    def _say_what_if(self) -> None:
        """Say that what stands on the Proposal page is not what this paper is made of."""
        if self._what_if and self.kind == PROPOSAL_KIND:
            self.messages.inform(NO_WHAT_IF, Mark.TO_VERIFY)
        elif self._what_if:
            self.messages.pass_over()

    def _propose_if_needed(self) -> None:
        if self._order is not None and self._order.needs_proposal:
            self.propose()

    def propose(self) -> None:
        """Work out a proposal, so that its roster can be printed."""
        if self._solving is not None or self._shell.open_document.is_empty:
            return
        document, on = self._shell.open_document.document, self._shell.open_document.on
        planning = self._planning

        def work(report: Report, stop: Stop) -> Proposal:
            return planning(document, on, Limits(), report, stop)

        self.plan_bar.begin()
        self.words.setText(self._say(SOLVING))
        self._solving = self._shell.background.run(
            work, self._take, on_failed=self._not_solved, on_progress=self.plan_bar.show_progress, owner=self
        )

    def stop(self) -> None:
        """End the work with the best it has."""
        if self._solving is not None:
            self._solving.stop()
            self.plan_bar.show_stopping()

    def _take(self, proposal: Proposal) -> None:
        self._end_solving()
        self._proposal = proposal
        self.plan_bar.set_again(True)
        if self.kind in USES_PROPOSAL:
            self.refresh()

    def _not_solved(self, failed: Failed) -> None:
        self._end_solving()
        self.messages.tell(failed)
        self._show_state()

    def _end_solving(self) -> None:
        self._solving = None
        self.plan_bar.end()

    # out of the window

    def ask_pdf(self) -> None:
        """Ask where to save the pages as they are shown."""
        if self.is_ready and self._order is not None:
            self.outlet.ask_where("pdf", self._order.file_name, self.save_pdf)

    def ask_excel(self) -> None:
        """Ask where to save the Excel twin."""
        if self.is_ready and self._order is not None:
            self.outlet.ask_where("xlsx", self._order.file_name, self.save_excel)

    def ask_print(self) -> None:
        """Let the user choose a printer, then print the pages that are shown."""
        if self.is_ready and self.view.pages is not None:
            self.outlet.ask_printer(self.view.pages, self.print_on)

    def save_pdf(self, path: Path) -> None:
        """Save the pages that are shown."""
        self.outlet.save_pdf(self._pdf, path)

    def save_excel(self, path: Path) -> None:
        """Save the Excel twin of the report that is shown."""
        if self._order is not None:
            self.outlet.save_excel(self._order, path)

    def print_on(self, printer: QPrinter) -> None:
        """Print the pages that are shown."""
        self.outlet.print_on(self._pdf, printer)

    def done(self, result: int) -> None:
        """Remember the size, and drop what still runs for the preview; printing goes on."""
        self._leave()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave as with Esc."""
        self._leave()
        super().closeEvent(event)

    def _leave(self) -> None:
        self._shell.settings.set(PRINT_GEOMETRY, as_bytes(self.saveGeometry()))
        for task in (self._setting, self._solving):
            if task is not None:
                task.forget()
        self._setting = self._solving = None


def _found_nothing(proposal: Proposal | None) -> bool:
    return proposal is not None and proposal.status == "stopped" and not proposal.moves
