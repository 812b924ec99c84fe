"""The plain answer to a campaign at the top of its panel, with the ways out where people are missing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from planner.text import Text
from ui.language import LanguageSwitch
from ui.marks import Mark, mark_pixmap
from ui.plain_label import PlainLabel

_LOOKING = Text("正在查找其他办法……", "Looking for ways out …")
_BULLET = Text("• {said}", "• {said}")
_NOTHING = Text("", "")


class CampaignAnswer(QFrame):
    """One sentence with a mark; quieter ones under it say what else would do."""

    def __init__(self, language: LanguageSwitch) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._language = language
        self._mark, self._said, self._ways = Mark.NO_DATA, _NOTHING, list[Text]()
        self.sign, self.said, self.ways = PlainLabel(), PlainLabel(wordWrap=True), PlainLabel(wordWrap=True)
        self.said.setObjectName("title")
        self.ways.setObjectName("quiet")
        for label in (self.said, self.ways):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(self.said)
        words.addWidget(self.ways)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 6)
        layout.setSpacing(8)
        layout.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)

    def show_answer(self, mark: Mark, said: Text) -> None:
        """Show another answer, without ways out."""
        self._mark, self._said, self._ways = mark, said, []
        self.retranslate()

    def look_for_ways(self) -> None:
        """Say that ways out are being looked for."""
        self._ways = [_LOOKING]
        self.retranslate()

    def show_ways(self, ways: Sequence[Text]) -> None:
        """Show what else would do."""
        self._ways = [_BULLET.format(said=way) for way in ways]
        self.retranslate()

    def retranslate(self) -> None:
        """Show everything in the language and the colours in force."""
        self.sign.setPixmap(mark_pixmap(self._mark, self.palette(), 16, self.devicePixelRatioF()))
        self.said.setText(self._language.words(self._said))
        self.ways.setText("\n".join(self._language.words(way) for way in self._ways))
        self.ways.setVisible(bool(self._ways))
