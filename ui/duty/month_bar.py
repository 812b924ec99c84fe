"""The line over the grid that says whose month it is: a unit, and the month with a step to either side."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from planner.county.records import Unit
from planner.text import Text
from ui.plain_label import PlainLabel
from ui.tables.session import LiveLanguage

_MONTH = Text("{year}年{month}月", "{name} {year}")
_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_UNIT = Text("单位", "Unit")
_BEFORE, _AFTER = (
    Text("上个月(Alt+←)", "The month before (Alt+Left)"),
    Text("下个月(Alt+→)", "The next month (Alt+Right)"),
)


def month_title(month: date) -> Text:
    """Return a month as it is written."""
    return _MONTH.format(year=month.year, month=month.month, name=_NAMES[month.month - 1])


def stepped(month: date, step: int) -> date:
    """Return the first day of the month `step` months away."""
    number = month.year * 12 + month.month - 1 + step
    return date(number // 12, number % 12 + 1, 1)


class MonthBar(QWidget):
    """A chooser of units and a stepper of months."""

    unit_chosen = Signal(int)
    month_chosen = Signal(object)  # date

    def __init__(self, language: LiveLanguage) -> None:
        super().__init__()
        self._language = language
        self._month = date.min
        self.units = QComboBox()
        self.units.setMinimumContentsLength(10)
        self.units.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.units.setMaxVisibleItems(20)
        self.before, self.after, self.title = QToolButton(), QToolButton(), PlainLabel()
        self.before.setText("‹")
        self.after.setText("›")
        self.before.setShortcut("Alt+Left")
        self.after.setShortcut("Alt+Right")
        self.title.setObjectName("title")
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.units, self.before, self.title, self.after):
            layout.addWidget(widget)
        self.units.activated.connect(lambda _: self.unit_chosen.emit(self.units.currentData()))
        self.before.clicked.connect(lambda: self.month_chosen.emit(stepped(self._month, -1)))
        self.after.clicked.connect(lambda: self.month_chosen.emit(stepped(self._month, 1)))

    def show_place(self, units: Sequence[Unit], unit: int | None, month: date) -> None:
        """Show which units may be chosen, and what is in view."""
        listed = [(u.name, u.id) for u in units]
        if listed != [(self.units.itemText(n), self.units.itemData(n)) for n in range(self.units.count())]:
            self.units.clear()
            for name, id_ in listed:
                self.units.addItem(name, id_)
        self.units.setCurrentIndex(self.units.findData(unit))
        self._month = month
        self.retranslate()

    def retranslate(self) -> None:
        """Show everything in the language in force."""
        language = self._language.current
        self.title.setText(month_title(self._month).in_language(language))
        self.title.setMinimumWidth(self.title.fontMetrics().horizontalAdvance("2026年12月") + 8)
        self.units.setToolTip(_UNIT.in_language(language))
        self.units.setAccessibleName(_UNIT.in_language(language))
        self.before.setToolTip(_BEFORE.in_language(language))
        self.after.setToolTip(_AFTER.in_language(language))
