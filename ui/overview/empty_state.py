"""What the overview says where nothing is open: drop a file, open one, or look at the sample county."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from planner.text import Text
from ui.language import LanguageSwitch

_TITLE = Text("把花名册拖到这里", "Drop your roster here")
_WORDS = Text(
    "支持 Excel 或 WPS 另存的 .xlsx、.xls、.csv,不需要模板;也可以打开 .jingli 文件。\n"
    "数据只留在本机,程序不联网。",
    "Excel files (.xlsx, .xls) or .csv, no template needed; or a .jingli file.\n"
    "Everything stays on this machine; the program never uses a network.",
)
_OPEN, _SAMPLE = Text("打开文件…", "Open a file…"), Text("看看示例县", "Look at the sample county")


class EmptyState(QWidget):
    """An invitation in the middle of the page."""

    open_clicked = Signal()
    sample_clicked = Signal()

    def __init__(self, language: LanguageSwitch) -> None:
        super().__init__()
        self._language = language
        self.title = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.words = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.words.setObjectName("quiet")
        self.open_button, self.sample_button = QPushButton(), QPushButton()
        self.open_button.setDefault(True)
        self._lay_out()
        self.open_button.clicked.connect(self.open_clicked)
        self.sample_button.clicked.connect(self.sample_clicked)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def _lay_out(self) -> None:
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * 1.8)
        font.setBold(True)
        self.title.setFont(font)
        frame = QFrame()
        frame.setObjectName("drop")
        frame.setMaximumSize(720, 320)
        column = QVBoxLayout(frame)
        column.setContentsMargins(40, 40, 40, 40)
        column.setSpacing(14)
        column.addStretch()
        column.addWidget(self.title)
        column.addWidget(self.words)
        column.addSpacing(8)
        line = QHBoxLayout()
        line.addStretch()
        line.addWidget(self.open_button)
        line.addWidget(self.sample_button)
        line.addStretch()
        column.addLayout(line)
        column.addStretch()
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(frame, 6)
        middle.addStretch(1)
        outer.addLayout(middle, 6)
        outer.addStretch(3)

    def retranslate(self) -> None:
        """Show everything in the language in force."""
        say = self._language.words
        self.title.setText(say(_TITLE))
        self.words.setText(say(_WORDS))
        self.open_button.setText(say(_OPEN))
        self.sample_button.setText(say(_SAMPLE))
