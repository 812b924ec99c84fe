"""What the overview says where nothing is open: drop a file, open one, or look at the sample county."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from planner.text import Text
from ui.invitation import Invitation
from ui.language import LanguageSwitch

_TITLE = Text("把花名册拖到这里", "Drop your roster here")
_WORDS = Text(
    "支持 Excel 或 WPS 另存的 .xlsx、.xls、.csv,不需要模板;也可以打开 .jingli 文件。\n"
    "数据只留在本机,程序不联网。",
    "Excel files (.xlsx, .xls) or .csv, no template needed; or a .jingli file.\n"
    "Everything stays on this machine; the program never uses a network.",
)
_OPEN, _SAMPLE = Text("打开文件…", "Open a file…"), Text("看看示例县", "Look at the sample county")


class EmptyState(Invitation):
    """An invitation in the middle of the page."""

    open_clicked = Signal()
    sample_clicked = Signal()

    def __init__(self, language: LanguageSwitch) -> None:
        ways = QPushButton(), QPushButton()
        super().__init__(ways)
        self._language = language
        self.open_button, self.sample_button = ways
        self.open_button.setDefault(True)
        self.open_button.clicked.connect(self.open_clicked)
        self.sample_button.clicked.connect(self.sample_clicked)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Show everything in the language in force."""
        say = self._language.words
        self.say(say(_TITLE), say(_WORDS))
        self.open_button.setText(say(_OPEN))
        self.sample_button.setText(say(_SAMPLE))
