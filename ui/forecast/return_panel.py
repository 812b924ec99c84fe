"""The return calendar: who comes home when under the handover limits, and the share after each month."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from planner.county.state import State, state
from planner.document import Document
from planner.errors import InputError
from planner.forecast.months import first_days
from planner.returns.calendar import return_calendar
from planner.returns.changes import return_changes
from planner.returns.records import Limits, ReturnCalendar
from planner.scenarios.applying import same_county
from planner.tables.returning import month_rows, return_rows, summary
from planner.text import Text
from ui.following_page import FollowingPage
from ui.forecast.return_parts import ReturnParts
from ui.latest import Latest
from ui.marks import Mark

if TYPE_CHECKING:
    from ui.shell import Shell

_WRITE = Text("返岗日历写入方案", "Write the return calendar into a scenario")
_WRITTEN = Text(
    "已把返岗 {n} 项写入方案“{name}”,一步可撤销。",
    "{n} returns written into the scenario “{name}”, one undo step.",
)
_CHANGED = Text(
    "正在按新的限额排日历,请稍候再写入。", "The limits have changed; write once the calendar is there."
)
_EMPTY = Text(
    "先打开或导入花名册,再排返岗日历。", "Open or import a roster first, then the calendar follows."
)
_COUNTING = Text("正在排日历……", "Working it out …")
_Made = tuple[ReturnCalendar, State]


class ReturnPanel(FollowingPage):
    """Works out the calendar in the background whenever the limits or what is in view change."""

    answered = Signal()  # the calendar of the newest question is in view

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._opened, self._messages = shell.open_document, shell.messages
        self.calendar: ReturnCalendar | None = None
        self._question: tuple[Document, date, date, Limits] | None = None
        self.parts = ReturnParts(shell, self)
        self._working = Latest(shell.background, self._take, self)
        self.parts.limits_changed.connect(self._ask)
        self.parts.write_button.clicked.connect(self.write)
        self.parts.view.card_requested.connect(shell.navigation.show_card)
        self.parts.months_view.selectionModel().currentChanged.connect(lambda *_: self._show_month())
        self._suggested: int | None = None  # the policy's limit of a unit, as it stands in the field
        shell.open_document.changed.connect(self.parts.told.hush)
        self.keep_up_with(shell.open_document.changed, shell.language.changed, shell.theme.changed)

    def show_document(self) -> None:
        """Show the panel for what is in view."""
        opened = self._opened
        limit = opened.document.policy.on(opened.on).count("planning.handover_limit")
        if limit != self._suggested:
            self._suggested = limit
            self.parts.suggest(limit, first_days(opened.on, 1)[0])
        self.parts.retranslate()
        self._ask()

    def _ask(self) -> None:
        document, on = self._opened.document, self._opened.on
        start = self.parts.start()
        if self._opened.is_empty or start is None:
            self._working.forget()
            self._question = self.calendar = None
            self.parts.show_nothing(_EMPTY if self._opened.is_empty else self.parts.no_month)
            return
        question = document, on, start, self.parts.limits()
        known = self._question
        if known is not None and same_county(known[0], document) and known[1:] == question[1:]:
            return
        if known is not None and known[1:] != question[1:]:
            self.parts.told.hush()
        self._question = question
        self.parts.say(Mark.NO_DATA, _COUNTING)
        self._working.order(lambda *_: _worked_out(*question))

    def _take(self, made: _Made) -> None:
        self.calendar, now = made
        overdue = self.calendar.overdue
        self.parts.say(Mark.VIOLATION if overdue else Mark.MET, summary(self.calendar))
        self.parts.show_calendar(self.calendar, month_rows(self.calendar), return_rows(self.calendar, now))
        self.answered.emit()

    def _show_month(self) -> None:
        """Bring whoever returns first in the month chosen into view."""
        row = self.parts.months_view.current_row() if self.parts.months.shown else None
        if row is not None and row.month.returns:
            self.parts.view.reveal(row.month.returns[0].placed.person.id)

    def write(self) -> None:
        """Write the returns into the scenario chosen, as one undo step."""
        if self.calendar is None:
            return
        start, limits = self.parts.start(), self.parts.limits()
        if self._working.busy or self._question is None or self._question[2:] != (start, limits):
            self._ask()
            self.parts.told.tell(_CHANGED)
            return
        changes = return_changes(self.calendar)
        try:
            name = self.parts.target.write(_WRITE, changes)
        except InputError as fault:
            self.parts.told.tell(fault.message)
            return
        self._messages.inform(_WRITTEN.format(name=name, n=len(changes)))


def _worked_out(document: Document, on: date, start: date, limits: Limits) -> _Made:
    return return_calendar(document, on, start, limits), state(document.county, on, document.policy)
