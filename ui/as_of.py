"""The date in the tool bar: everything is counted as it stands on it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QWidget

from planner.text import Text
from ui.language import LanguageSwitch
from ui.open_document import OpenDocument
from ui.plain_label import PlainLabel

_LABEL = Text("统计日期", "As of")
_HINT = Text("抽调、请假、调动按这一天是否有效计算", "secondments, absences and moves count as on this day")


class AsOf(QWidget):
    """Follows the open document; another date shows everything for that date."""

    def __init__(self, open_document: OpenDocument, language: LanguageSwitch) -> None:
        super().__init__()
        self._open_document, self._language = open_document, language
        self.label, self.field = PlainLabel(), QDateEdit()
        self.field.setCalendarPopup(True)
        self.field.setDisplayFormat("yyyy-MM-dd")
        self.field.setKeyboardTracking(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 4, 0)
        layout.addWidget(self.label)
        layout.addWidget(self.field)
        self.field.dateChanged.connect(lambda day: open_document.go_to(_plain(day)))
        open_document.changed.connect(self.refresh)
        language.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the date in force."""
        say, on = self._language.words, self._open_document.on
        self.label.setText(say(_LABEL))
        self.field.setToolTip(say(_HINT))
        self.field.blockSignals(True)
        self.field.setDate(QDate(on.year, on.month, on.day))
        self.field.blockSignals(False)


def _plain(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
