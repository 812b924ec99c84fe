from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from planner.command_line.main import run
from planner.county.records import MoveStatus, Post, UnitKind
from planner.document import Document
from planner.store import open_document, save_document
from tests.planner.building import TODAY, Building

ROOT = Path(__file__).resolve().parents[3]
DAY = ["--as-of", TODAY.isoformat(), "--language", "en"]


def _short_county() -> Building:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("刑侦大队", UnitKind.ENFORCEMENT)
    b.people(3, station, Post.COMMUNITY)
    b.people(8, office)
    b.second(b.person(station, Post.CASE, badge_number="530001"), office, from_=TODAY - timedelta(days=9))
    return b


def _saved(folder: Path, b: Building) -> Path:
    path = folder / "county.jingli"
    save_document(Document(b.county, b.policy), path)
    return path


@pytest.fixture
def short(tmp_path: Path) -> Path:
    """A county that one return and one transfer put in order."""
    return _saved(tmp_path, _short_county())


def _json(capsys: pytest.CaptureFixture[str]) -> Any:
    printed = capsys.readouterr()
    assert printed.err == ""
    return json.loads(printed.out)


def test_check_prints_json_alone_and_ends_with_one_where_something_is_wrong(
    short: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", str(short), "--json", *DAY]) == 1
    printed = _json(capsys)
    assert (printed["as_of"], printed["county"], printed["import_issues"]) == ("2026-11-24", "测试县", [])


def test_check_ends_with_zero_where_the_county_complies(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    b = Building()
    b.people(6, b.unit("城关派出所"), Post.COMMUNITY)
    b.people(6, b.unit("政工室", UnitKind.ADMINISTRATIVE))
    assert run(["check", str(_saved(tmp_path, b)), *DAY]) == 0
    assert (
        "Station share: books 6/12 (50.0%) · present 6/12 (50.0%); required 40%; met"
        in capsys.readouterr().out
    )


def test_check_in_chinese_reads_chinese(short: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", str(short), "--as-of", "2026-11-24", "--language", "zh"])
    printed = capsys.readouterr().out
    assert "派出所警力占比:在编 4/12 (33.3%) · 在岗 3/12 (25.0%),要求 40%,差 2 人" in printed
    assert "[违规] 城关派出所" in printed


def test_without_a_date_it_is_today(short: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", str(short), "--json"])
    assert _json(capsys)["as_of"] == date.today().isoformat()


def test_a_named_policy_is_laid_over_the_documents_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    b = _short_county()
    b.override("station_share.required", "50%")
    b.override("station_minimum.required", 2)
    path = _saved(tmp_path, b)
    run(["check", str(path), "--json", "--policy", "陕西2020", *DAY])
    printed = _json(capsys)
    required = {t["rule"]: t["required"] for t in printed["targets"]}
    assert (required["station_share"], required["station_minimum"]) == ("45/100", 2)
    assert "陕西2020" in printed["policy"]
    assert run(["check", str(path), "--policy", "河北1999", *DAY]) == 2
    assert "河北1999" in capsys.readouterr().err


def test_a_dated_value_of_the_document_gives_way_only_where_the_named_policy_speaks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    b = _short_county()
    for key, value in (("station_share.required", "50%"), ("station_minimum.required", 2)):
        b.policy = b.policy.with_later(key, value, date(2026, 11, 1))
    path = _saved(tmp_path, b)
    required = []
    for more in ([], ["--policy", "陕西2020"], ["--as-of", "2026-10-31"]):
        run(["check", str(path), "--json", *(more if "--as-of" in more else [*more, *DAY])])
        told = {t["rule"]: t["required"] for t in _json(capsys)["targets"]}
        required.append((told["station_share"], told["station_minimum"]))
    assert required == [("50/100", 2), ("45/100", 2), ("40/100", 5)]


def test_plan_prints_json_alone_and_speaks_of_the_county_after_it(
    short: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["plan", str(short), "--json", *DAY]) == 0
    printed = _json(capsys)
    assert (printed["status"], printed["proven"]) == ("optimal", True)
    assert sorted(m["kind"] for m in printed["moves"]) == ["return", "transfer"]
    assert all(t["met"] for t in printed["after"]["targets"] if t["rule"] != "ledger_gap")


def test_plan_says_in_words_who_moves_and_why(short: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["plan", str(short), *DAY]) == 0
    printed = capsys.readouterr().out
    assert "the fewest are: transfers 1, post changes 0" in printed
    assert "(530001) 刑侦大队, cases → 城关派出所, cases: Drawn off from 城关派出所" in printed


def test_a_hard_rule_that_cannot_hold_ends_with_one_and_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    b = _short_county()
    b.override("station_share.required", "90%")
    b.override("station_share.enforcement", "hard")
    assert run(["plan", str(_saved(tmp_path, b)), "--json", *DAY]) == 1
    printed = capsys.readouterr()
    assert json.loads(printed.out)["status"] == "infeasible"
    assert json.loads(printed.out)["moves"] == []
    assert "Station share stays at least" in printed.err


def test_plan_saves_the_document_with_the_moves_accepted(short: Path, tmp_path: Path) -> None:
    out = tmp_path / "planned.jingli"
    assert run(["plan", str(short), "--out", str(out), *DAY]) == 0
    document = open_document(out)
    moves = document.county.moves.values()
    assert [m.status for m in moves] == [MoveStatus.PROPOSED] * 2
    assert document.audit(TODAY, "all").complies
    assert open_document(short).county.moves == {}


@pytest.mark.parametrize("name", ["plan.docx", "nowhere/plan.jingli", "county.jingli", "folder.jingli"])
def test_a_result_that_cannot_be_written_is_refused_before_any_work(
    name: str, short: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "folder.jingli").mkdir()
    before = short.read_bytes()
    assert run(["plan", str(short), "--out", str(tmp_path / name), *DAY]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert short.read_bytes() == before


def test_options_for_spreadsheets_are_refused_for_a_document(
    short: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", str(short), "--single-unit", "--map", "unit=单位", *DAY]) == 2
    assert "--map, --single-unit is for spreadsheets" in capsys.readouterr().err


def test_check_starts_neither_the_window_nor_a_solver(short: Path) -> None:
    words = (
        "import sys; from planner.command_line.main import run; run(sys.argv[1:]); "
        "print([m for m in ('PySide6', 'ortools', 'pandas', 'numpy', 'matplotlib') if m in sys.modules],"
        " file=sys.stderr)"
    )
    argv = [sys.executable, "-c", words, "check", str(short), "--json", *DAY]
    done = subprocess.run(argv, capture_output=True, cwd=ROOT, check=True)
    assert done.stderr.decode().strip() == "[]"


def test_output_is_utf8_whatever_the_terminal_says(short: Path) -> None:
    argv = [sys.executable, "-m", "planner.command_line", "check", str(short), "--json", *DAY]
    environment = {**os.environ, "PYTHONIOENCODING": "gbk", "LC_ALL": "C", "PYTHONUTF8": "0"}
    done = subprocess.run(argv, capture_output=True, cwd=ROOT, env=environment, check=False)
    assert done.returncode == 1
    assert json.loads(done.stdout.decode("utf-8"))["county"] == "测试县"


def test_a_plan_that_leaves_a_planned_rule_short_ends_with_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    b = Building()
    b.people(5, b.unit("城关派出所", duty_cover=30), Post.CASE, dedicated=False)
    b.override("community_share.enforcement", "off")
    assert run(["plan", str(_saved(tmp_path, b)), *DAY]) == 1
    assert "Field time by" in capsys.readouterr().out


def test_a_plan_says_which_stations_a_duty_roster_bears_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    b = Building()
    for name, n in (("城关派出所", 4), ("勐永派出所", 2)):
        station = b.unit(name, duty_cover=2)
        b.people(n, station, Post.LEADER)
        b.people(3, station, Post.COMMUNITY)
        b.people(n, station, Post.CASE)
    path = _saved(tmp_path, b)
    run(["plan", str(path), "--json", *DAY])
    confirmed = _json(capsys)["duty_confirmed"]
    assert [(c["unit"], c["month"], c["confirmed"]) for c in confirmed] == [
        ("城关派出所", "2026-12", True),
        ("勐永派出所", "2026-12", False),
    ]
    assert "no duty roster keeps it" in confirmed[1]["message"]["en"]
    run(["plan", str(path), *DAY])
    (said,) = [line for line in capsys.readouterr().out.splitlines() if "duty roster" in line]
    assert said == confirmed[1]["message"]["en"]
