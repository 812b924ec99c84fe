"""The recorded moves and how far their approval has come, a step at a time (design 5)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from planner.county.records import MoveStatus
from planner.document import Document
from planner.edits.moves import approve, order, report, take_back
from planner.tables.moves import TABLE, MoveRow, move_rows
from planner.tables.names import MOVE_STATUSES
from planner.text import Text
from ui.forms.fields import date_field, text_field
from ui.forms.form_dialog import Field
from ui.secondments.secondment_forms import name_list
from ui.tables.hints import Hint
from ui.tables.page_source import Chip, PageAction, TableSource
from ui.tables.session import LiveLanguage, OpenDocument
from ui.tables.table_page import TablePage

_EMPTY = Text(
    "还没有已采纳的调整。\n先提出调整建议,在“调整方案”中勾选并采纳;登记后在这里批准、发文、报到。",
    "No moves are recorded.\nPropose, tick and accept under “Proposed moves”;"
    " here they are then approved, ordered and reported.",
)
Step = Callable[[Document, list[int], Mapping[str, Any]], Document]
_APPROVE, _ORDER, _REPORT = (
    Text("批准调整", "Approve moves"),
    Text("登记发文", "Record the order"),
    Text("登记到岗", "Record the arrival"),
)
_BACK = Text("退回一步", "Take back a step")
_APPROVE_INTRO = Text(
    "{names}:批准后,自生效日期起计入各项数字;“总览”同时列出现状与批准调动后的数字。",
    "{names}: once approved they count from their effective dates; Overview shows the figures now and after.",
)
_ORDER_INTRO = Text("{names}:填写任免或调动文件的文号。", "{names}: give the number of the written order.")
_REPORT_INTRO = Text("{names}:填写到新单位(岗位)报到的日期。", "{names}: give the day they reported there.")


def _hint(row: MoveRow, key: str) -> Hint | None:
    status = row.record.status
    if status is MoveStatus.REPORTED:
        return Hint.QUIET
    if key != "status":
        return None
    return Hint.WARNING if status is MoveStatus.PROPOSED else Hint.NOTE


def _chip(status: MoveStatus) -> Chip:
    return Chip(status, MOVE_STATUSES[status], lambda row: row.record.status is status)


SOURCE = TableSource(
    table=lambda _: TABLE,
    rows=lambda audit: move_rows(audit.state),
    searched=("name", "badge_number", "from_unit", "to_unit", "order_number", "reason"),
    empty=_EMPTY,
    row_words=lambda row: row.person.name,
    chips=tuple(_chip(status) for status in MoveStatus),
    hinting=_hint,
    person_of=lambda row: row.record.person,
)


class RecordedMoves(TablePage):
    """The moves on record, approved, ordered, reported and taken back, each as one undo step."""

    def __init__(
        self, open_document: OpenDocument, language: LiveLanguage, parent: QWidget | None = None
    ) -> None:
        super().__init__(SOURCE, open_document, language, parent)

    def actions_of_page(self) -> Sequence[PageAction]:
        """Return the steps of an approval and the way back."""
        return (
            PageAction("approve", Text("批准…", "Approve…"), self.ask_approve, _all_proposed, primary=True),
            PageAction("order", Text("发文…", "Order…"), self.ask_order, _all_approved, primary=True),
            PageAction("report", Text("到岗…", "Report…"), self.ask_report, _all_waiting, primary=True),
            PageAction("take_back", _BACK, self._take_back, primary=True),
            self.card_action(),
        )

    def ask_approve(self, rows: list[MoveRow]) -> None:
        """Ask for the day the leadership approved some moves."""
        self._ask_step(
            _APPROVE,
            date_field("day", Text("批准日期", "Approved on"), self.open_document.on, needed=True),
            lambda document, ids, values: approve(document, ids, values["day"]),
            rows,
            _APPROVE_INTRO,
        )

    def ask_order(self, rows: list[MoveRow]) -> None:
        """Ask for the number of the written order."""
        self._ask_step(
            _ORDER,
            text_field("number", Text("发文字号", "Order number"), needed=True),
            lambda document, ids, values: order(document, ids, values["number"]),
            rows,
            _ORDER_INTRO,
        )

    def ask_report(self, rows: list[MoveRow]) -> None:
        """Ask for the day somebody arrived."""
        self._ask_step(
            _REPORT,
            date_field("day", Text("到岗日期", "Reported on"), self.open_document.on, needed=True),
            lambda document, ids, values: report(document, ids, values["day"]),
            rows,
            _REPORT_INTRO,
        )

    def _ask_step(self, title: Text, field: Field, step: Step, rows: list[MoveRow], intro: Text) -> None:
        ids = [row.id for row in rows]
        self.ask(
            title,
            (field,),
            lambda document, values: step(document, ids, values),
            intro=intro.format(names=name_list([row.person.name for row in rows])),
        )

    def _take_back(self, rows: list[MoveRow]) -> None:
        ids = [row.id for row in rows]
        self.apply(_BACK, lambda document: take_back(document, ids))


def _all_proposed(rows: list[MoveRow]) -> bool:
    return _all_at(rows, MoveStatus.PROPOSED)


def _all_approved(rows: list[MoveRow]) -> bool:
    return _all_at(rows, MoveStatus.APPROVED)


def _all_waiting(rows: list[MoveRow]) -> bool:
    return _all_at(rows, MoveStatus.APPROVED, MoveStatus.ORDERED)


def _all_at(rows: list[MoveRow], *statuses: MoveStatus) -> bool:
    return bool(rows) and all(row.record.status in statuses for row in rows)
