"""A roster goes out the way it came, with what is known now, and comes in again the same."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from planner.county.records import AbsenceKind, MoveKind, Post, Serving, UnitKind
from planner.document import Document
from planner.edits.scenarios import add_change, new_scenario
from planner.errors import InputError
from planner.files.exporting import export_roster
from planner.files.importing import import_workbook
from planner.files.layout import LayoutColumn, RosterLayout
from planner.files.reading import read_workbook
from planner.samples import (
    AS_OF,
    OFFICIAL,
    PLAIN,
    ROSTER_ONLY,
    SampleCounty,
    Style,
    generate,
    messy_roster,
    write_workbook,
)
from planner.scenarios.applying import applied
from planner.scenarios.records import ChangeKind, unit_opened_by
from tests.planner.building import TODAY, Building
from tests.planner.files.books import imported
from tests.planner.samples.as_county import as_county
from tests.planner.scenarios.town import Town

COLUMNS = (
    LayoutColumn("序号", "number", 5),
    LayoutColumn("姓名", "name"),
    LayoutColumn("警号", "badge_number"),
    LayoutColumn("出生年月", "birth"),
    LayoutColumn("单位", "unit", 20),
    LayoutColumn("岗位", "post"),
    LayoutColumn("专职", "dedicated"),
    LayoutColumn("责任区", "beat"),
    LayoutColumn("联系电话", None, 14),
    LayoutColumn("备注", "remarks"),
)
LAYOUT = RosterLayout(
    file_name="花名册.xlsx",
    sheet="在编人员",
    titles=(("测试县公安局花名册",), ("制表:政工室", "", "", "", "", "日期:2026年11月")),
    header=(
        ("序号", "姓名", "警号", "出生\n年月", "单位", "岗位", "社区警务", "", "联系电话", "备注"),
        ("", "", "", "", "", "", "专职", "责任区", "", ""),
    ),
    columns=COLUMNS,
    subtotal="小计",
    total="合计",
    footers=(("填报人:张三",),),
    restarts=True,
)
FIRST = len(LAYOUT.titles) + len(LAYOUT.header)


def _county() -> Building:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("政工室", UnitKind.ADMINISTRATIVE)
    b.person(
        station, Post.COMMUNITY, beat="东街", name="李一", badge_number="000123", birth=date(1985, 3, 1),
        extra={"联系电话": "013800138000"},
    )  # fmt: skip
    b.person(office, name="=1+1", badge_number="2", birth=date(1990, 7, 9))
    b.person(station, Post.CASE, name="王二", badge_number="3", extra={"出生年月": "1979年15月"})
    return b


def _document(layout: RosterLayout | None = LAYOUT) -> Document:
    b = _county()
    return Document(b.county, b.policy, layout)


def _sheet(path: Path, name: str = LAYOUT.sheet) -> Any:
    from openpyxl import load_workbook

    return load_workbook(path)[name]


def _rows(document: Document, folder: Path) -> list[list[Any]]:
    path = folder / "out.xlsx"
    export_roster(document, path, TODAY)
    return [[c.value for c in row] for row in _sheet(path).iter_rows()]


def test_titles_header_blocks_and_footers_stand_as_they_came(tmp_path: Path) -> None:
    rows = _rows(_document(), tmp_path)
    assert (rows[0][0], rows[1][0], rows[1][5]) == ("测试县公安局花名册", "制表:政工室", "日期:2026年11月")
    assert tuple(v or "" for v in rows[2]) == LAYOUT.header[0]
    assert [row[:3] for row in rows[FIRST:]] == [
        [1, "李一", "000123"],
        [2, "王二", "3"],
        ["小计", 2, None],
        [1, "=1+1", "2"],
        ["小计", 1, None],
        ["合计", 3, None],
        ["填报人:张三", None, None],
    ]


def test_groups_of_a_two_row_header_are_merged_again(tmp_path: Path) -> None:
    export_roster(_document(), tmp_path / "out.xlsx", TODAY)
    merged = {str(area) for area in _sheet(tmp_path / "out.xlsx").merged_cells.ranges}
    single = {f"{column}3:{column}4" for column in "ABCDEFIJ"}
    assert merged == {"G3:H3", "A1:J1", "A2:E2", "F2:J2", "A11:J11"} | single


def test_dates_are_dates_that_show_month_or_day(tmp_path: Path) -> None:
    export_roster(_document(), tmp_path / "out.xlsx", TODAY)
    sheet = _sheet(tmp_path / "out.xlsx")
    month, unread, day = sheet["D5"], sheet["D6"], sheet["D8"]
    assert (month.is_date, month.number_format) == (True, "yyyy.mm")
    assert (day.is_date, day.number_format) == (True, "yyyy.mm.dd")
    assert unread.value == "1979年15月"


def test_formulas_and_long_numbers_stay_text(tmp_path: Path) -> None:
    export_roster(_document(), tmp_path / "out.xlsx", TODAY)
    sheet = _sheet(tmp_path / "out.xlsx")
    assert [sheet[c].value for c in ("C5", "I5")] == ["000123", "013800138000"]
    assert read_workbook(tmp_path / "out.xlsx").sheets[0].rows[7][1] == "=1+1"  # a formula would be empty


def test_a_csv_opens_in_excel_and_keeps_text_text(tmp_path: Path) -> None:
    export_roster(_document(), tmp_path / "out.csv", TODAY)
    content = (tmp_path / "out.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(content.decode("utf-8-sig").splitlines()[-8:]))
    assert rows[1][1:5] == ["李一", "\t000123", "1985.03", "城关派出所"]
    again = import_workbook(read_workbook(tmp_path / "out.csv")).document.county
    assert [p.badge_number for p in again.people.values()] == ["000123", "3", "2"]


def test_what_is_known_now_and_has_no_column_gets_one_behind_the_last(tmp_path: Path) -> None:
    document = _document()
    first = next(iter(document.county.people))
    pinned = replace(document.county.people[first], pin="专案", serving=Serving.LEFT)
    county = replace(document.county, people={**document.county.people, first: pinned})
    rows = _rows(replace(document, county=county), tmp_path)
    assert rows[2][-2:] == ["人员状态", "锁定"]
    assert rows[FIRST][-2:] == ["离职", "专案"]


def test_a_carried_out_return_ends_the_draw_off_in_the_file(tmp_path: Path) -> None:
    b = _county()
    person = next(iter(b.county.people))
    station, office = list(b.county.units)
    b.second(person, office, from_=TODAY - timedelta(days=90))
    assert _present(b, tmp_path, "before.xlsx") == (1, 2)
    b.move(person, MoveKind.RETURN, station, Post.COMMUNITY, TODAY)
    assert _present(b, tmp_path, "after.xlsx") == (2, 1)


def _present(b: Building, folder: Path, name: str) -> tuple[int, int]:
    """Return who works at the station and in the office by the exported file."""
    export_roster(Document(b.county, b.policy, LAYOUT), folder / name, TODAY)
    document = import_workbook(read_workbook(folder / name)).document
    state = document.audit(TODAY).state
    working = [state.unit_name(p.present_unit) for p in state.counted()]
    return working.count("城关派出所"), working.count("政工室")


def test_a_document_made_by_hand_is_written_with_every_column(tmp_path: Path) -> None:
    sample = generate(3)
    document = Document(as_county(sample))
    export_roster(document, tmp_path / "out.xlsx", AS_OF)
    again = import_workbook(read_workbook(tmp_path / "out.xlsx")).document
    assert len(again.county.people) == len(document.county.people)
    assert _counts(again) == _counts(document)


def test_a_stations_hours_survive_the_way_out_and_in(tmp_path: Path) -> None:
    b = Building()
    b.person(b.unit("城关派出所", duty_cover=2, report_hours=40, case_hours=300), Post.CASE)
    export_roster(Document(b.county), tmp_path / "out.xlsx", TODAY)
    [unit] = import_workbook(read_workbook(tmp_path / "out.xlsx")).document.county.units.values()
    assert (unit.duty_cover, unit.report_hours, unit.case_hours) == (2, 40, 300)


@pytest.mark.parametrize("style", [OFFICIAL, PLAIN, ROSTER_ONLY], ids=lambda style: style.name)
@pytest.mark.parametrize("seed", [1, 4, 8])
def test_what_is_imported_again_is_what_was_exported(seed: int, style: Style, tmp_path: Path) -> None:
    sample: SampleCounty = messy_roster(seed) if style is ROSTER_ONLY else generate(seed)
    write_workbook(sample, tmp_path / "in.xlsx", style)
    first = import_workbook(read_workbook(tmp_path / "in.xlsx")).document
    export_roster(first, tmp_path / "out.xlsx", AS_OF)
    imported = import_workbook(read_workbook(tmp_path / "out.xlsx"))
    second = imported.document
    assert all(total.agrees for total in imported.totals)
    assert _counts(second) == _counts(first)
    assert _facts(second) == _facts(first)
    assert first.layout is not None
    assert second.layout is not None
    as_written = [(c.heading, c.field) for c in first.layout.columns]
    assert [(c.heading, c.field) for c in second.layout.columns] == as_written
    assert (second.layout.titles, second.layout.header) == (first.layout.titles, first.layout.header)
    assert second.layout.footers == first.layout.footers


def _counts(document: Document) -> list[tuple[object, ...]]:
    audit = document.audit(AS_OF)
    return sorted(
        (t.rule, audit.state.unit_name(t.unit), str(t.ledger), t.numerator, t.denominator or 0, t.shortfall)
        for t in audit.targets
    )


def _facts(document: Document) -> dict[str, list[str]]:
    """Return every record in words, without ids and rows, people by their place in the roster."""
    county = document.county
    units = {id_: unit.name for id_, unit in county.units.items()}
    places = {id_: place for place, id_ in enumerate(county.people)}
    plain = [replace(p, id=0, source_row=None) for p in county.people.values()]
    return {
        "people": [repr(p) for p in plain],
        "units": _sorted(replace(u, id=0) for u in county.units.values()),
        "postings": _sorted(
            (places[p.person], units.get(p.unit or 0), replace(p, id=0, person=0, unit=None))
            for p in county.postings.values()
        ),
        "secondments": _sorted(
            (places[s.person], units.get(s.to_unit or 0), replace(s, id=0, person=0, to_unit=None))
            for s in county.secondments.values()
        ),
        "absences": _sorted((places[a.person], replace(a, id=0, person=0)) for a in county.absences.values()),
    }


def _sorted(records: Iterable[object]) -> list[str]:
    return sorted(map(repr, records))


@pytest.mark.parametrize("name", ["roster.doc", "missing/roster.xlsx", "folder.xlsx"])
def test_a_place_that_cannot_be_written_gets_a_sentence(name: str, tmp_path: Path) -> None:
    (tmp_path / "folder.xlsx").mkdir()
    with pytest.raises(InputError):
        export_roster(_document(), tmp_path / name, TODAY)
    assert [p.name for p in tmp_path.iterdir()] == ["folder.xlsx"]


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_secondment_stands_in_its_place_though_its_officer_is_absent_for_long(
    ending: str, tmp_path: Path
) -> None:
    rows = (
        ("姓名", "警号", "单位", "借调单位", "借调类型", "人员状态"),
        ("甲一", "1", "城关派出所", "刑侦大队", "借调", "长期病假"),
        ("乙二", "2", "刑侦大队", "", "", "在职"),
    )
    path = tmp_path / f"out.{ending}"
    export_roster(imported(*rows).document, path, TODAY)
    assert read_workbook(path).sheets[0].rows[1][:6] == rows[1]


def test_a_secondment_ended_by_a_return_is_gone_though_its_officer_is_absent_for_long(tmp_path: Path) -> None:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("刑侦大队", UnitKind.ENFORCEMENT)
    officer = b.person(station, name="甲一", badge_number="1")
    b.second(officer, office, from_=TODAY - timedelta(60))
    b.move(officer, MoveKind.RETURN, station, Post.OTHER, TODAY - timedelta(9))
    b.absent(officer, AbsenceKind.LONG_SICK, TODAY)
    export_roster(Document(b.county, b.policy), tmp_path / "out.csv", TODAY)
    assert "刑侦大队" not in (tmp_path / "out.csv").read_text(encoding="utf-8-sig")


def test_units_closed_and_still_to_open_go_out_with_their_dates_and_come_back(tmp_path: Path) -> None:
    b = _county()
    b.unit("老街派出所", closed=TODAY - timedelta(days=30))
    b.unit("新区派出所", opened=TODAY + timedelta(days=40))
    export_roster(Document(b.county, b.policy), tmp_path / "out.xlsx", TODAY)
    found = import_workbook(read_workbook(tmp_path / "out.xlsx"), on=TODAY).document.county.units.values()
    dates = {u.name: (u.opened, u.closed) for u in found}
    assert dates == {u.name: (u.opened, u.closed) for u in b.county.units.values()}


def test_scenarios_go_out_in_their_own_sheet_and_come_back(tmp_path: Path) -> None:
    town = Town()
    document = new_scenario(new_scenario(town.document, "甲"), "乙", base=1, note="局党委会")
    march, may = date(2027, 3, 1), date(2027, 5, 31)
    for scenario, kind, fields in (
        (1, "open_station", {"name": "新区派出所", "number": 12}),
        (1, "transfer", {"person": town.clerks[0], "unit": unit_opened_by(1), "post": Post.COMMUNITY}),
        (1, "merge_station", {"unit": town.small, "into": town.big, "enabled": False}),
        (1, "target", {"key": "station_share.required", "value": "45%"}),
        (2, "campaign", {"unit": town.brigade, "number": 1, "until": may, "people": (town.clerks[1],)}),
        (2, "secondment", {"person": town.beat[0], "name": "省公安厅", "until": may, "note": "专案"}),
        (2, "leave", {"person": town.case[1], "value": "maternity", "until": may}),
        (2, "cancel_report", {"number": 10}),
    ):
        document = add_change(document, scenario, ChangeKind(kind), march, **fields)
    export_roster(document, tmp_path / "out.xlsx", TODAY)
    back = import_workbook(read_workbook(tmp_path / "out.xlsx"), into=document, on=TODAY)
    assert back.document.scenarios == document.scenarios
    assert back.issues == ()
    fresh = import_workbook(read_workbook(tmp_path / "out.xlsx"), on=TODAY).document
    assert [s.name for s in fresh.scenarios.values()] == ["甲", "乙"]
    assert applied(fresh, 2).conflicts == ()
