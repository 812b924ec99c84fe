from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from planner.command_line.main import run
from planner.county.records import AbsenceKind, Post
from planner.store import open_document, save_document
from tests.planner.building import Building
from tests.planner.optimise.duty.stations import NOVEMBER, Station
from tests.planner.reports.papers import size, squeezed

ROOT = Path(__file__).resolve().parents[3]
NOVEMBER_2026 = ["--month", "2026-11"]


def _saved(folder: Path, s: Station) -> Path:
    path = folder / "county.jingli"
    save_document(s.document, path)
    return path


@pytest.fixture
def station(tmp_path: Path) -> Path:
    """A county whose one station can keep everything."""
    return _saved(tmp_path, Station(leaders=3, community=4, others=3))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A county whose one station has too few."""
    return _saved(tmp_path, Station(leaders=1, community=2, others=0))


def _json(capsys: pytest.CaptureFixture[str]) -> Any:
    printed = capsys.readouterr()
    assert printed.err == ""
    return json.loads(printed.out)


def test_a_roster_that_keeps_everything_ends_with_zero(
    station: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["duty", str(station), "--unit", "城关派出所", *NOVEMBER_2026, "--json"]) == 0
    printed = _json(capsys)
    assert list(printed) == [
        "unit",
        "month",
        "status",
        "objective",
        "bound",
        "seconds",
        "cells",
        "uncovered",
        "notes",
    ]
    assert (printed["status"], printed["uncovered"]) == ("optimal", [])
    assert printed["bound"] == printed["objective"]
    assert len(printed["cells"]) == 10 * 30
    assert printed["cells"][0].keys() == {"officer", "date", "code"}
    on_duty = [c for c in printed["cells"] if (c["date"], c["code"]) == ("2026-11-05", "duty")]
    assert len(on_duty) == 2


def test_days_and_officers_that_stay_short_end_with_one(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["duty", str(small), "--unit", "城关所", *NOVEMBER_2026, "--json"]) == 1
    uncovered = _json(capsys)["uncovered"]
    day = next(short for short in uncovered if short["rule"] == "duty_cover")
    assert day.keys() == {"date", "rule", "shift", "officer", "missing", "message"}
    assert (day["shift"], day["officer"], day["missing"]) == ("duty", None, 1)
    assert day["message"]["en"] == f"November {int(day['date'][-2:])}: 1 on duty, 2 required, 1 missing."
    person = next(short for short in uncovered if short["rule"] == "field_time")
    assert (person["date"], len(person["officer"])) == (None, 6)


def test_people_read_lines_in_their_language(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["duty", str(small), "--unit", "城关所", *NOVEMBER_2026, "--language", "zh"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "城关派出所 2026-11 值班表:已证明最优"
    assert lines[2] == "不足之处:"
    assert any("日:没有所领导带班。" in line for line in lines)
    assert "可同时做到什么:" in lines
    assert any(line.startswith("  四项同时做到:至少需民警") for line in lines)


def test_an_unknown_unit_ends_with_two_and_the_known_names(
    station: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["duty", str(station), "--unit", "城西所", *NOVEMBER_2026, "--language", "zh"]) == 2
    assert capsys.readouterr().err == ("jingli: 没有名为“城西所”的本局单位,请核对 --unit;可用:城关派出所。\n")


def test_two_units_of_one_short_name_are_asked_for_in_full(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    s = Station(others=3)
    s.unit("城关镇派出所", short_name="城关所")
    path = _saved(tmp_path, s)
    assert run(["duty", str(path), "--unit", "城关所", *NOVEMBER_2026, "--language", "zh"]) == 2
    assert "请用全称:城关派出所、城关镇派出所。" in capsys.readouterr().err


@pytest.mark.parametrize("month", ["2026-13", "2026", "11", "0001-01", "2026-11-05"])
def test_a_month_that_is_none_ends_with_two(
    station: Path, month: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["duty", str(station), "--unit", "城关所", "--month", month, "--language", "en"]) == 2
    assert "--month" in capsys.readouterr().err


def test_the_result_is_refused_before_any_work_where_it_cannot_be_written(
    station: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for out in (tmp_path / "roster.txt", station, tmp_path / "nowhere" / "roster.xlsx"):
        assert run(["duty", str(station), "--unit", "城关所", *NOVEMBER_2026, "--out", str(out)]) == 2
    assert capsys.readouterr().out == ""


def test_a_document_with_the_month_filled_is_written_and_filled_again_alike(
    station: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "filled.jingli"
    arguments = ["--unit", "城关所", *NOVEMBER_2026, "--json"]
    assert run(["duty", str(station), *arguments, "--out", str(out)]) == 0
    cells = _json(capsys)["cells"]
    (month,) = open_document(out).duty.months.values()
    assert month.month == NOVEMBER
    assert sum(map(len, month.planned.values())) == len(cells)
    assert run(["duty", str(out), *arguments]) == 0


def test_the_roster_for_the_wall_is_written_as_its_suffix_says(station: Path, tmp_path: Path) -> None:
    for name, begin in (("roster.xlsx", b"PK"), ("roster.pdf", b"%PDF")):
        out = tmp_path / name
        assert run(["duty", str(station), "--unit", "城关所", *NOVEMBER_2026, "--out", str(out)]) == 0
        assert out.read_bytes().startswith(begin)
    words = squeezed(out.read_bytes())
    assert "城关派出所2026年11月值班表" in words
    assert "county.jingli" in words


def test_a_recorded_roster_is_printed_as_a_report(tmp_path: Path) -> None:
    s = Station(leaders=3, community=4, others=3)
    s.plan({(s.leaders[0], 1): "duty"})
    path, out = _saved(tmp_path, s), tmp_path / "roster.pdf"
    asked = ["report", str(path), "--kind", "值班表", "--unit", "城关所", *NOVEMBER_2026, "--out", str(out)]
    assert run([*asked, "--language", "en", "--paper", "a3"]) in (0, 1)
    assert "城关派出所:dutyroster,2026-11" in squeezed(out.read_bytes())
    assert "A3" in size(out.read_bytes())


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--kind", "duty"], "give --unit and --month"),
        (["--kind", "duty", "--unit", "城关所"], "give --unit and --month"),
        (["--kind", "findings", "--unit", "城关所"], "leave them out"),
        (["--paper", "a3"], "leave them out"),
        (["--kind", "duty", "--unit", "城西所", *NOVEMBER_2026], "No unit of the bureau is called"),
        (["--kind", "duty", "--unit", "城关所", *NOVEMBER_2026], "has no duty roster for 2026-11 yet"),
    ],
)
def test_a_report_that_cannot_be_of_that_month_ends_with_two(
    station: Path, tmp_path: Path, options: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "roster.pdf"
    assert run(["report", str(station), *options, "--out", str(out), "--language", "en"]) == 2
    assert said in capsys.readouterr().err
    assert not out.exists()


def test_the_program_prints_json_alone_and_speaks_utf_8_whatever_the_locale(station: Path) -> None:
    command = [sys.executable, "-m", "planner.command_line", "duty", str(station), "--unit", "城关所"]
    done = subprocess.run(
        [*command, *NOVEMBER_2026, "--json"],
        cwd=ROOT,
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "1"},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout.decode("utf-8"))["unit"] == "城关派出所"


def test_a_station_with_nobody_has_every_day_uncovered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = _saved(tmp_path, Station())
    assert run(["duty", str(path), "--unit", "城关所", *NOVEMBER_2026, "--json"]) == 1
    printed = _json(capsys)
    assert (printed["cells"], len(printed["uncovered"])) == ([], 30)


def test_units_of_other_bureaus_are_not_known(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    s = Station(others=3)
    assert isinstance(s, Building)
    s.people(3, s.unit("铁路派出所", ours=False), Post.CASE)
    assert run(["duty", str(_saved(tmp_path, s)), "--unit", "铁路派出所", *NOVEMBER_2026]) == 2
    assert "铁路派出所" in capsys.readouterr().err


def test_all_units_are_planned_in_one_run_and_written_into_one_document(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    s = Station(leaders=3, community=4, others=3)
    small = s.unit("勐永派出所")
    s.people(2, small, Post.CASE)
    out = tmp_path / "filled.jingli"
    arguments = ["duty", str(_saved(tmp_path, s)), "--all", *NOVEMBER_2026, "--out", str(out)]
    assert run([*arguments, "--json"]) == 1
    printed = _json(capsys)
    assert (printed["month"], printed["not_reached"]) == ("2026-11", [])
    assert [unit["unit"] for unit in printed["units"]] == ["城关派出所", "勐永派出所"]
    assert [bool(unit["uncovered"]) for unit in printed["units"]] == [False, True]
    assert set(open_document(out).duty.months) == {(s.id, NOVEMBER), (small, NOVEMBER)}
    assert run([*arguments, "--language", "zh"]) == 1
    heads = [line for line in capsys.readouterr().out.splitlines() if "2026-11 值班表:" in line]
    assert len(heads) == 2


def test_all_units_and_one_unit_exclude_each_other_and_one_is_needed(
    station: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["duty", str(station), *NOVEMBER_2026]) == 2
    assert run(["duty", str(station), "--all", "--unit", "城关所", *NOVEMBER_2026]) == 2
    assert run(["duty", str(station), "--all", *NOVEMBER_2026, "--out", str(tmp_path / "all.xlsx")]) == 2
    assert capsys.readouterr().out == ""


def test_registered_leave_stands_among_the_cells_and_days_of_one_kind_in_one_note(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    s = Station(leaders=2, others=8)
    s.absent(s.others[0], AbsenceKind.ANNUAL, NOVEMBER.replace(day=9), NOVEMBER.replace(day=10))
    s.plan({(s.person(s.unit("河口派出所"), name="李明"), 3): "duty"})
    assert run(["duty", str(_saved(tmp_path, s)), "--unit", "城关所", *NOVEMBER_2026, "--json"]) == 0
    printed = _json(capsys)
    assert len(printed["cells"]) == 10 * 30
    badge = s.county.people[s.others[0]].badge_number
    away = [c["date"] for c in printed["cells"] if (c["officer"], c["code"]) == (badge, "leave")]
    assert away == ["2026-11-09", "2026-11-10"]
    notes = [note["zh"] for note in printed["notes"]]
    assert sum("没有所领导带班" in note for note in notes) == 1
    assert "李明11月3日不在本单位工作,所排班次不计,排班时已清除。" in notes
