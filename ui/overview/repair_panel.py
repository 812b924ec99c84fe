"""Beside the findings: the cheapest repair of one of them, worked out on the spot, to accept or to close."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
)

from planner.audit.results import Audit, Finding
from planner.optimise.lines import once_approved
from planner.optimise.running import Stop
from planner.text import Text
from ui.elided import ElidedLabel
from ui.latest import Latest
from ui.repairs import record
from ui.shell import Shell

if TYPE_CHECKING:
    from planner.optimise.repair import Repair

Mending = Callable[[Finding, Audit, Stop], "Repair | None"]
_LOOKING = Text("正在求最省的补救办法…", "Looking for the cheapest repair…")
_NOTHING = Text(
    "没有得到补救办法;可到“调整建议”页按 F5 求整体方案。",
    "No repair was found; press F5 on the Proposal page for a whole plan.",
)
_ACCEPT, _CLOSE = Text("采纳补救({n} 项)", "Accept ({n} moves)"), Text("关闭(Esc)", "Close (Esc)")
_TIP = Text(
    "登记为“拟议”的调整,自统计日期起生效;可一步撤销。",
    "Records the moves as proposed, effective on the date in view; one undo step.",
)
_LINE = '<p style="margin:2px 0">{}</p>'


def cheapest_mending(finding: Finding, audited: Audit, stop: Stop) -> Repair | None:
    """Return the repair of one finding; the solvers are imported here, off the GUI thread."""
    from planner.optimise.repair import repair_of

    return repair_of(finding, once_approved(audited), stop=stop)


class RepairPanel(QFrame):
    """Speaks of one finding of the version in force; any change of the document closes it."""

    left = Signal()  # it closes, and had the keyboard

    def __init__(self, shell: Shell, mending: Mending = cheapest_mending) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._shell, self._mending = shell, mending
        self._working = Latest(shell.background, self._take, self)
        self.finding: Finding | None = None
        self.repair: Repair | None = None
        self.title, self.words = ElidedLabel(), QTextBrowser()
        self.accept_button, self.close_button = QPushButton(), QToolButton()
        self._lay_out()
        self.accept_button.clicked.connect(self.accept)
        self.close_button.clicked.connect(self.close_panel)
        shell.open_document.changed.connect(self.close_panel)
        shell.language.changed.connect(self.refresh)
        shell.background.failed.connect(lambda _: self.refresh())
        self.hide()

    def _lay_out(self) -> None:
        self.title.setObjectName("quiet")
        self.words.setFrameShape(QFrame.Shape.NoFrame)
        self.words.setTabChangesFocus(True)
        self.close_button.setText("✕")
        self.close_button.setAutoRaise(True)
        line = QHBoxLayout()
        line.addWidget(self.title, 1)
        line.addWidget(self.accept_button)
        line.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 6, 6)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self.words, 1)

    # working

    def mend(self, finding: Finding) -> None:
        """Work out the repair of a finding, and show it once it is known."""
        self._working.forget()
        self.finding, self.repair = finding, None
        audited = self._shell.open_document.audit
        self._working.order(lambda _report, stop: self._mending(finding, audited, stop))
        self.refresh()
        self.show()

    def _take(self, repair: Repair | None) -> None:
        self.repair = repair
        self.refresh()

    def accept(self) -> None:
        """Record the moves, as one undo step; the finding stays until they are approved."""
        if self.repair is not None and self.repair.people:
            said = record(self._shell, self.repair)
            if said is not None:
                self._shell.messages.inform(said)

    def close_panel(self) -> None:
        """Stop working, and take the panel away."""
        if self.finding is None:
            return
        focus = QApplication.focusWidget()
        self._working.forget()
        self.finding = self.repair = None
        self.hide()
        if focus is not None and self.isAncestorOf(focus):
            self.left.emit()

    # showing

    def refresh(self) -> None:
        """Show everything in the language in force."""
        if self.finding is None:
            return
        say, repair = self._shell.language.words, self.repair
        waiting = _LOOKING if self._working.busy else _NOTHING
        told = () if repair is None else repair.told()
        answer = say(waiting if repair is None else repair.sentence)
        listed = "".join(_LINE.format(escape(f"· {say(words)}")) for words in told)
        self.words.setHtml(_LINE.format(escape(answer)) + listed)
        self.title.setText(say(self.finding.message))
        self.title.setToolTip(self.title.text())
        self.accept_button.setText(say(_ACCEPT.format(n=len(told))))
        self.accept_button.setToolTip(say(_TIP))
        self.accept_button.setVisible(bool(told))
        self.close_button.setToolTip(say(_CLOSE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)
