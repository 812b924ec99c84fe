"""The lines over the table of changes: what cannot be made, the order they apply in, rosters of its own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from planner.document import Document
from planner.scenarios.applying import Applied
from planner.scenarios.records import Scenario
from planner.tables.change_words import unit_name
from planner.tables.scenarios import CANNOT_BE_MADE
from planner.text import Text
from ui.elided import ElidedLabel
from ui.language import LanguageSwitch
from ui.marks import Mark, mark_pixmap
from ui.plain_label import PlainLabel
from ui.tables.flow_layout import FlowLayout

_ALSO = Text("{said};{more}", "{said}; {more}")
_NEXT = Text("下一项", "Next")
_BASES = Text("连同基础方案的变动", "With the changes of its bases")
_ORDER = Text(
    "先按日期实施;同一天的按表中次序(Alt+↑ Alt+↓)",
    "Applied by date; those of one day in the order listed (Alt+↑ Alt+↓)",
)
_DUTY = Text("本方案另有值班表:", "Duty rosters of its own:")
_DROP = Text("去掉:改用基础的值班表", "Drop: the roster of its base holds again")
_MARK = 16


class ChangeLine(QWidget):
    """Says how a scenario stands, in one line, with a second one for duty rosters where it has any."""

    next_clicked = Signal()
    bases_toggled = Signal(bool)
    duty_dropped = Signal(int, object)  # unit, the first of the month

    def __init__(self, language: LanguageSwitch) -> None:
        super().__init__()
        self._language = language
        self._scenario: Scenario | None = None
        self._applied: Applied | None = None
        self._known = Document()
        self.mark, self.said, self.order = PlainLabel(), ElidedLabel(), ElidedLabel()
        self.next, self.bases = QToolButton(), QCheckBox()
        self.order.setObjectName("quiet")
        self.order.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # gives way first
        self.duty, self.duty_words = QWidget(), PlainLabel()
        self.duty_buttons: list[QToolButton] = []
        self._lay_out()
        self.next.clicked.connect(self.next_clicked)
        self.bases.toggled.connect(self.bases_toggled)
        self.retranslate()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(6)
        self.order.setMinimumHeight(self.next.sizeHint().height())  # as high with the button as without
        line.addWidget(self.mark)
        line.addWidget(self.said)
        line.addWidget(self.next)
        line.addWidget(self.order, 1)
        line.addWidget(self.bases, 0, Qt.AlignmentFlag.AlignRight)
        self._duty_flow = FlowLayout(self.duty)
        self._duty_flow.addWidget(self.duty_words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(line)
        layout.addWidget(self.duty)

    def show_scenario(self, scenario: Scenario | None, applied: Applied | None, known: Document) -> None:
        """Show how a scenario stands; `applied` is None while that is being worked out."""
        self._scenario, self._applied, self._known = scenario, applied, known
        self.setVisible(scenario is not None)
        self.retranslate()

    def retranslate(self) -> None:
        """Show everything in the language and the colours in force."""
        say, words = self._language.words, self._conflict_words()
        changes = {c.change for c in self._conflicts() if c.change is not None}
        for part in (self.mark, self.said):
            part.setVisible(words is not None)
        self.next.setVisible(bool(changes))
        if words is not None:
            self.said.setText(say(words))
            self.said.setToolTip("\n".join(say(c.sentence) for c in self._conflicts()))
            pixmap = mark_pixmap(Mark.NOT_MET, self.palette(), _MARK, self.devicePixelRatioF())
            self.mark.setPixmap(pixmap)
        self.next.setText(say(_NEXT))
        self.order.setText(say(_ORDER))
        self.order.setToolTip(say(_ORDER))
        self.bases.setText(say(_BASES))
        self.bases.setVisible(self._scenario is not None and self._scenario.base is not None)
        self._show_duty()

    def _conflicts(self) -> tuple:
        return self._applied.conflicts if self._applied is not None else ()

    def _conflict_words(self) -> Text | None:
        """Return how many changes cannot be made, and what else is wrong with the scenario."""
        conflicts = self._conflicts()
        n = sum(c.change is not None for c in conflicts)
        others = [c.sentence for c in conflicts if c.change is None]
        parts = [*([CANNOT_BE_MADE.format(n=n)] if n else []), *others]
        if not parts:
            return None
        said = parts[0]
        for more in parts[1:]:
            said = _ALSO.format(said=said, more=more)
        return said

    def _show_duty(self) -> None:
        for button in self.duty_buttons:
            button.setParent(None)
            button.deleteLater()
        self.duty_buttons = []
        months = self._scenario.duty if self._scenario is not None else ()
        say = self._language.words
        self.duty_words.setText(say(_DUTY))
        for month in months:
            button = QToolButton()
            button.setText(f"{say(unit_name(self._known, month.unit))} {month.month:%Y-%m} ✕")
            button.setToolTip(say(_DROP))
            button.clicked.connect(lambda _=False, m=month: self.duty_dropped.emit(m.unit, m.month))
            self._duty_flow.addWidget(button)
            self.duty_buttons.append(button)
        self.duty.setVisible(bool(months))

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of another theme."""
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_duty_flow"):
            self.retranslate()
        super().changeEvent(event)
