"""What stands behind a proposal: its levels with their bounds, who is to be negotiated, and remarks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from planner.optimise.answer import negotiated
from planner.optimise.duty.confirmed_words import confirmed_words
from planner.optimise.proposal import Level, Proposal, level_title
from planner.text import Text
from ui.language import LanguageSwitch
from ui.marks import Mark, mark_icon
from ui.plain_label import PlainLabel, plain_tip

if TYPE_CHECKING:
    from planner.optimise.duty.agreement import Agreement

_LEVELS = Text("逐级目标(先满足上一级)", "Levels, in their order")
_HEAD = (Text("目标", "Level"), Text("结果", "Value"), Text("下界", "Bound"))
_PROVEN, _OPEN = Text("已证明不能更小", "proven: cannot be smaller"), Text("尚未证明", "not proven")
_NEGOTIATE = Text("待协调(在局外,超出本局权限){n} 人", "To negotiate, outside the bureau: {n}")
_NOTES = Text("说明 {n} 条", "Remarks: {n}")
_LEAST = 40  # pixels of a list in a low window
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_PERSON = Qt.ItemDataRole.UserRole


class BehindPanel(QWidget):
    """Shows a proposal's levels, the people drawn off to outside, and the bounds it could not keep."""

    person_chosen = Signal(int)

    def __init__(self, language: LanguageSwitch) -> None:
        super().__init__()
        self._language = language
        self._proposal: Proposal | None = None
        self.confirmed: tuple[Text, ...] | None = None  # what duty rosters say, None while it is not known
        self.levels_title, self.people_title, self.notes_title = PlainLabel(), PlainLabel(), PlainLabel()
        self.levels, self.people, self.notes = QTreeWidget(), QListWidget(), QListWidget()
        self._lay_out()
        self.people.itemActivated.connect(lambda item: self.person_chosen.emit(item.data(_PERSON)))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 0, 0, 0)
        layout.setSpacing(4)
        self.levels.setColumnCount(len(_HEAD))
        self.levels.setRootIsDecorated(False)
        self.levels.setUniformRowHeights(True)
        header = self.levels.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(24)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.notes.setWordWrap(True)
        self.notes.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for title, widget, stretch in (
            (self.levels_title, self.levels, 4),
            (self.people_title, self.people, 1),
            (self.notes_title, self.notes, 1),
        ):
            title.setObjectName("title")
            layout.addWidget(title)
            layout.addWidget(widget, stretch)
            widget.setMinimumHeight(_LEAST)
        layout.addStretch()

    def show_proposal(self, proposal: Proposal) -> None:
        """Show what stands behind a proposal."""
        self._proposal = proposal
        self.refresh()

    def show_confirmed(self, found: Sequence[Agreement] | None) -> None:
        """Say what duty rosters make of the field time that the proposal claims, once it is known."""
        self.confirmed = confirmed_words(found) if found is not None else None
        self.refresh()

    def refresh(self) -> None:
        """Show everything in the language and the colours in force."""
        proposal, say = self._proposal, self._language.words
        if proposal is None:
            return
        self.levels_title.setText(say(_LEVELS))
        self.levels.setHeaderLabels([say(title) for title in _HEAD])
        for column in (1, 2):
            self.levels.headerItem().setTextAlignment(column, _RIGHT)
        self.levels.clear()
        self.levels.addTopLevelItems([self._level(level) for level in proposal.levels])
        self._fit_levels(len(proposal.levels))
        self.people.clear()
        for person, words in negotiated(proposal):
            item = QListWidgetItem(say(words), self.people)
            item.setData(_PERSON, person)
        self.notes.clear()
        self.notes.addItems([say(note) for note in (*proposal.notes, *(self.confirmed or ()))])
        for title, words, widget in (
            (self.people_title, _NEGOTIATE, self.people),
            (self.notes_title, _NOTES, self.notes),
        ):
            title.setText(say(words.format(n=widget.count())))
            title.setVisible(widget.count() > 0)
            widget.setVisible(widget.count() > 0)

    def _level(self, level: Level) -> QTreeWidgetItem:
        say = self._language.words
        bound = "—" if level.bound is None else str(level.bound)
        item = QTreeWidgetItem([say(level_title(level.name)), str(level.value), bound])
        item.setIcon(0, mark_icon(Mark.MET if level.proven else Mark.WARNING, self.palette(), 14))
        tip = f"{item.text(0)}: {level.value}, {say(_PROVEN if level.proven else _OPEN)}"
        for column in range(len(_HEAD)):
            item.setToolTip(column, plain_tip(tip))
            if column:
                item.setTextAlignment(column, _RIGHT)
        return item

    def _fit_levels(self, n: int) -> None:
        """Be at most as high as the levels need, so that the lists below get the rest."""
        row = self.levels.sizeHintForRow(0) if n else 0
        height = self.levels.header().sizeHint().height() + n * row + 2 * self.levels.frameWidth()
        self.levels.setMaximumHeight(height)
        self.levels.setVisible(n > 0)
        self.levels_title.setVisible(n > 0)
