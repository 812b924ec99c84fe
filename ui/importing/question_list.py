"""Everything to confirm, by kind; rows stay in their places while answers change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from planner.files.questions import Question, QuestionKind
from planner.text import Text
from ui.importing.question_row import QuestionRow, is_decided
from ui.language import LanguageSwitch
from ui.plain_label import PlainLabel

_KINDS: Mapping[QuestionKind, Text] = {
    QuestionKind.COUNTING: Text("计数口径(会改变数字)", "Counting rules (they change the figures)"),
    QuestionKind.UNIT_KIND: Text("单位类别", "Kinds of unit"),
    QuestionKind.WORD: Text("词语的含义", "What words mean"),
    QuestionKind.REMARK: Text(
        "备注里写的借调(勾选的按借调计)", "Draw-offs told in the remarks (ticked: counted as drawn off)"
    ),
}
_ACCEPT_ALL = Text("全部按建议确认", "Accept all suggestions")
_ACCEPT_GROUP = Text("本组按建议确认", "Accept these")
_INTRO = Text(
    "文件里看不出来的,请您确认;已按最可能的情况预选,不改就按预选导入。",
    "Only you can tell these; the likeliest answer is preset and holds unless you change it.",
)
_NOTHING = Text("没有需要确认的问题,可以直接导入。", "Nothing needs confirming; go ahead and import.")
_WIDEST = 1040  # pixels: a sentence and its answer are to be seen together
_AT_ONCE = 8  # rows made in one go: more would be felt

Key = tuple[QuestionKind, str, str]


def key_of(question: Question) -> Key:
    """Return what stays the same of a question while answers change."""
    return (question.kind, question.field, question.key)


class QuestionGroup(QFrame):
    """The questions of one kind under a title."""

    def __init__(self, title: Text) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.words = title
        self.title, self.accept = PlainLabel(), QPushButton()
        self.title.setObjectName("title")
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 10, 2)
        head.addWidget(self.title, 1)
        head.addWidget(self.accept)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 6)
        self.column.setSpacing(0)
        self.column.addLayout(head)


class QuestionList(QWidget):
    """Follows the questions of an import; `answered` carries questions with the codes given."""

    answered = Signal(list)  # of (Question, code)

    def __init__(self, language: LanguageSwitch) -> None:
        super().__init__()
        self._language = language
        self._questions: dict[Key, Question] = {}
        self._waiting: list[Question] = []
        self.rows: dict[Key, QuestionRow] = {}
        self.intro, self.accept_all = PlainLabel(wordWrap=True), QPushButton()
        self.groups = {kind: QuestionGroup(title) for kind, title in _KINDS.items()}
        self._lay_out()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._add_some)
        self.accept_all.clicked.connect(lambda: self._accept(self.open_questions()))
        for kind, group in self.groups.items():
            group.accept.clicked.connect(lambda _=False, k=kind: self._accept(self.open_questions(k)))
        language.changed.connect(self.retranslate)
        self.retranslate()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 4, 0)
        top.addWidget(self.intro, 1)
        top.addWidget(self.accept_all)
        inside = QWidget()
        inside.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(8)
        for group in self.groups.values():
            column.addWidget(group)
        column.addStretch()
        self.scrolled = QScrollArea()
        self.scrolled.setWidgetResizable(True)
        self.scrolled.setFrameShape(QFrame.Shape.NoFrame)
        self.scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scrolled.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        head = QWidget()
        head.setLayout(top)
        head.setMaximumWidth(_WIDEST)
        layout.addWidget(head)
        layout.addWidget(self.scrolled, 1)

    # what is shown

    def open_questions(self, kind: QuestionKind | None = None) -> list[Question]:
        """Return what nobody has answered yet, of one kind or of all."""
        return [q for q in self._questions.values() if q.answer is None and kind in (None, q.kind)]

    def show_questions(self, questions: Sequence[Question]) -> None:
        """Show questions; the rows of those that were there before are kept, with scroll and focus."""
        self._questions = {key_of(question): question for question in questions}
        for key in self.rows.keys() - self._questions.keys():
            row = self.rows.pop(key)
            row.hide()
            row.deleteLater()
        for key, row in self.rows.items():
            row.show_question(self._questions[key], self._language.current)
        self._waiting = [q for key, q in self._questions.items() if key not in self.rows]
        self._add_some()
        self._fit()

    def _add_some(self) -> None:
        for question in self._waiting[:_AT_ONCE]:
            row = QuestionRow(question)
            row.answered.connect(lambda asked, code: self.answered.emit([(asked, code)]))
            row.show_question(question, self._language.current)
            self.rows[key_of(question)] = row
            self.groups[question.kind].column.addWidget(row)
        self._waiting = self._waiting[_AT_ONCE:]
        if self._waiting:
            self._soon.start()

    def _accept(self, questions: Sequence[Question]) -> None:
        """Answer with what is shown, which is what is suggested until the user says otherwise."""
        self.answered.emit([(question, question.chosen) for question in questions if is_decided(question)])

    def _fit(self) -> None:
        shown = {question.kind for question in self._questions.values()}
        for kind, group in self.groups.items():
            group.setVisible(kind in shown)
            group.accept.setVisible(sum(map(is_decided, self.open_questions(kind))) > 1)
        self.accept_all.setEnabled(any(map(is_decided, self.open_questions())))
        self.accept_all.setVisible(bool(self._questions))
        self.intro.setText(self._language.words(_INTRO if self._questions else _NOTHING))

    def retranslate(self) -> None:
        """Show everything in the language in force."""
        say = self._language.words
        self.accept_all.setText(say(_ACCEPT_ALL))
        for group in self.groups.values():
            group.title.setText(say(group.words))
            group.accept.setText(say(_ACCEPT_GROUP))
        for key, row in self.rows.items():
            row.show_question(self._questions[key], self._language.current)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of another theme."""
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "rows"):
            for row in self.rows.values():
                row.show_mark()
        super().changeEvent(event)
