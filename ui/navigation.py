"""The pages of the window, one in view, and the ways from a figure, a finding or a unit to its rows."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from planner.text import Text
from ui.actions import page_keys
from ui.language import LanguageSwitch
from ui.page_room import PageRoom
from ui.pages import PageEntry
from ui.shell import Shell

_LEAST_HEIGHT = 240  # a page that needs more is scrolled there, so that no page enlarges the window
_LEAST_WIDTH = 540  # beside the tree and the officer card on the narrowest screen, whatever a page asks for


class Navigation(QWidget):
    """A row of tabs over the page in view; a page is made when it is first shown."""

    page_shown = Signal(str)  # key
    card_requested = Signal(int)  # person id: show the officer card
    roster_requested = Signal(object)  # UnitMonth: show its duty roster as it will be printed
    comparison_requested = Signal(object)  # Comparison: show it as it will be printed
    open_requested = Signal()  # let the user choose a file
    sample_requested = Signal()  # open the sample county

    def __init__(self, entries: Sequence[PageEntry], language: LanguageSwitch) -> None:
        super().__init__()
        self.entries = {entry.key: entry for entry in entries}
        self.pages: dict[str, QWidget] = {}
        self._rooms: dict[str, PageRoom] = {}
        self.tabs, self.stack = QTabBar(), QStackedWidget()
        self._shell: Shell | None = None
        self._language = language
        self._unit: int | None = None
        self._unit_shown: dict[str, int | None] = {}
        self._lay_out()
        self.tabs.currentChanged.connect(self._tab_chosen)
        language.changed.connect(self._retranslate)
        self._retranslate()

    def _lay_out(self) -> None:
        self.setMinimumSize(_LEAST_WIDTH, _LEAST_HEIGHT)
        self.tabs.setDocumentMode(True)
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.setObjectName("pages")
        self.tabs.blockSignals(True)
        for key in self.entries:
            self.tabs.setTabData(self.tabs.addTab(""), key)
        self.tabs.blockSignals(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self.stack, 1)

    def start(self, shell: Shell) -> None:
        """Give pages what they are made of, and show the first one."""
        self._shell = shell
        shell.open_document.replaced.connect(self._forget_unit)
        self._tab_chosen(self.tabs.currentIndex())

    def _retranslate(self) -> None:
        for index, entry in enumerate(self.entries.values()):
            self.tabs.setTabText(index, self._language.words(entry.title))
            self.tabs.setTabToolTip(index, page_keys(index + 1))

    # pages

    def page(self, key: str) -> QWidget:
        """Return a page, made now if nobody has asked for it yet."""
        if key not in self.pages:
            assert self._shell is not None
            self.put(key, self.entries[key].make(self._shell))
        return self.pages[key]

    def put(self, key: str, page: QWidget) -> None:
        """Give a page that is made its room."""
        self.pages[key], self._rooms[key] = page, PageRoom(page)
        self.stack.addWidget(self._rooms[key])

    @property
    def current(self) -> str:
        """The key of the page in view."""
        return str(self.tabs.tabData(self.tabs.currentIndex()))

    def show_page(self, key: str) -> QWidget:
        """Bring a page into view."""
        self.tabs.setCurrentIndex(list(self.entries).index(key))
        return self.page(key)

    def _tab_chosen(self, index: int) -> None:
        key = str(self.tabs.tabData(index))
        self.page(key)
        self._narrow(key)
        self.stack.setCurrentWidget(self._rooms[key])
        self.page_shown.emit(key)

    # ways through the county

    def show_unit(self, unit: int | None) -> None:
        """Narrow the page in view down to a unit, and every other page when it is shown next."""
        self._unit = unit
        self._narrow(self.current)

    def _narrow(self, key: str) -> None:
        show = self.entries[key].show_unit
        if show is not None and self._unit_shown.get(key) != self._unit:
            self._unit_shown[key] = self._unit
            show(self.page(key), self._unit)

    def _forget_unit(self) -> None:
        """Widen every page again: another document knows neither the unit nor the people in view."""
        self._unit = None
        self._unit_shown.clear()
        for key, page in self.pages.items():
            show = self.entries[key].show_unit
            if show is not None:
                show(page, None)

    def show_people_of(self, unit: int) -> None:
        """Show who belongs to a unit or works there, on the roster."""
        self._unit = unit
        self._unit_shown.pop("roster", None)
        if self.current == "roster":
            self._narrow("roster")
        self.show_page("roster")

    def show_person(self, person: int) -> None:
        """Show somebody's row on the roster."""
        from ui.roster.roster_page import RosterPage

        page = self.show_page("roster")
        if isinstance(page, RosterPage):
            page.show_person(person)

    def show_duty(self, unit: int, month: date, people: Collection[int]) -> None:
        """Show a unit's duty month, with the line of the first of some people selected."""
        from ui.duty.duty_page import DutyPage

        page = self.show_page("duty")
        if isinstance(page, DutyPage):
            page.go_to(unit, month)
            for person in list(people)[:1]:
                page.reveal_person(person)

    def show_people(self, people: Collection[int], words: Text) -> None:
        """Show some people on the roster, under a name for them."""
        from ui.roster.roster_page import RosterPage

        page = self.show_page("roster")
        if isinstance(page, RosterPage):
            page.show_people(frozenset(people), words)

    def show_card(self, person: int) -> None:
        """Ask the window for somebody's officer card."""
        self.card_requested.emit(person)
