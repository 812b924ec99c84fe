"""One thing to confirm: its sentence, where it stands in the file, its answer, and a way to say yes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.files.questions import Question, QuestionKind
from planner.text import Language, Text
from ui.marks import Mark, mark_pixmap
from ui.plain_label import PlainLabel

_TAKE = Text("采用", "Take it")
_CONFIRM, _CONFIRMED = Text("确认", "Confirm"), Text("已确认", "Confirmed")
_UNDECIDED = ("unknown", "unasked")  # codes that leave the question open
_CHOOSE = Text("← 请选择", "← Choose")
_ROW, _ROWS = (
    Text("{sheet}第 {rows} 行", "{sheet} row {rows}"),
    Text("{sheet}第 {rows} 行", "{sheet} rows {rows}"),
)
_MORE = Text("{sheet}第 {rows} 行等 {n} 行", "{sheet} rows {rows} and others, {n} in all")
_NAMED = 6  # rows named one by one
_ANSWER_WIDTH, _BUTTON_WIDTH = 230, 96


def is_decided(question: Question) -> bool:
    """Whether the answer in force says anything that could be confirmed."""
    return question.chosen not in _UNDECIDED


def place_words(question: Question) -> Text:
    """Return where a question stands in the file, empty where it is about the whole."""
    named = question.rows[:_NAMED]
    if not named:
        return Text(question.sheet, question.sheet)
    sheet = Text(f"{question.sheet} ", f"{question.sheet}, ") if question.sheet else Text("", "")
    rows = Text("、".join(map(str, named)), ", ".join(map(str, named)))
    pattern = _MORE if len(question.rows) > _NAMED else _ROWS if len(named) > 1 else _ROW
    return pattern.format(sheet=sheet, rows=rows, n=len(question.rows))


class QuestionRow(QFrame):
    """Shows a question; `answered` carries the code the user wants, the suggested one too."""

    answered = Signal(object, str)  # Question, code

    def __init__(self, question: Question) -> None:
        super().__init__()
        self.question = question
        self.mark, self.words, self.place = PlainLabel(), PlainLabel(wordWrap=True), PlainLabel()
        self.tick = QCheckBox() if question.kind is QuestionKind.REMARK else None
        self.box = QComboBox() if self.tick is None else None
        self.confirm = QToolButton()
        self._lay_out()
        self.confirm.clicked.connect(lambda: self.answered.emit(self.question, self.code))
        if self.box is not None:
            self.box.activated.connect(lambda _: self.answered.emit(self.question, self.code))
            self.box.installEventFilter(self)
        if self.tick is not None:
            self.tick.clicked.connect(lambda _: self.answered.emit(self.question, self.code))

    @property
    def editor(self) -> QWidget:
        """What holds the answer."""
        editor = self.tick if self.tick is not None else self.box
        assert editor is not None
        return editor

    @property
    def code(self) -> str:
        """The code the editor shows."""
        if self.tick is not None:
            return "yes" if self.tick.isChecked() else "no"
        assert self.box is not None
        return str(self.box.currentData())

    def _lay_out(self) -> None:
        self.place.setObjectName("quiet")
        told = QVBoxLayout()
        told.setSpacing(1)
        told.addWidget(self.words)
        told.addWidget(self.place)
        self.editor.setFixedWidth(_ANSWER_WIDTH)
        self.confirm.setFixedWidth(_BUTTON_WIDTH)
        self.editor.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.confirm.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 5, 10, 5)
        line.setSpacing(10)
        line.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(told, 1)
        line.addWidget(self.editor)
        line.addWidget(self.confirm)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def show_question(self, question: Question, language: Language) -> None:
        """Show the question as it stands now."""
        self.question = question
        self.words.setText(question.words.in_language(language))
        place = place_words(question).in_language(language)
        self.place.setText(place)
        self.place.setVisible(bool(place))
        self._show_answer(language)
        done = question.answer is not None
        self.confirm.setEnabled(is_decided(question))
        said = _CONFIRMED if done else _CONFIRM if is_decided(question) else _CHOOSE
        self.confirm.setText(said.in_language(language))
        self.show_mark()

    def _show_answer(self, language: Language) -> None:
        if self.tick is not None:
            self.tick.setText(_TAKE.in_language(language))
            self.tick.setChecked(self.question.chosen == "yes")
        if self.box is not None:
            self.box.clear()
            for code, words in self.question.options.items():
                self.box.addItem(words.in_language(language), code)
            self.box.setCurrentIndex(self.box.findData(self.question.chosen))

    def show_mark(self) -> None:
        """Show in the colours of the theme whether anybody has answered."""
        mark = Mark.TO_VERIFY if self.question.answer is None else Mark.MET
        self.mark.setPixmap(mark_pixmap(mark, self.palette(), 18, self.devicePixelRatioF()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the wheel to the page: scrolling must change no answer."""
        if event.type() == QEvent.Type.Wheel and watched is self.box:
            event.ignore()
            return True
        return super().eventFilter(watched, event)
