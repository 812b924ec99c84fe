"""The units: what they are, and their strength on both ledgers against what is required."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import NamedTuple

from planner.audit.ledgers import Ledger, UnitCount
from planner.audit.results import Audit, Target
from planner.audit.rules.station_share import percent
from planner.county.records import Unit, UnitKind
from planner.document import Document
from planner.edits.units import correct_units
from planner.tables import names, typed
from planner.tables.column import Column, Look, Table, Values
from planner.tables.kinds import choice, day, flag, number, words
from planner.text import Text


class UnitRow(NamedTuple):
    """A unit with its counts; the targets are None where no rule judges it."""

    unit: Unit
    books: UnitCount
    present: UnitCount
    drawn_off: int  # people of this unit who are drawn off
    minimum: Target | None
    community: Target | None

    @property
    def id(self) -> int:
        """The unit's id."""
        return self.unit.id

    @property
    def vacancies(self) -> int | None:
        """Authorised posts not filled on the books, negative where overfilled."""
        return None if self.unit.authorised is None else self.unit.authorised - self.books.officers

    @property
    def residents_each(self) -> int | None:
        """Residents per community officer present, None where either is not known."""
        if not self.unit.population or not self.present.community:
            return None
        return self.unit.population // self.present.community


def unit_rows(audit: Audit) -> list[UnitRow]:
    """Return every unit of the county, in its order."""
    targets = {(t.rule, t.unit): t for t in audit.targets if t.ledger is Ledger.PRESENT}
    gone = Counter(p.home for p in audit.state.placed.values() if p.drawn_off)
    return [
        UnitRow(
            unit,
            audit.ledgers.unit(Ledger.BOOKS, unit.id),
            audit.ledgers.unit(Ledger.PRESENT, unit.id),
            gone[unit.id],
            targets.get(("station_minimum", unit.id)),
            targets.get(("community_share", unit.id)),
        )
        for unit in audit.state.county.units.values()
    ]


def _share_words(row: UnitRow) -> str:
    target = row.community
    if target is None or not target.denominator:
        return ""
    return f"{target.numerator}/{target.denominator} ({percent(target.numerator, target.denominator)}%)"


def _share_value(row: UnitRow) -> float | None:
    target = row.community
    return target.numerator / target.denominator if target and target.denominator else None


def _decimal(key: str, title: Text, of: str) -> Column[UnitRow]:
    def get(row: UnitRow) -> float | None:
        value: float | None = getattr(row.unit, of)
        return value

    return Column(
        key,
        title,
        get,
        lambda row, _: "" if get(row) is None else f"{get(row)}",
        Look.NUMBER,
        shown=False,
        parse=typed.a_decimal,
    )


COLUMNS: tuple[Column[UnitRow], ...] = (
    words("name", Text("单位名称", "Unit"), lambda r: r.unit.name, read=typed.a_title, width=22),
    words("short_name", Text("简称", "Short name"), lambda r: r.unit.short_name, read=typed.a_title),
    choice(
        "kind",
        Text("类别", "Kind"),
        lambda r: r.unit.kind,
        names.UNIT_KINDS,
        edit=True,
        blank=UnitKind.UNKNOWN,
        width=12,
    ),
    number("authorised", Text("编制数", "Authorised"), lambda r: r.unit.authorised, edit=True),
    number("books", Text("在编民警", "On the books"), lambda r: r.books.officers),
    number("present", Text("在岗民警", "Present"), lambda r: r.present.officers),
    number("vacancies", Text("空编", "Vacant posts"), lambda r: r.vacancies),
    number("drawn_off", Text("被抽调", "Drawn off"), lambda r: r.drawn_off),
    number("minimum", Text("最低人数", "Minimum"), lambda r: r.unit.minimum, edit=True),
    number(
        "minimum_short",
        Text("最低警力缺口", "Short of minimum"),
        lambda r: r.minimum.shortfall if r.minimum else None,
        width=10,
    ),
    number("community", Text("社区民警", "Community"), lambda r: r.present.community),
    Column(
        "community_share",
        Text("社区民警占比", "Community share"),
        _share_value,
        lambda row, _: _share_words(row),
        Look.NUMBER,
        12,
    ),
    number(
        "community_short",
        Text("社区民警缺口", "Short of community"),
        lambda r: r.community.shortfall if r.community else None,
        width=10,
    ),
    flag(
        "two_teams_one_office",
        Text("两队一室", "Two teams, one office"),
        lambda r: r.unit.two_teams_one_office,
        edit=True,
        hint=Text(
            "“否”即实行社区民警全员化,不评社区占比。",
            "“no” means all-officer beat duty: its share is not judged.",
        ),
    ),
    number("leaders", Text("单位负责人", "Unit heads"), lambda r: r.present.leaders),
    number("maximum", Text("最高人数", "Maximum"), lambda r: r.unit.maximum, edit=True, shown=False),
    number("population", Text("实有人口", "Population"), lambda r: r.unit.population, edit=True, width=9),
    number(
        "residents_each", Text("每名社区民警服务人口", "Residents each"), lambda r: r.residents_each, width=11
    ),
    number(
        "duty_cover",
        Text("每日值班人数", "On duty daily"),
        lambda r: r.unit.duty_cover,
        edit=True,
        shown=False,
    ),
    number(
        "report_hours",
        Text("每月报表工时", "Report hours a month"),
        lambda r: r.unit.report_hours,
        edit=True,
        shown=False,
    ),
    number(
        "case_hours",
        Text("每月办案工时", "Case hours a month"),
        lambda r: r.unit.case_hours,
        edit=True,
        shown=False,
    ),
    day("opened", Text("成立日期", "Opened"), lambda r: r.unit.opened, shown=False),
    day("closed", Text("撤销日期", "Closed"), lambda r: r.unit.closed, shown=False),
    flag(
        "counts_as_station",
        Text("计入派出所", "Counts as station"),
        lambda r: r.unit.counts_as_station,
        edit=True,
        hint=Text("空白按类别判断。", "Blank: as the kind says."),
    ),
    flag("ours", Text("本局编制", "Ours"), lambda r: r.unit.ours, edit=True, required=True),
    flag("traffic", Text("交警", "Traffic"), lambda r: r.unit.traffic, edit=True, required=True, shown=False),
    _decimal("longitude", Text("经度", "Longitude"), "longitude"),
    _decimal("latitude", Text("纬度", "Latitude"), "latitude"),
)


def _apply(document: Document, values: Values, _: date) -> Document:
    return correct_units(document, values)


TABLE: Table[UnitRow] = Table("units", Text("单位", "Units"), COLUMNS, _apply)
