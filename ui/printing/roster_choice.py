"""Whose duty roster is printed, of which month, and on what paper."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from planner.reports.paper import PaperSize, UnitMonth
from planner.text import Text, same
from ui.duty.month_bar import MonthBar
from ui.duty.place import Place
from ui.plain_label import PlainLabel
from ui.shell import Shell

_PAPER = Text("纸张(&A)", "P&aper")
_SIZES = {
    PaperSize.FITTING: Text("按人数", "As needed"),
    PaperSize.A4: same("A4"),
    PaperSize.A3: same("A3"),
}


class RosterChoice(QWidget):
    """Begins with the unit and month the Duty page was left at."""

    changed = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._language = shell.language
        self.place = Place(shell.open_document, shell.settings, self)
        self.bar = MonthBar(shell.language)
        self.paper_label, self.paper = PlainLabel(), QComboBox()
        self.paper_label.setBuddy(self.paper)
        for size in _SIZES:
            self.paper.addItem("", size)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.bar)
        layout.addSpacing(12)
        layout.addWidget(self.paper_label)
        layout.addWidget(self.paper)
        layout.addStretch(1)
        self.bar.unit_chosen.connect(self.place.go_to_unit)
        self.bar.month_chosen.connect(self.place.go_to_month)
        self.place.changed.connect(self.changed)
        self.paper.currentIndexChanged.connect(lambda _: self.changed.emit())

    @property
    def about(self) -> UnitMonth | None:
        """What is chosen; None where no unit keeps duty rosters."""
        if self.place.unit is None:
            return None
        return UnitMonth(self.place.unit, self.place.month, PaperSize(self.paper.currentData()))

    def go_to(self, about: UnitMonth) -> None:
        """Choose a unit's month."""
        self.place.go_to_unit(about.unit)
        self.place.go_to_month(about.month)

    def settle(self) -> None:
        """Follow the version in force."""
        self.place.settle()
        self.bar.show_place(self.place.units(), self.place.unit, self.place.month)

    def retranslate(self) -> None:
        """Show everything in the language in force."""
        say = self._language.words
        self.bar.retranslate()
        self.paper_label.setText(say(_PAPER))
        for n, words in enumerate(_SIZES.values()):
            self.paper.setItemText(n, say(words))
