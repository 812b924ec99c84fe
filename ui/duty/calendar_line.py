"""The line that says whose days off are not known, and leads to the calendar."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from planner.county.calendar import calendar_doubt
from ui.plain_label import PlainLabel
from ui.policy.calendar_dialog import CALENDAR, CalendarDialog, show_calendar
from ui.tables.session import LiveLanguage, OpenDocument


class CalendarLine(QWidget):
    """Shown for a year whose arrangement of holidays neither the program nor the user has given."""

    def __init__(self, open_document: OpenDocument, language: LiveLanguage) -> None:
        super().__init__()
        self._open_document, self._language = open_document, language
        self.doubt, self.button = PlainLabel(wordWrap=True), QPushButton()
        self.doubt.setObjectName("quiet")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.doubt, 1)
        layout.addWidget(self.button)
        self.button.clicked.connect(self.open_calendar)

    def show_year(self, year: int) -> None:
        """Say what to know of a year; nothing where all is well."""
        doubt = calendar_doubt(year, self._open_document.document.duty)
        self.setVisible(doubt is not None)
        self.doubt.setText(doubt.in_language(self._language.current) if doubt is not None else "")
        self.button.setText(CALENDAR.in_language(self._language.current))

    def open_calendar(self) -> CalendarDialog:
        """Show the calendar, in which the days off can be added."""
        return show_calendar(self._open_document, self._language, self)
