"""A small station and duty sheets for it, for tests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from planner.county.duty import Attended, DutyMonth
from planner.county.records import UnitKind
from planner.document import Document
from planner.files.duty import DutyImport, read_duty_file
from planner.files.workbook import Sheet, Workbook
from tests.planner.building import Building
from tests.planner.files.books import Row, sheet

NOVEMBER = date(2026, 11, 1)
LATER = date(2026, 12, 1)  # when all of that month is done
DAYS = tuple(range(1, 31))
TITLE = ("城关派出所2026年11月值班表",)


@dataclass(frozen=True)
class Bureau:
    """A county with one station of three, one brigade of one, and a custody unit of one."""

    building: Building
    station: int
    brigade: int
    custody: int
    wang: int
    li: int
    zhang: int
    zhao: int
    qian: int

    @property
    def document(self) -> Document:
        return Document(self.building.county, self.building.policy)

    def read(self, *sheets: Sheet, **chosen: object) -> DutyImport:
        chosen = {"on": LATER, **chosen}
        return read_duty_file(Workbook("表.xlsx", sheets), self.document, **chosen)  # type: ignore[arg-type]


def bureau() -> Bureau:
    b = Building()
    station = b.unit("城关派出所", short_name="城关所")
    brigade = b.unit("刑侦大队", UnitKind.ENFORCEMENT)
    custody = b.unit("看守所", UnitKind.CUSTODY)
    return Bureau(
        b,
        station,
        brigade,
        custody,
        wang=b.person(station, name="王宇"),
        li=b.person(station, name="李明强"),
        zhang=b.person(station, name="张三"),
        zhao=b.person(brigade, name="赵六"),
        qian=b.person(custody, name="钱七"),
    )


def grid(*rows: Row, title: Row = TITLE, name: str = "Sheet1", days: Sequence[object] = DAYS) -> Sheet:
    return sheet(name, title, ("姓名", *days), *rows)  # type: ignore[arg-type]


def month_of(found: DutyImport, unit: int, month: date = NOVEMBER) -> DutyMonth:
    return found.document.duty.months[unit, month]


def plan(found: DutyImport, unit: int, person: int, month: date = NOVEMBER) -> dict[int, str]:
    return {day: cell.code for day, cell in month_of(found, unit, month).planned.get(person, {}).items()}


def done(found: DutyImport, unit: int, person: int, month: date = NOVEMBER) -> dict[int, Attended]:
    return dict(month_of(found, unit, month).attended.get(person, {}))


def places(found: DutyImport) -> list[tuple[str, int | None, str | None]]:
    return [(i.sheet, i.row, i.column) for i in found.issues]


def said(found: DutyImport) -> str:
    return "\n".join(f"{i.message.zh} {i.message.en}" for i in found.issues)
