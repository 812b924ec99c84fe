"""Price tags, asked for in the background when somebody is looked at, and remembered for the plan in view."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from planner.optimise.running import Stop
from planner.tables.priced import Price
from ui.background import Background
from ui.latest import Latest
from ui.proposal.questions import Questions, Subject

if TYPE_CHECKING:
    from planner.optimise.explain.price_tag import PriceTag

_PAUSE = 200  # milliseconds somebody is looked at before their price is asked for


class Pricing(QObject):
    """Knows the prices of one plan; only the newest person asked about is worked on."""

    priced = Signal(int)  # person id

    def __init__(self, background: Background, questions: Questions, parent: QObject) -> None:
        super().__init__(parent)
        self._questions = questions
        self.tags: dict[int, PriceTag] = {}
        self._subject: Subject | None = None
        self._wanted: tuple[int, Price] | None = None
        self._asking = Latest(background, self._take, self)
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._ask)

    def show_plan(self, subject: Subject | None) -> None:
        """Speak of another plan, or of none."""
        self.rest()
        self._asking.forget()
        self._subject, self.tags = subject, {}

    def want(self, person: int, what: Price) -> None:
        """Ask for one price soon, unless it is known."""
        self._wanted = (person, what)
        if self._subject is not None and person not in self.tags:
            self._soon.start()

    def rest(self) -> None:
        """Ask for nothing that has not begun."""
        self._soon.stop()
        self._wanted = None

    def _ask(self) -> None:
        subject, wanted, ask = self._subject, self._wanted, self._questions.price
        if subject is None or wanted is None or wanted[0] in self.tags:
            return
        person, what = wanted

        def work(_: Callable[[object], None], stop: Stop) -> tuple[Subject, PriceTag]:
            return subject, ask(subject, person, what, stop)

        self._asking.order(work)

    def _take(self, found: tuple[Subject, PriceTag]) -> None:
        subject, tag = found
        if subject is self._subject:
            self.tags[tag.person] = tag
            self.priced.emit(tag.person)
