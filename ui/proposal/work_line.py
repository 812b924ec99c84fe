"""One line over a part of the page: a button that asks, the work it started, and a button that ends it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QWidget

from planner.text import Text
from ui.background import Background, Failed, Task, Work
from ui.elided import ElidedLabel
from ui.language import LanguageSwitch

_STOP = Text("停止", "Stop")
_RUNNING = Text("正在计算", "working")
_SECONDS = Text("{words} · {n} 秒", "{words} · {n} s")
_STOPPED = Text("已停止。", "Stopped.")
_TICK = 200  # milliseconds between two looks at the clock
_NOTHING = Text("", "")


class WorkLine(QWidget):
    """Runs one piece of work at a time; a new one takes the place of the one that runs."""

    asked = Signal()
    running_changed = Signal(bool)

    def __init__(self, background: Background, language: LanguageSwitch, title: Text) -> None:
        super().__init__()
        self._background, self._language, self._title = background, language, title
        self._said, self._doing = _NOTHING, _RUNNING
        self._task: Task | None = None
        self._started = 0.0
        self.ask_button, self.stop_button = QPushButton(), QPushButton()
        self.words, self._bar = ElidedLabel(), QProgressBar()
        self._clock = QTimer(self, interval=_TICK)
        self._clock.timeout.connect(self._show_words)
        self._lay_out()
        self.ask_button.clicked.connect(self.asked)
        self.stop_button.clicked.connect(self.stop)
        self._show()

    def _lay_out(self) -> None:
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(80, 8)
        self.words.setObjectName("quiet")
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for widget in (self.ask_button, self.stop_button, self._bar):
            layout.addWidget(widget)
        layout.addWidget(self.words, 1)

    @property
    def running(self) -> bool:
        """Whether an answer is to come."""
        return self._task is not None

    def run(
        self, work: Work, on_done: Callable[[Any], None], tell: Callable[[Any], Text] | None = None
    ) -> None:
        """Start work; `tell` puts its progress into words."""
        self.forget()
        self._doing, self._started = _RUNNING, time.monotonic()

        def take(value: Any) -> None:
            stopped = self._task is not None and self._task.stop_flag.requested
            self._end(_STOPPED if stopped else _NOTHING)
            on_done(value)

        def show(progress: Any) -> None:
            if tell is not None:
                self._doing = tell(progress)
                self._show_words()

        self._task = self._background.run(work, take, on_failed=self._failed, on_progress=show, owner=self)
        self._clock.start()
        self._show()

    def stop(self) -> None:
        """Ask the work to end with what it has."""
        if self._task is not None:
            self._task.stop()
            self.stop_button.setEnabled(False)

    def forget(self) -> None:
        """Drop the answer still to come."""
        if self._task is not None:
            self._task.forget()
            self._end(_NOTHING)

    def say(self, text: Text) -> None:
        """Show a sentence while nothing runs."""
        self._said = text
        self._show_words()

    def _failed(self, failed: Failed) -> None:
        self._end(_NOTHING)
        self._background.failed.emit(failed)

    def _end(self, said: Text) -> None:
        self._task, self._said = None, said
        self._clock.stop()
        self._show()

    def _show(self) -> None:
        had = self.stop_button.hasFocus() or self.ask_button.hasFocus()
        self.ask_button.setVisible(not self.running)
        self.stop_button.setVisible(self.running)
        self.stop_button.setEnabled(self.running)
        self._bar.setVisible(self.running)
        self.running_changed.emit(self.running)
        if had:
            (self.stop_button if self.running else self.ask_button).setFocus()
        self.retranslate()

    def retranslate(self) -> None:
        """Show everything in the language in force."""
        self.ask_button.setText(self._language.words(self._title))
        self.stop_button.setText(self._language.words(_STOP))
        self._show_words()

    def _show_words(self) -> None:
        words = self._said
        if self.running:
            words = _SECONDS.format(words=self._doing, n=f"{time.monotonic() - self._started:.1f}")
        self.words.setText(self._language.words(words))
        self.words.setToolTip(self.words.text())
