"""What tests of the Forecast page share: the page of a real window, and waiting for its parts."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Any

from pytestqt.qtbot import QtBot

from planner.document import Document
from planner.forecast.months import Forecast
from planner.optimise.running import Stop
from tests.planner.forecast.ahead import AheadCounty
from tests.ui.windows import Scene
from ui.background import Report
from ui.forecast import forecasting
from ui.forecast.forecast_page import ForecastPage
from ui.forecast.forecasting import Asked, Questions

_SECONDS = 20_000


class Opened:
    """A window on a county with the Forecast page in view."""

    def __init__(
        self,
        qtbot: QtBot,
        document: Document | None = None,
        questions: Questions | None = None,
        language: str = "zh",
    ) -> None:
        self.qtbot = qtbot
        self.scene = Scene(qtbot, document or AheadCounty().document(), language=language)
        self.document = self.scene.document
        navigation = self.scene.shell.navigation
        if questions is not None:
            navigation.put("forecast", ForecastPage(self.scene.shell, questions))
        self.page = self.scene.page("forecast", ForecastPage)
        self.forecasting = self.page.forecasting

    def until(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds, timeout=_SECONDS)

    def settle(self) -> None:
        """Wait until every part is there."""
        self.until(lambda: self.forecasting.ahead is not None and not self.forecasting.running)

    def cells(self, key: str) -> list[str]:
        """Return what a column of the months says."""
        model = self.page.months.model
        column = model.table.column(key)
        return [column.words(row, model.language) for row in model.shown]


class Slow:
    """Real questions, each answered only when it may be, and asked to stop as any other."""

    def __init__(self, *held: str) -> None:
        self.asked: list[str] = []
        self.go = {key: threading.Event() for key in ("known", "chances", "ways")}
        for key in self.go.keys() - set(held):
            self.go[key].set()

    def questions(self) -> Questions:
        return Questions(self._known, self._chances, self._ways)

    def _wait(self, key: str, stop: Stop) -> None:
        self.asked.append(key)
        while not self.go[key].wait(0.01) and not stop.requested:
            pass

    def _known(self, asked: Asked, report: Report, stop: Stop) -> Forecast:
        self._wait("known", stop)
        return forecasting.known(asked, report, Stop())

    def _chances(self, asked: Asked, ahead: Forecast, report: Report, stop: Stop) -> Sequence[Any]:
        self._wait("chances", stop)
        return forecasting.chances(asked, ahead, report, stop)

    def _ways(self, asked: Asked, ahead: Forecast, report: Report, stop: Stop) -> Sequence[Any]:
        self._wait("ways", stop)
        return forecasting.ways(asked, ahead, report, stop)
