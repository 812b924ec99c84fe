"""What is to happen to whom as a table; the day somebody leaves may be typed over the one of the law."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from planner.county.records import Person
from planner.document import Document
from planner.edits.people import correct_people
from planner.edits.refused import RefusedError
from planner.forecast.coming import LEAVING, Coming
from planner.forecast.events import EVENT_NAMES, EventKind
from planner.forecast.months import Forecast
from planner.tables import names, typed
from planner.tables.column import Column, Look, Table, Values
from planner.tables.kinds import choice, number, told, words
from planner.tables.roster_rows import age
from planner.text import Text

_DATE_HINT = Text(
    "退休、离职的日期可改:即不再在职的第一天,填入后代替法定日期;清空即恢复法定日期。",
    "The day somebody leaves may be changed: the first day not served, instead of the law's; clear it to"
    " restore that.",
)
_NOT_HERE = Text(
    "这里只能改退休、离职日期;其他变动请在“抽调借调”“请假”“调整建议”中修改。",
    "Only the day somebody leaves can be changed here; other events under Secondments, Absences or Proposal.",
)


class ComingRow(NamedTuple):
    """One event of one person; the unit and post are those before it, of a recruit those after."""

    id: int  # its place in the list
    coming: Coming
    unit: str

    @property
    def date(self) -> date:
        """The day."""
        return self.coming.event.date

    @property
    def kind(self) -> EventKind:
        """What happens."""
        return self.coming.event.kind

    @property
    def leaving(self) -> bool:
        """Whether somebody leaves the service for good."""
        return self.kind in LEAVING

    @property
    def person(self) -> Person:
        """Who it happens to."""
        return self.coming.now.person


def coming_rows(ahead: Forecast) -> list[ComingRow]:
    """Return all that is to come, by day."""
    units = {**ahead.expected.county.units}
    rows = []
    for n, coming in enumerate(ahead.coming):
        home = (coming.now if coming.event.kind is EventKind.JOINS else coming.was).home
        unit = units.get(home) if home is not None else None
        rows.append(ComingRow(n, coming, unit.name if unit is not None else ""))
    return rows


def coming_table(rows: Sequence[ComingRow]) -> Table[ComingRow]:
    """Return the table of these rows, whose days of leaving can be corrected."""

    def apply(document: Document, values: Values, _: date) -> Document:
        return _corrected(document, rows, values)

    return Table("forecast_coming", Text("将要发生", "To come"), COLUMNS, apply)


def _corrected(document: Document, rows: Sequence[ComingRow], values: Values) -> Document:
    """Return the document with recorded days of leaving."""
    others = {(id_, "date"): _NOT_HERE for id_ in values if not rows[id_].leaving}
    if others:
        raise RefusedError(others)
    of_person = {rows[id_].person.id: id_ for id_ in values}
    try:
        return correct_people(
            document, {rows[id_].person.id: {"left_on": cells["date"]} for id_, cells in values.items()}
        )
    except RefusedError as refusal:
        raise RefusedError(
            {(of_person[id_], "date"): why for (id_, _), why in refusal.reasons.items()}
        ) from None


COLUMNS: tuple[Column[ComingRow], ...] = (
    Column(
        "date",
        Text("日期", "Date"),
        lambda r: r.date,
        lambda r, _: r.date.isoformat(),
        Look.DATE,
        11,
        parse=typed.a_date_of("left_on"),
        hint=_DATE_HINT,
    ),
    choice("kind", Text("变动", "Event"), lambda r: r.kind, EVENT_NAMES, width=17),
    words("name", Text("姓名", "Name"), lambda r: r.person.name, width=9),
    words("badge_number", Text("警号", "Badge"), lambda r: r.person.badge_number, width=9),
    words("unit", Text("单位", "Unit"), lambda r: r.unit, width=18),
    choice("post", Text("岗位", "Post"), lambda r: r.coming.was.post, names.POSTS, width=15),
    number("age", Text("年龄", "Age"), lambda r: age(r.person.birth, r.date), width=6),
    told("what", Text("说明", "What"), lambda r: r.coming.event.words, width=40),
)
