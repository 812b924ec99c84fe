"""What the Scenarios page shows while there is none: what a scenario is, and the usual ones to begin with."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from planner.text import Text
from ui.invitation import Invitation
from ui.language import LanguageSwitch
from ui.scenarios.starters import STARTERS
from ui.tables.flow_layout import SPACE, FlowLayout

_TITLE = Text("如果……会怎样?", "What if?")
_WORDS = Text(
    "方案是加在现状上的一串有日期的变动:先看数字会怎样,名册本身不变,\n"
    "几个方案可以并排比较,满意后再采用。从常见的一种开始,或新建空白方案:",
    "A scenario is a list of dated changes on the county as it stands. It shows what would become of the"
    " figures; the roster stays as it is until you adopt it. Several can be compared.\n"
    "Begin with a usual one, or with an empty scenario:",
)
_NO_COUNTY = Text(
    "还没有名册。把花名册拖进窗口,或按 Ctrl+O 打开文件,再回到这里新建方案。",
    "No roster is open. Drop one onto the window or press Ctrl+O, then come back to make scenarios.",
)
_NEW = Text("新建空白方案…", "New empty scenario…")
_PLAN = Text("先测算专项行动…", "Plan a campaign first…")


class EmptyState(Invitation):
    """An invitation to the first scenario."""

    new_clicked = Signal()
    starter_clicked = Signal(object)  # Starter
    campaign_clicked = Signal()

    def __init__(self, language: LanguageSwitch) -> None:
        self.new_button, self.campaign_button = QPushButton(), QPushButton()
        self.starters, self.buttons = QWidget(), [QPushButton() for _ in STARTERS]
        flow = FlowLayout(self.starters)
        for button, starter in zip(self.buttons, STARTERS, strict=True):
            button.clicked.connect(lambda _=False, s=starter: self.starter_clicked.emit(s))
            flow.addWidget(button)
        super().__init__((self.new_button, self.campaign_button), self.starters)
        self._language, self._has_county = language, True
        self.new_button.clicked.connect(self.new_clicked)
        self.campaign_button.clicked.connect(self.campaign_clicked)
        self.retranslate()

    def show_for(self, *, has_county: bool) -> None:
        """Invite to a first scenario, or say that a roster comes first."""
        self._has_county = has_county
        self.starters.setVisible(has_county)
        self.new_button.setVisible(has_county)
        self.campaign_button.setVisible(has_county)
        self.retranslate()

    def retranslate(self) -> None:
        """Show everything in the language in force."""
        say = self._language.words
        self.say(say(_TITLE), say(_WORDS if self._has_county else _NO_COUNTY))
        self.new_button.setText(say(_NEW))
        self.new_button.setToolTip("Ctrl+Shift+N")
        self.campaign_button.setText(say(_PLAN))
        for button, starter in zip(self.buttons, STARTERS, strict=True):
            button.setText(say(starter.title))
        hints = [button.sizeHint().width() for button in self.buttons]
        self.starters.setMaximumWidth(sum(hints) + SPACE * (len(hints) - 1))  # centred in one line
