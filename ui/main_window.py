"""The window: it connects the parts and computes nothing itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from planner.edits.postings import correct_home_unit
from planner.errors import InputError
from planner.text import Text
from ui.actions import Actions
from ui.as_of import AsOf
from ui.background import Background
from ui.filing import Filing
from ui.find.find_panel import FindPanel
from ui.help import HelpWindow, about_box
from ui.importing.hand_over import ImportHandOver
from ui.language import LanguageSwitch
from ui.messages import MessagePanel
from ui.navigation import Navigation
from ui.officer_card.card_dock import CardDock
from ui.open_document import OpenDocument
from ui.pages import PAGES, proposal_to_print
from ui.parts import go_to_next
from ui.recent_menu import RecentMenu
from ui.repairs import Repairs
from ui.scenario_choice import ScenarioChoice, ScenarioStrip
from ui.settings import Settings
from ui.shell import Shell
from ui.status import Status
from ui.theme import Theme
from ui.unit_tree import UnitTree
from ui.window_look import remember_look, restore_look

if TYPE_CHECKING:
    from planner.comparison.options import Comparison
    from planner.optimise.repair import Repair
    from planner.reports.paper import UnitMonth
    from ui.printing.print_preview import PrintPreview

_PRODUCT = Text("警力", "Jingli")
_CORRECT_UNIT = Text("更正 {n} 人的单位为{unit}", "Correct the unit of {n} to {unit}")
_TREE_WIDTH, _CARD_WIDTH = 250, 380
_NOT_WHILE_IMPORTING = (
    *("save", "save_as", "import_again", "export", "print"),
    *("find", "card", "tree", "part", "today"),
)


class MainWindow(QMainWindow):
    """Tree of units, pages, officer card, messages, status; everything shared is in `shell`."""

    def __init__(self, settings: Settings, on: date | None = None) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        language, background = LanguageSwitch(settings, self), Background(self)
        self.shell = Shell(
            settings=settings,
            language=language,
            theme=Theme(settings, self),
            background=background,
            open_document=OpenDocument(on, self, background),
            navigation=Navigation(PAGES, language),
            messages=MessagePanel(language),
        )
        document = self.shell.open_document
        self.actions_ = Actions(self, language)
        self.filing = Filing(self.shell, self)
        self.tree = UnitTree(document, language, self.shell.theme)
        self.status = Status(document, language)
        self.repairs = Repairs(self.shell, self)
        self.card = CardDock(document, language, self)
        self.as_of = AsOf(document, language)
        self.scenario = ScenarioChoice(document, language)
        self.strip = ScenarioStrip(document, language)
        self.find_panel = FindPanel(lambda: document.audit.state, lambda: language.current, self)
        self.recent = RecentMenu(self.actions_.menus["recent"], settings, language, self.filing.open_path)
        self.help: HelpWindow | None = None
        self.views = QStackedWidget()
        self.importing = ImportHandOver(self.shell, self.views, self.filing.when_settled)
        self._leaving = False
        self._lay_out()
        self._connect_actions()
        self._connect_parts()
        self.shell.navigation.start(self.shell)
        restore_look(self, self.splitter, self.shell.settings)
        self._paint_icons()
        self._show_scenario()
        self._show_steps()
        self._show_repair(None)

    def _lay_out(self) -> None:
        in_view = QWidget()
        in_view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(in_view)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch()
        row.addWidget(self.scenario)
        row.addWidget(self.as_of)
        self.actions_.tool_bar.addWidget(in_view)  # first, so that Tab leads from the tabs into the page
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.tree)
        self.splitter.addWidget(self.shell.navigation)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([_TREE_WIDTH, 1000])
        self.views.addWidget(self.splitter)
        central = QWidget()
        layout = QVBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.shell.messages)
        layout.addWidget(self.strip)
        layout.addWidget(self.views, 1)
        self.setCentralWidget(central)
        self.setStatusBar(self.status)
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.card)
        self.resizeDocks([self.card], [_CARD_WIDTH], Qt.Orientation.Horizontal)
        self.card.hide()
        self.actions_.add_pages((entry.key, entry.title) for entry in PAGES)
        self.setAcceptDrops(True)

    # who does what

    def _connect_actions(self) -> None:
        shell, actions = self.shell, self.actions_
        for key, run in {
            "new": self.filing.new,
            "open": self.filing.ask_open,
            "sample": self.filing.open_sample,
            "save": self.filing.save,
            "save_as": self.filing.ask_save,
            "import_again": self.filing.ask_import_again,
            "export": self.filing.ask_export,
            "print": self.show_print_preview,
            "quit": self.close,
            "undo": shell.open_document.undo_stack.undo,
            "redo": shell.open_document.undo_stack.redo,
            "accept_repair": self.repairs.accept,
            "find": lambda: self.find_panel.open_over(self),
            "part": self._go_to_next_part,
            "as_it_stands": lambda: shell.open_document.go_into(None),
            "today": lambda: shell.open_document.go_to(date.today()),
            "help": self.show_help,
            "about": lambda: about_box(shell.language, self).open(),
        }.items():
            actions[key].triggered.connect(_without_arguments(run))
        for key, (action, _) in actions.pages.items():
            action.triggered.connect(lambda _=False, k=key: shell.navigation.show_page(k).setFocus())
        for name, switch in (("language", shell.language), ("theme", shell.theme)):
            for key, (action, _) in actions.choices[name].items():
                action.setChecked(key == switch.choice)
                action.triggered.connect(lambda _=False, s=switch, k=key: s.choose(k))
        for key, part in (("tree", self.tree), ("card", self.card)):
            actions[key].toggled.connect(part.setVisible)
        actions["tree"].setChecked(True)

    def _connect_parts(self) -> None:
        shell, actions, navigation = self.shell, self.actions_, self.shell.navigation
        shell.open_document.saved_changed.connect(self._show_name)
        shell.open_document.steps_changed.connect(self._show_steps)
        shell.language.changed.connect(self._retranslate)
        shell.theme.changed.connect(self._paint_icons)
        shell.background.failed.connect(shell.messages.tell)
        shell.open_document.changed.connect(shell.messages.pass_over)
        self.repairs.offered.connect(self._show_repair)
        self.repairs.accepted.connect(self.status.say)
        self.strip.changes_clicked.connect(lambda: navigation.show_page("scenarios"))
        shell.open_document.changed.connect(self._show_scenario)
        self.status.accept_clicked.connect(self.repairs.accept)
        self.filing.said.connect(lambda _: shell.messages.pass_over())
        self.filing.busy.connect(self.status.show_busy)
        self.filing.said.connect(self.status.say)
        self.filing.spreadsheet_given.connect(self.importing.begin)
        self.importing.began.connect(self._begin_import)
        self.importing.ended.connect(self._end_import)
        self.importing.said.connect(self.status.say)
        navigation.page_shown.connect(lambda key: actions.pages[key][0].setChecked(True))
        navigation.card_requested.connect(self.show_card)
        navigation.roster_requested.connect(self.show_roster_print)
        navigation.comparison_requested.connect(self.show_comparison_print)
        navigation.open_requested.connect(self.filing.ask_open)
        navigation.sample_requested.connect(self.filing.open_sample)
        self.card.visibilityChanged.connect(lambda _: actions["card"].setChecked(not self.card.isHidden()))
        self.tree.unit_chosen.connect(navigation.show_unit)
        self.tree.unit_opened.connect(navigation.show_people_of)
        self.tree.people_dropped.connect(self.give_unit)
        self.find_panel.person_chosen.connect(self._go_to_person)
        self.find_panel.unit_chosen.connect(self.tree.choose_unit)
        self.find_panel.unit_chosen.connect(navigation.show_people_of)

    # while a spreadsheet is confirmed

    def _begin_import(self) -> None:
        self.shell.open_document.go_into(None)  # a file is compared with what is on record
        self.card.hide()
        self.repairs.withdraw()
        self._allow_actions(False)

    def _end_import(self) -> None:
        self._allow_actions(True)

    def _allow_actions(self, allowed: bool) -> None:
        """Leave only what makes sense while a file is being confirmed."""
        for key in _NOT_WHILE_IMPORTING:
            self.actions_[key].setEnabled(allowed)
        for action, _ in self.actions_.pages.values():
            action.setEnabled(allowed)
        self.scenario.setEnabled(allowed)
        self._show_scenario()
        self._show_steps()

    # small ways through the window

    def show_card(self, person: int) -> None:
        """Show somebody's officer card."""
        self.card.show_person(person)

    def _go_to_next_part(self) -> None:
        """Move the keyboard on: the tree, the tabs, the page, the officer card."""
        page = self.shell.navigation.page(self.shell.navigation.current)
        parts = (self.tree, self.shell.navigation.tabs, page, self.card)
        go_to_next(parts)

    def _go_to_person(self, person: int) -> None:
        self.shell.navigation.show_person(person)
        if not self.card.isHidden():
            self.card.show_person(person)

    def give_unit(self, unit: int, people: list[int]) -> None:
        """Correct the unit of people who were dragged onto it, as one undo step."""
        document = self.shell.open_document
        name = document.audit.state.unit_name(unit)
        label = _CORRECT_UNIT.format(n=len(people), unit=name)
        try:
            document.apply(label, lambda d: correct_home_unit(d, people, unit, document.on))
        except InputError as fault:
            self.shell.messages.complain(fault.message)

    def show_print_preview(self) -> PrintPreview:
        """Show the papers of what is open, ready to print."""
        return self._preview(None)

    def show_roster_print(self, about: UnitMonth) -> PrintPreview:
        """Show the duty roster of a unit's month, ready to print."""
        return self._preview(about)

    def show_comparison_print(self, compared: Comparison) -> PrintPreview:
        """Show the paper of scenarios side by side, ready to print."""
        return self._preview(None, compared)

    def _preview(self, about: UnitMonth | None, compared: Comparison | None = None) -> PrintPreview:
        from ui.printing.print_preview import PrintPreview

        proposal, what_if = proposal_to_print(self.shell)
        preview = PrintPreview(self.shell, self, proposal, what_if=what_if, about=about, compared=compared)
        preview.open()
        return preview

    def show_help(self) -> None:
        """Open the help beside the window, or bring it to the front."""
        if self.help is None:
            self.help = HelpWindow(self.shell.language, self)
        self.help.show()
        self.help.raise_()
        self.help.activateWindow()

    # what the window says of itself

    def _retranslate(self) -> None:
        self._show_name()
        self._show_steps()

    def _paint_icons(self) -> None:
        self.actions_.paint(self.shell.theme.palette)

    def _show_name(self) -> None:
        product = self.shell.language.words(_PRODUCT)
        scenario = self.shell.open_document.scenario_in_view
        within = f" · {scenario.name}" if scenario is not None else ""
        self.setWindowTitle(f"{self.filing.name()}{within}[*] - {product}")
        self.setWindowModified(not self.shell.open_document.is_saved)

    def _show_scenario(self) -> None:
        within = self.shell.open_document.scenario is not None
        self.actions_["as_it_stands"].setEnabled(within and not self.importing.running)
        self._show_name()

    def _show_repair(self, repair: Repair | None) -> None:
        self.status.show_repair(repair)
        self.actions_["accept_repair"].setEnabled(repair is not None and bool(repair.people))

    def _show_steps(self) -> None:
        document = self.shell.open_document
        labels = (None, None) if self.importing.running else (document.undo_label, document.redo_label)
        self.actions_.show_steps(*labels)

    # files dropped and the way out

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file of this machine."""
        if _dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file that was dropped."""
        path = _dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.filing.open_path(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave once unsaved changes are dealt with, and remember how the window looked."""
        if not self._leaving and not self.shell.open_document.is_saved:
            event.ignore()
            self.filing.when_settled(self._leave)
            return
        remember_look(self, self.splitter, self.shell.settings)
        self.shell.background.stop_all()
        super().closeEvent(event)

    def _leave(self) -> None:
        self._leaving = True
        self.close()


def _without_arguments(run: Callable[[], object]) -> Callable[..., None]:
    """Return `run` as a slot that drops what the signal says, a checked state above all."""

    def slot(*_: object) -> None:
        run()

    return slot


def _dropped_file(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())  # whatever cannot be read is answered with a sentence
