"""将要发生: who retires, joins, returns or is long away, and when; the day somebody leaves can be changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex

from planner.forecast.events import EventKind
from planner.tables.forecast_coming import ComingRow, coming_rows, coming_table
from planner.text import Text
from ui.forecast.forecasting import Forecasting
from ui.forecast.leading_view import greyed
from ui.shell import Shell
from ui.tables.hints import Hint
from ui.tables.page_source import Chip, PageAction, TableSource
from ui.tables.table_page import TablePage

_EMPTY = Text(
    "在此期间没有已知的退休、到岗、返岗或长期请假。\n填写出生年月、性别、借调截止等,就会列在这里。",
    "Nobody is known to retire, join, return or be long away in this time.\n"
    "Births, sexes and planned ends of secondments bring them here.",
)
_BY_LAW = Text("恢复法定日期", "Back to the law's date")


def _chip(key: str, title: Text, *kinds: EventKind) -> Chip:
    return Chip(key, title, lambda row: row.kind in kinds)


_CHIPS = (
    Chip("leaving", Text("退休离职", "Leaving"), lambda row: row.leaving),
    _chip("joins", Text("到岗", "Joining"), EventKind.JOINS),
    _chip("returns", Text("返岗", "Returning"), EventKind.RETURNS, EventKind.APPROVAL_ENDS),
    _chip("absent", Text("长期请假", "Long leave"), EventKind.ABSENT, EventKind.BACK),
    _chip("moved", Text("调整", "Moves"), EventKind.TRANSFERRED, EventKind.POST_CHANGED, EventKind.SECONDED),
)


def _hint(row: ComingRow, key: str) -> Hint | None:
    if key == "kind" and row.leaving:
        return Hint.WARNING if row.kind is EventKind.RETIRES else Hint.NOTE
    return Hint.QUIET if key == "date" and not row.leaving else None


class ComingPart(TablePage):
    """A table page whose rows are those of the forecast in view, not of the document alone."""

    def __init__(self, shell: Shell, forecasting: Forecasting) -> None:
        self._forecasting = forecasting
        self._seen: object = None
        source = TableSource(
            table=lambda _: coming_table(self._coming()),
            rows=lambda _: self._coming(),
            searched=("name", "badge_number", "unit"),
            empty=_EMPTY,
            row_words=lambda row: row.person.name,
            chips=_CHIPS,
            hinting=_hint,
            person_of=lambda row: row.person.id,
        )
        super().__init__(source, shell.open_document, shell.language)
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(0, 0, 0, 0)  # the page around it leaves room already
        self.view.doubleClicked.connect(self._follow)

    def _coming(self) -> Sequence[ComingRow]:
        ahead = self._forecasting.ahead
        return coming_rows(ahead) if ahead is not None else ()

    def actions_of_page(self) -> Sequence[PageAction]:
        """Return what is done about somebody's leaving."""
        return (
            PageAction("by_law", _BY_LAW, self._by_law, _recorded, primary=True),
            self.card_action(primary=True),
        )

    def _by_law(self, rows: list[ComingRow]) -> None:
        if self.model.change is not None:
            self.model.change({(row.id, "date"): "" for row in rows})

    def _follow(self, index: QModelIndex) -> None:
        if not self.model.column_at(index.column()).editable:
            self._request_card(self.model.shown[index.row()].id)

    def show_forecast(self) -> None:
        """Show what is at hand; what is of an earlier version can be read, not changed."""
        found = self._forecasting
        seen, self._seen = self._seen, (found.ahead, found.stale)
        if seen == self._seen:
            return
        self.model.hinting = greyed if found.stale else _hint
        self.model.change = None if found.stale else self.change_cells
        self.view.viewport().update()
        if not found.stale:
            self._filtered_on = None
            self.take_note()


def _recorded(rows: list[ComingRow]) -> bool:
    return bool(rows) and all(row.kind is EventKind.LEAVES for row in rows)
