"""What is asked of a campaign: how many, from when, how long, for whom, and why."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QSpinBox, QWidget

from planner.document import Document
from planner.errors import InputError
from planner.scenarios.kinds.campaign import where_to
from planner.scenarios.records import Change, ChangeKind
from planner.tables.dates import read_date
from planner.tables.kinds import borrower_choices
from planner.tables.places import read_elsewhere
from planner.text import Text
from ui.language import LanguageSwitch
from ui.plain_label import PlainLabel
from ui.tables.cell_delegate import choice_editor, date_editor
from ui.tables.flow_layout import FlowLayout

_PEOPLE, _FROM, _WEEKS = Text("人数", "People"), Text("自", "From"), Text("周数", "Weeks")
_UNTIL, _FOR, _NOTE = Text("至", "Until"), Text("用人单位", "For"), Text("事由", "Reason")
_FOR_HINT = Text("本局单位或局外单位名称", "a unit, or an outside one's name")
_NOTE_HINT = Text("如:禁毒百日攻坚", "such as: drug campaign")
_NO_DATE = Text(
    "请填写开始和截止日期,如 2027-01-04。", "Give the first and the last day, such as 2027-01-04."
)
_MOST_PEOPLE, _MOST_WEEKS, _FIRST_WEEKS, _FIRST_PEOPLE = 9_999, 260, 12, 6
_PAUSE = 250  # milliseconds of quiet before the question counts, so that typing asks once
_WEEK = 7


class CampaignForm(QWidget):
    """The question as it stands; `changed` once typing rests."""

    changed = Signal()

    def __init__(self, language: LanguageSwitch) -> None:
        super().__init__()
        self._language = language
        self.people, self.weeks = QSpinBox(), QSpinBox()
        self.people.setRange(1, _MOST_PEOPLE)
        self.people.setValue(_FIRST_PEOPLE)
        self.weeks.setRange(1, _MOST_WEEKS)
        self.weeks.setValue(_FIRST_WEEKS)
        for number in (self.people, self.weeks):
            number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.from_, self.until = date_editor(self), date_editor(self)
        self.borrower, self.note = choice_editor([], self), QLineEdit()
        self._labels: list[tuple[QLabel, Text]] = []
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self.changed)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        flow = FlowLayout(self)
        for title, editor, width in (
            (_PEOPLE, self.people, 60),
            (_FROM, self.from_, 128),
            (_WEEKS, self.weeks, 52),
            (_UNTIL, self.until, 128),
            (_FOR, self.borrower, 176),
            (_NOTE, self.note, 168),
        ):
            label = PlainLabel()
            self._labels.append((label, title))
            flow.add_field(label, editor, width)

    def _connect(self) -> None:
        self.people.valueChanged.connect(lambda *_: self._soon.start())
        self.weeks.valueChanged.connect(lambda *_: self._follow_weeks())
        self.from_.textChanged.connect(lambda *_: self._follow_weeks())
        self.until.textChanged.connect(lambda *_: self._follow_until())
        self.borrower.editTextChanged.connect(lambda *_: self._soon.start())

    def start_after(self, on: date) -> None:
        """Suggest the Monday after a date, where none is given yet."""
        if not self.from_.text().strip():
            self.from_.setText((on + timedelta(days=_WEEK - on.weekday())).isoformat())

    def _follow_weeks(self) -> None:
        """Keep the length when the first day or the number of weeks changes."""
        first = read_date(self.from_.text())
        if first is not None:
            self.until.blockSignals(True)
            self.until.setText((first + timedelta(days=_WEEK * self.weeks.value() - 1)).isoformat())
            self.until.blockSignals(False)
        self._soon.start()

    def _follow_until(self) -> None:
        """Show how many weeks have begun by the last day."""
        first, last = read_date(self.from_.text()), read_date(self.until.text())
        if first is not None and last is not None and last >= first:
            self.weeks.blockSignals(True)
            self.weeks.setValue((last - first).days // _WEEK + 1)
            self.weeks.blockSignals(False)
        self._soon.start()

    def asked(self, document: Document) -> Change:
        """Return the question as a campaign's change, without people; raise InputError where it is none."""
        first, last = read_date(self.from_.text()), read_date(self.until.text())
        if first is None or last is None:
            raise InputError(_NO_DATE)
        place = read_elsewhere(self.borrower.currentText(), document)
        made = Change(
            0,
            ChangeKind.CAMPAIGN,
            first,
            number=self.people.value(),
            until=last,
            unit=place.unit,
            name=place.outside,
            note=self.note.text().strip(),
        )
        if place.unit is not None:
            where_to(document, made)
        return made

    def offer_borrowers(self, document: Document) -> None:
        """Offer the units of the document, and those outside that anybody was seconded to."""
        words = [choice.words.in_language(self._language.current) for choice in borrower_choices(document)]
        typed = self.borrower.currentText()
        self.borrower.blockSignals(True)
        self.borrower.clear()
        self.borrower.addItems(["", *words])
        self.borrower.setEditText(typed)
        self.borrower.blockSignals(False)

    def retranslate(self) -> None:
        """Show everything in the language in force."""
        say = self._language.words
        for label, title in self._labels:
            label.setText(say(title))
        line = self.borrower.lineEdit()
        if line is not None:
            line.setPlaceholderText(say(_FOR_HINT))
        self.note.setPlaceholderText(say(_NOTE_HINT))
