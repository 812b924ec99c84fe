"""The answer in words: the least that must change, what stays short, and the second result beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from planner.optimise.answer import answer, once_given_back, short_levels, shortage_words
from planner.optimise.proposal import Proposal
from planner.tables.movable_range import nobody_movable
from planner.text import Text
from ui.language import LanguageSwitch
from ui.marks import Mark, mark_pixmap
from ui.plain_label import PlainLabel

_OUT_OF_DATE = Text(
    "已过期:提出之后,名册、口径、日期或已通过的调整有了变化,以下数字说的是变化之前。",
    "Out of date: the roster, the policy, the date or approved moves have changed since;"
    " the figures below speak of the time before.",
)
_AGAIN = Text("重新提出", "Propose again")
_WHAT_IF = Text(
    "试算:{words} 以上是试算的前提,不在名册和口径之内:可采纳其中的调整,但不作为正式名册打印。",
    "What if: {words} The roster and the policy do not say so: moves can be accepted, but the plan is not"
    " printed as an official paper.",
)
_CHANGED = Text(
    "试算:{words} 名册还没有这样改,方案只供查看;要采纳,请先修改名册或单位表,再重新提出。",
    "What if: {words} The roster does not say so yet, so the plan is only to be looked at: change the"
    " roster or the units first, then propose again.",
)
_BACK = Text("返回原方案", "Back to the plan")
_LARGER = 1.15


class AnswerPanel(QFrame):
    """Shows a proposal in a few sentences, and warns where it no longer fits the document."""

    again_clicked = Signal()
    back_clicked = Signal()

    def __init__(self, language: LanguageSwitch) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._language = language
        self._proposal: Proposal | None = None
        self._current, self._changed = True, False
        self._what_if: Text | None = None
        self._cost: Text | None = None
        self.mark, self.warning_mark, self.what_if_mark = PlainLabel(), PlainLabel(), PlainLabel()
        self.answer, self.more, self.warning, self.what_if = (PlainLabel() for _ in range(4))
        self.again_button, self.back_button = QPushButton(), QPushButton()
        self._lay_out()
        self.again_button.clicked.connect(self.again_clicked)
        self.back_button.clicked.connect(self.back_clicked)
        self.refresh()

    def _lay_out(self) -> None:
        font = self.answer.font()
        font.setPointSizeF(font.pointSizeF() * _LARGER)
        font.setBold(True)
        self.answer.setFont(font)
        self.more.setObjectName("quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(4)
        warning = QHBoxLayout()
        for widget in (self.warning_mark, self.warning, self.again_button):
            warning.addWidget(widget, 1 if widget is self.warning else 0)
        trying = QHBoxLayout()
        for widget in (self.what_if_mark, self.what_if, self.back_button):
            trying.addWidget(widget, 1 if widget is self.what_if else 0)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.answer, 1)
        layout.addLayout(warning)
        layout.addLayout(trying)
        layout.addLayout(line)
        layout.addWidget(self.more)
        for label in (self.answer, self.more, self.warning, self.what_if):
            label.setWordWrap(True)
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )

    def show_proposal(self, proposal: Proposal | None, current: bool) -> None:
        """Show a proposal; `current` is whether it still fits the document."""
        self._proposal, self._current = proposal, current
        self.refresh()

    def show_question(self, what_if: Text | None, changed: bool, cost: Text | None) -> None:
        """Say what is tried, in the document or in a changed one, and what it costs that some stay."""
        self._what_if, self._changed, self._cost = what_if, changed, cost

    def refresh(self) -> None:
        """Show everything in the language and the colours in force."""
        self.setVisible(self._proposal is not None)
        if self._proposal is None:
            return
        say, ratio = self._language.words, self.devicePixelRatioF()
        self.answer.setText(say(answer(self._proposal)))
        self.more.setText(self._under(self._proposal))
        self.more.setVisible(bool(self.more.text()))
        self.mark.setPixmap(mark_pixmap(_mark(self._proposal), self.palette(), 18, ratio))
        self.warning_mark.setPixmap(mark_pixmap(Mark.WARNING, self.palette(), 18, ratio))
        self.warning.setText(say(_OUT_OF_DATE))
        self.again_button.setText(say(_AGAIN))
        for widget in (self.warning_mark, self.warning, self.again_button):
            widget.setVisible(not self._current)
        self._show_what_if()

    def _under(self, proposal: Proposal) -> str:
        """Return the lines under the answer, the cost of those who stay before the first of them."""
        say, lines = self._language.words, [self._language.words(text) for text in _more(proposal)]
        if self._cost is not None:
            between = "" if self._language.current == "zh" else " "
            lines[:1] = [between.join((say(self._cost), *lines[:1]))]
        return "\n".join(lines)

    def _show_what_if(self) -> None:
        say, tried = self._language.words, self._what_if
        if tried is not None:
            self.what_if.setText(say((_CHANGED if self._changed else _WHAT_IF).format(words=tried)))
        pixmap = mark_pixmap(Mark.TO_VERIFY, self.palette(), 18, self.devicePixelRatioF())
        self.what_if_mark.setPixmap(pixmap)
        self.back_button.setText(say(_BACK))
        for widget in (self.what_if_mark, self.what_if, self.back_button):
            widget.setVisible(tried is not None)


def _more(proposal: Proposal) -> list[Text]:
    """Return the sentences under the answer."""
    found = [proposal.explanation, shortage_words(proposal), once_given_back(proposal)]
    if not any(unit.movable for unit in proposal.movable.units) and (
        short_levels(proposal) or proposal.status == "infeasible"
    ):
        found.append(nobody_movable(proposal.movable))
    return [text for text in found if text is not None]


def _mark(proposal: Proposal) -> Mark:
    if proposal.status == "infeasible":
        return Mark.VIOLATION
    if not proposal.proven:
        return Mark.WARNING
    return Mark.NOT_MET if short_levels(proposal) else Mark.MET
