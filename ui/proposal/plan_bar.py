"""The first line of the page: ask for a proposal, follow the work, stop it."""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QWidget

from planner.optimise.proposal import level_title
from planner.optimise.running import Progress
from planner.text import Text
from ui.language import LanguageSwitch
from ui.plain_label import PlainLabel

_PROPOSE, _AGAIN = Text("提出调整建议", "Propose"), Text("重新提出", "Propose again")
_STOP = Text("停止", "Stop")
_STOP_TIP = Text("停止求解,保留目前最好的方案", "End now and keep the best so far")
_PHASES = {
    "prepare": Text("整理数据、建立模型", "preparing"),
    "level": Text("求解“{level}”", "settling “{level}”"),
    "name": Text("落实到人", "choosing names"),
    "check": Text("复核", "checking"),
    "done": Text("即将完成", "finishing"),
}
_STARTING = Text("正在启动求解器", "starting the solver")
_STOPPING = Text("正在停止,保留目前最好的方案", "stopping, the best so far is kept")
_STOP_REPLANNING_TIP = Text("停止重排,保留现在的方案", "End now and keep the plan in view")
_REPLANNING = Text("重排:", "planning again: ")
_SECOND = Text("局外单位归还后:", "once outside units give back: ")
_BEST, _BOUND, _GAP = (
    Text("目前最好 {n}", "best {n}"),
    Text("下界 {n}", "bound {n}"),
    Text("差距 {n}", "gap {n}"),
)
_PROVEN = Text("已证明", "proven")
_LEAD = Text(
    "按口径的优先顺序,在可调范围内求调整最少的方案;可随时停止。",
    "Finds the fewest changes within the movable range, in the policy's order; can be stopped any time.",
)
_SECONDS = Text("{n} 秒", "{n} s")
_TICK = 100  # milliseconds between two looks at the clock


class PlanBar(QWidget):
    """A button, and while work runs its phase, best, bound, gap and seconds."""

    propose_clicked = Signal()
    stop_clicked = Signal()

    def __init__(self, language: LanguageSwitch) -> None:
        super().__init__()
        self._language = language
        self._said = _LEAD
        self._progress: Progress | None = None
        self._round, self._stopping, self._again, self._replanning = 0, False, False, False
        self._started = 0.0
        self.propose_button, self.stop_button = QPushButton(), QPushButton()
        self.words, self.busy = PlainLabel(), QProgressBar()
        self._clock = QTimer(self, interval=_TICK)
        self._lay_out()
        self.propose_button.clicked.connect(self.propose_clicked)
        self.stop_button.clicked.connect(self.stop_clicked)
        self._clock.timeout.connect(self._show_words)
        language.changed.connect(self.retranslate)
        self.end()

    def _lay_out(self) -> None:
        self.propose_button.setDefault(True)
        self.propose_button.setShortcut(QKeySequence("F5"))
        self.stop_button.setShortcut(QKeySequence("Shift+F5"))
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setFixedSize(110, 8)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for widget in (self.propose_button, self.stop_button, self.busy):
            layout.addWidget(widget)
        layout.addWidget(self.words, 1)

    @property
    def running(self) -> bool:
        """Whether work is followed."""
        return self._clock.isActive()

    def say(self, text: Text) -> None:
        """Show a sentence while nothing runs."""
        self._said = text
        self._show_words()

    def set_again(self, again: bool) -> None:
        """Say whether there was a proposal before."""
        self._again = again
        if not again:
            self._said = _LEAD
        self.retranslate()

    # following the work

    def begin(self, replanning: bool = False) -> None:
        """Show that work has begun, on something new or around those who stay."""
        self._replanning = replanning
        self._progress, self._round, self._stopping = None, 0, False
        self._started = time.monotonic()
        self._clock.start()
        self._show_running()
        self.retranslate()

    def show_progress(self, progress: Progress) -> None:
        """Show one event of the work."""
        self._round += progress.phase == "prepare"
        self._progress = progress
        self._show_words()

    def show_stopping(self) -> None:
        """Show that the work was asked to end."""
        self._stopping = True
        self.stop_button.setEnabled(False)
        self._show_words()

    def end(self) -> None:
        """Show that nothing runs."""
        self._clock.stop()
        self._show_running()
        self.retranslate()

    def _show_running(self) -> None:
        self.propose_button.setVisible(not self.running)
        self.stop_button.setVisible(self.running)
        self.stop_button.setEnabled(self.running)
        self.busy.setVisible(self.running)
        self._show_words()

    def retranslate(self) -> None:
        """Show everything in the language in force."""
        say = self._language.words
        for button, text, keys in (
            (self.propose_button, _AGAIN if self._again else _PROPOSE, "F5"),
            (self.stop_button, _STOP, "Shift+F5"),
        ):
            button.setText(f"{say(text)} ({keys})")
            button.setShortcut(QKeySequence(keys))  # setText takes the shortcut away
        self.stop_button.setToolTip(say(_STOP_REPLANNING_TIP if self._replanning else _STOP_TIP))
        self._show_words()

    def _show_words(self) -> None:
        say = self._language.words
        if not self.running:
            self.words.setText(say(self._said))
            return
        seconds = _SECONDS.format(n=f"{time.monotonic() - self._started:.1f}")
        self.words.setText(" · ".join(say(part) for part in (*self._parts(), seconds)))

    def _parts(self) -> list[Text]:
        """Return phase, best, bound and gap, as far as they are known."""
        if self._stopping:
            return [_STOPPING]
        before = [_REPLANNING] if self._replanning else []
        if self._progress is None:
            return [_joined(*before, _STARTING)]
        progress = self._progress
        phase = _PHASES[progress.phase]
        if progress.phase == "level":
            phase = phase.format(level=level_title(progress.level))
        if self._round > 1:
            before.append(_SECOND)
        parts = [_joined(*before, phase)]
        if progress.best is not None:
            parts.append(_BEST.format(n=progress.best))
        if progress.bound is not None:
            parts.append(_BOUND.format(n=progress.bound))
        if progress.gap is not None:
            parts.append(_GAP.format(n=progress.gap) if progress.gap else _PROVEN)
        return parts


def _joined(*parts: Text) -> Text:
    return Text("".join(part.zh for part in parts), "".join(part.en for part in parts))
