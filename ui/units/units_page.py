"""Every unit with its strength on both ledgers, what is short marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.county.records import UnitKind
from planner.edits.units import add_unit, remove_unit
from planner.tables import names, typed
from planner.tables.units import TABLE, UnitRow, unit_rows
from planner.text import Text
from ui.forms.fields import choice_field, text_field
from ui.tables.hints import Hint
from ui.tables.page_source import Chip, PageAction, TableSource, always, single
from ui.tables.session import LiveLanguage, OpenDocument
from ui.tables.table_page import TablePage

_EMPTY = Text(
    "还没有单位。\n打开或导入花名册,或点“新增单位…”。",
    "No units yet.\nOpen or import a roster, or press “Add a unit…”.",
)
_ADD, _REMOVE = Text("新增单位", "Add a unit"), Text("删除单位", "Remove the unit")


def _short(row: UnitRow) -> bool:
    return any(target is not None and not target.met for target in (row.minimum, row.community))


def _hint(row: UnitRow, key: str) -> Hint | None:
    if not row.unit.ours:
        return Hint.QUIET
    if key == "kind" and row.unit.kind is UnitKind.UNKNOWN:
        return Hint.WARNING
    if key == "minimum_short" and row.minimum is not None and not row.minimum.met:
        return Hint.GRAVE
    if key in ("community_short", "community_share") and row.community is not None and not row.community.met:
        return Hint.GRAVE
    if key == "drawn_off" and row.drawn_off:
        return Hint.WARNING
    return Hint.NOTE if key == "present" and row.books.officers != row.present.officers else None


SOURCE = TableSource(
    table=lambda _: TABLE,
    rows=unit_rows,
    searched=("name", "short_name"),
    empty=_EMPTY,
    row_words=lambda row: row.unit.name,
    chips=(
        Chip("stations", Text("派出所", "Stations"), lambda row: row.unit.is_station),
        Chip(
            "headquarters",
            Text("机关", "Headquarters"),
            lambda row: row.unit.ours and not row.unit.is_station,
        ),
        Chip("short", Text("未达标", "Not met"), _short),
        Chip(
            "differs",
            Text("在编在岗不符", "Books ≠ present"),
            lambda row: row.books.officers != row.present.officers,
        ),
        Chip("unknown", Text("类别待确认", "Kind to confirm"), lambda row: row.unit.kind is UnitKind.UNKNOWN),
    ),
    hinting=_hint,
)


class UnitsPage(TablePage):
    """The units, edited in place, added, and removed while empty."""

    people_requested = Signal(int)  # unit id: show who belongs or works there

    def __init__(
        self, open_document: OpenDocument, language: LiveLanguage, parent: QWidget | None = None
    ) -> None:
        super().__init__(SOURCE, open_document, language, parent)

    def actions_of_page(self) -> Sequence[PageAction]:
        """Return what is done about units."""
        return (
            PageAction(
                "people",
                Text("查看人员", "Show people"),
                lambda rows: self.people_requested.emit(rows[0].id),
                single,
                primary=True,
            ),
            PageAction(
                "add", Text("新增单位…", "Add a unit…"), lambda _: self.ask_unit(), always, primary=True
            ),
            PageAction("remove", _REMOVE, self._remove, single, primary=True),
        )

    def show_unit(self, unit: int) -> bool:
        """Make a unit current and show it; False if there is none."""
        return self.view.reveal(unit)

    def ask_unit(self) -> None:
        """Ask for a new unit."""
        self.ask(
            _ADD,
            (
                text_field("name", Text("单位名称", "Name"), read=typed.a_title, needed=True),
                text_field("short_name", Text("简称", "Short name"), read=typed.a_title),
                choice_field("kind", Text("类别", "Kind"), names.UNIT_KINDS, UnitKind.STATION),
            ),
            lambda document, values: add_unit(document, values["name"], values["kind"], values["short_name"]),
        )

    def _remove(self, rows: list[UnitRow]) -> None:
        self.apply(_REMOVE, lambda document: remove_unit(document, rows[0].id))
