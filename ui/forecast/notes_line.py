"""Whose future is not known: one line of counts, and unfolded a sentence with the names for each reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from planner.forecast.words import NOTE_NAMES, Note
from planner.text import Text
from ui.elided import ElidedLabel
from ui.language import LanguageSwitch
from ui.marks import Mark, mark_pixmap
from ui.plain_label import PlainLabel
from ui.scrolled import scrolled

_COUNT = Text("{name} {n} 人", "{name}: {n}")
_FOLDED = Text("预测有 {n} 类说明:{parts}", "What the forecast cannot know: {parts}")
_SHOW = Text("看人员", "Show them")


class NotesLine(QWidget):
    """Hidden where everything is known; every reason leads to its people."""

    people_chosen = Signal(object, object)  # ids, and a name for them

    def __init__(self, language: LanguageSwitch) -> None:
        super().__init__()
        self._language = language
        self._notes: tuple[Note, ...] = ()
        self._is_unfolded = False
        self.fold, self.mark, self.counts = QToolButton(), PlainLabel(), ElidedLabel()
        rows = QWidget()
        self.unfolded = scrolled(rows)
        self.buttons: list[QToolButton] = []
        self.sentences: list[ElidedLabel] = []
        self._rows = QGridLayout(rows)
        self._lay_out()
        self.fold.clicked.connect(self._turn)
        self._show_fold()
        self.hide()

    def _lay_out(self) -> None:
        self.fold.setAutoRaise(True)
        self._rows.setContentsMargins(26, 0, 0, 2)
        self._rows.setHorizontalSpacing(8)
        self._rows.setVerticalSpacing(3)
        self._rows.setColumnStretch(1, 1)
        self.unfolded.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.unfolded.setMinimumHeight(self.fold.sizeHint().height() + 6)  # a reason, where there is no room
        line = QHBoxLayout()
        line.setSpacing(6)
        for widget in (self.fold, self.mark):
            line.addWidget(widget)
        line.addWidget(self.counts, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(line)
        layout.addWidget(self.unfolded)

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Show other notes."""
        self._notes = tuple(notes)
        self.setVisible(bool(self._notes))
        self.retranslate()

    def _turn(self) -> None:
        self._is_unfolded = not self._is_unfolded
        self._show_fold()

    def _show_fold(self) -> None:
        self.fold.setText("▾" if self._is_unfolded else "▸")
        self.unfolded.setVisible(self._is_unfolded)

    def retranslate(self) -> None:
        """Show everything in the language and the colours in force."""
        say = self._language.words
        self.mark.setPixmap(mark_pixmap(Mark.TO_VERIFY, self.palette(), 16, self.devicePixelRatioF()))
        parts = [_COUNT.format(name=NOTE_NAMES[note.kind], n=len(note.people)) for note in self._notes]
        listed = Text(" · ".join(part.zh for part in parts), " · ".join(part.en for part in parts))
        self.counts.setText(say(_FOLDED.format(n=len(parts), parts=listed)))
        self.fold.setToolTip(self.counts.text())
        while len(self.buttons) < len(self._notes):
            self._add_row()
        for n, (button, sentence) in enumerate(zip(self.buttons, self.sentences, strict=True)):
            shown = n < len(self._notes)
            button.setVisible(shown)
            sentence.setVisible(shown)
            if shown:
                button.setText(say(_SHOW))
                sentence.setText(say(self._notes[n].sentence))
                sentence.setToolTip(sentence.text())

    def _add_row(self) -> None:
        n, button, sentence = len(self.buttons), QToolButton(), ElidedLabel()
        button.clicked.connect(lambda _=False: self._choose(n))
        self._rows.addWidget(button, n, 0)
        self._rows.addWidget(sentence, n, 1)
        self.buttons.append(button)
        self.sentences.append(sentence)

    def _choose(self, n: int) -> None:
        note = self._notes[n]
        self.people_chosen.emit(note.people, NOTE_NAMES[note.kind])
