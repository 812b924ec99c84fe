"""A framed sentence with what stands under it, and perhaps one thing to do about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from planner.text import Text
from ui.language import LanguageSwitch
from ui.marks import Mark, mark_pixmap
from ui.plain_label import PlainLabel


class SaidPanel(QFrame):
    """Shows one sentence with a mark, quieter lines under it, and a button where something can be done."""

    def __init__(
        self,
        language: LanguageSwitch,
        mark: Mark,
        said: Text,
        more: Sequence[Text] = (),
        action: tuple[Text, Callable[[], object]] | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("panel")
        say = language.words
        sign = PlainLabel()
        sign.setPixmap(mark_pixmap(mark, self.palette(), 16, self.devicePixelRatioF()))
        self.said = _label(say(said))
        self.more = [_label(say(text), quiet=True) for text in more]
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self.said, *self.more):
            words.addWidget(label)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 6)
        layout.setSpacing(8)
        layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        self.button: QPushButton | None = None
        if action is not None:
            self.button = QPushButton(say(action[0]))
            run = action[1]
            self.button.clicked.connect(lambda _=False: run())
            layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)


def _label(words: str, quiet: bool = False) -> QLabel:
    label = PlainLabel(words)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if quiet:
        label.setObjectName("quiet")
    return label
