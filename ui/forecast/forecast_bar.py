"""The first line of the page: how far ahead, how many futures, start, stop, and how far the work is."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QMenu,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from planner.text import Text
from ui.elided import ElidedLabel
from ui.forecast.forecasting import Forecasting, Reached, Stage
from ui.language import LanguageSwitch
from ui.plain_label import PlainLabel
from ui.settings import FORECAST_MONTHS, FORECAST_RUNS, FORECAST_SEED, Settings

_FORECAST, _STOP = Text("预测", "Forecast"), Text("停止", "Stop")
_STOP_TIP = Text("停止计算,已算出的保留", "End now and keep what is there")
_AHEAD, _MONTHS = Text("未来", "Ahead"), Text("{n} 个月", "{n} months")
_SIMULATION = Text("模拟", "Simulation")
_SIMULATION_TIP = Text(
    "达标概率由多次模拟得出:离职、病休、产假按指标口径中的概率抽取;种子相同,结果相同。",
    "The chances come from many futures drawn: leaving, sickness and maternity as often as the policy has it;"
    " the same seed draws the same ones.",
)
_RUNS, _SEED = Text("模拟次数", "Futures drawn"), Text("随机种子", "Seed")
_STAGES = {
    Stage.KNOWN: Text("逐月推算 {n}/{of}", "month {n} of {of}"),
    Stage.CHANCES: Text("模拟达标概率 {n}/{of} 次", "future {n} of {of}"),
    Stage.WAYS: Text("求预防办法 {n}/{of} 日", "prevention, day {n} of {of}"),
}
_STARTS = {
    Stage.KNOWN: Text("正在逐月推算", "counting month by month"),
    Stage.CHANCES: Text("正在模拟达标概率", "drawing futures"),
    Stage.WAYS: Text("正在求预防办法", "looking for the least changes"),
}
_STALE = Text("{doing} · 灰色为修改前的预测", "{doing} · what is grey is from before the change")
_STOPPING = Text("正在停止,已算出的保留", "stopping; what is there is kept")
_STOPPED = {
    Stage.KNOWN: Text(
        "已停止,只推算到 {last};按 F5 重新预测。", "Stopped at {last}; press F5 to forecast again."
    ),
    Stage.CHANCES: Text(
        "已停止,概率按已抽取的 {runs} 次计,预防办法未求;按 F5 重新预测。",
        "Stopped: chances of {runs} futures, nothing to prevent sought; press F5 to forecast again.",
    ),
    Stage.WAYS: Text(
        "已停止,其余各日的预防办法未求;按 F5 重新预测。",
        "Stopped: the other days are not sought; press F5 to forecast again.",
    ),
}
_FAILED = Text("未能预测;按 F5 再试。", "No forecast was made; press F5 to try again.")
_NOTHING = Text("", "")
_DONE = Text("自 {on} 起 {months} 个月 · 模拟 {runs} 次", "{months} months from {on} · {runs} futures drawn")
SPANS = (12, 24, 36, 48, 60)  # months
_RUNS_RANGE, _RUNS_STEP, _SEEDS = (100, 10_000), 500, 999_999
_PAUSE = 500  # milliseconds of quiet after the last step of a field


class ForecastBar(QWidget):
    """Follows the forecasting; the fields are remembered."""

    forecast_clicked = Signal()
    span_changed = Signal()  # how far ahead
    simulation_changed = Signal()  # how many futures, or which

    def __init__(self, language: LanguageSwitch, settings: Settings, forecasting: Forecasting) -> None:
        super().__init__()
        self._language, self._settings, self._forecasting = language, settings, forecasting
        self._reached: Reached | None = None
        self.forecast_button, self.stop_button = QPushButton(), QPushButton()
        self.span, self.runs, self.seed = QComboBox(), QSpinBox(), QSpinBox()
        self.simulation, self._menu = QToolButton(), QMenu(self)
        self._ahead, self._titles = PlainLabel(), (PlainLabel(), PlainLabel())
        self.words, self.busy = ElidedLabel(), QProgressBar()
        self._draw_soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._set_up()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _set_up(self) -> None:
        remembered = self._settings.get(FORECAST_MONTHS)
        for months in SPANS:
            self.span.addItem("", months)
        self.span.setCurrentIndex(SPANS.index(remembered) if remembered in SPANS else 0)
        for box, (least, most), step, value in (
            (self.runs, _RUNS_RANGE, _RUNS_STEP, self._settings.get(FORECAST_RUNS)),
            (self.seed, (0, _SEEDS), 1, self._settings.get(FORECAST_SEED)),
        ):
            box.setRange(least, most)
            box.setSingleStep(step)
            box.setValue(value)
            box.setAlignment(Qt.AlignmentFlag.AlignRight)
            box.setMinimumWidth(96)
        self.forecast_button.setDefault(True)
        self.busy.setTextVisible(False)
        self.busy.setFixedSize(90, 8)
        self.words.setObjectName("quiet")
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def _lay_out(self) -> None:
        form = QWidget()
        rows = QFormLayout(form)
        rows.setContentsMargins(12, 8, 12, 8)
        for title, box in zip(self._titles, (self.runs, self.seed), strict=True):
            rows.addRow(title, box)
        action = QWidgetAction(self)
        action.setDefaultWidget(form)
        self._menu.addAction(action)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self.forecast_button, self.stop_button, self._ahead, self.span, self.simulation):
            layout.addWidget(widget)
        layout.addWidget(self.busy)
        layout.addWidget(self.words, 1)

    def _connect(self) -> None:
        self.forecast_button.clicked.connect(self.forecast_clicked)
        self.stop_button.clicked.connect(self._forecasting.stop)
        self.span.activated.connect(lambda _: self._remember(self.span_changed))
        self.simulation.clicked.connect(self._open_simulation)
        self.runs.valueChanged.connect(lambda _: self._draw_soon.start())
        self.seed.valueChanged.connect(lambda _: self._draw_soon.start())
        self._draw_soon.timeout.connect(lambda: self._remember(self.simulation_changed))
        self._forecasting.told.connect(self._take)
        self._forecasting.changed.connect(self.show_work)
        self._language.changed.connect(self.retranslate)

    def _remember(self, then: SignalInstance) -> None:
        for setting, value in (
            (FORECAST_MONTHS, self.months),
            (FORECAST_RUNS, self.runs.value()),
            (FORECAST_SEED, self.seed.value()),
        ):
            self._settings.set(setting, value)
        then.emit()

    @property
    def months(self) -> int:
        """How many months ahead."""
        return SPANS[self.span.currentIndex()]

    def _open_simulation(self) -> None:
        self._menu.popup(self.simulation.mapToGlobal(self.simulation.rect().bottomLeft()))
        self.runs.setFocus()

    # following the work

    def _take(self, reached: Reached) -> None:
        self._reached = reached
        self._show_progress()

    def show_work(self) -> None:
        """Show what runs, or how it ended."""
        self._reached = None
        running = self._forecasting.running
        had = self.forecast_button.hasFocus() or self.stop_button.hasFocus()
        self.forecast_button.setVisible(not running)
        self.stop_button.setVisible(running)
        self.stop_button.setEnabled(running and not self._forecasting.stopping)
        self.busy.setVisible(running)
        if had:
            (self.stop_button if running else self.forecast_button).setFocus()
        self._show_progress()

    def _show_progress(self) -> None:
        reached = self._reached
        self.busy.setRange(0, reached.of if reached is not None else 0)
        if reached is not None:
            self.busy.setValue(reached.n)
        self.words.setText(self._language.words(self._said()))
        self.words.setToolTip(self.words.text())

    def _said(self) -> Text:
        found = self._forecasting
        if found.stage is not None:
            return self._doing(found.stage)
        if found.asked is None:
            return _NOTHING
        if found.ahead is None or found.stale:
            return _FAILED
        if found.stopped is not None:
            drawn = found.chances[0].runs if found.chances else 0
            return _STOPPED[found.stopped].format(last=found.ahead.days[-1].state.date, runs=drawn)
        asked = found.asked
        return _DONE.format(on=asked.on, months=asked.months, runs=asked.runs)

    def _doing(self, stage: Stage) -> Text:
        found, reached = self._forecasting, self._reached
        if found.stopping:
            return _STOPPING
        doing = _STARTS[stage]
        if reached is not None:
            doing = _STAGES[stage].format(n=reached.n, of=reached.of)
        return _STALE.format(doing=doing) if found.stale else doing

    def retranslate(self) -> None:
        """Show everything in the language in force."""
        say = self._language.words
        for button, text, keys in (
            (self.forecast_button, _FORECAST, "F5"),
            (self.stop_button, _STOP, "Shift+F5"),
        ):
            button.setText(f"{say(text)} ({keys})")
            button.setShortcut(QKeySequence(keys))  # setText takes the shortcut away
        self.stop_button.setToolTip(say(_STOP_TIP))
        self._ahead.setText(say(_AHEAD))
        for index, months in enumerate(SPANS):
            self.span.setItemText(index, say(_MONTHS.format(n=months)))
        self.simulation.setText(say(_SIMULATION) + " ▾")
        self.simulation.setToolTip(say(_SIMULATION_TIP))
        for label, text in zip(self._titles, (_RUNS, _SEED), strict=True):
            label.setText(say(text))
        self.show_work()
