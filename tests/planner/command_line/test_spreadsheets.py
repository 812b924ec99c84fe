"""The verbs on spreadsheets: from a workbook to JSON, papers and documents, and no bad file a traceback."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from planner.command_line.main import run
from planner.samples import AS_OF, ExpectedCounts, expected_counts, generate, write_workbook
from planner.store import open_document

ROOT = Path(__file__).resolve().parents[3]
DAY = ["--as-of", AS_OF.isoformat()]
VERBS = [sys.executable, "-m", "planner.command_line"]


def _call(*argv: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*VERBS, *argv], capture_output=True, cwd=ROOT, check=False)


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("county") / "county.xlsx"
    write_workbook(generate(5, 120), path)
    return path


def _csv(folder: Path, *lines: str) -> Path:
    path = folder / "roster.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def _checked(capsys: pytest.CaptureFixture[str], *argv: str) -> Any:
    run(["check", *argv, "--json"])
    printed = capsys.readouterr()
    assert printed.err == ""
    return json.loads(printed.out)


def _share(printed: Any) -> list[tuple[int, int]]:
    rows = [t for t in printed["targets"] if t["rule"] == "station_share"]
    return [(t["numerator"], t["denominator"]) for t in rows]


def test_check_counts_a_workbook_as_its_maker_does(workbook: Path) -> None:
    done = _call("check", str(workbook), "--json", *DAY)
    assert done.returncode == 1
    assert done.stderr == b""
    truth = _truth()
    books, present, _ = _share(json.loads(done.stdout))
    assert books == (truth.station_books, truth.total)
    assert present == (truth.station_present, truth.total)


def test_plan_prints_json_alone_from_a_workbook_too(workbook: Path, tmp_path: Path) -> None:
    done = _call("plan", str(workbook), "--json", "--out", str(tmp_path / "plan.xlsx"), *DAY)
    printed = json.loads(done.stdout)
    assert (printed["status"], done.returncode, done.stderr) == ("optimal", 1 - _complies(printed), b"")
    assert (tmp_path / "plan.xlsx").read_bytes().startswith(b"PK")


def _truth() -> ExpectedCounts:
    return expected_counts(generate(5, 120), AS_OF)


def _complies(printed: Any) -> bool:
    return all(t["met"] for t in printed["after"]["targets"] if t["ledger"] == "present")


def _words(pdf: Path) -> str:
    command = ["pdftotext", "-layout", str(pdf), "-"]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_a_paper_names_the_roster_its_figures_come_from(workbook: Path, tmp_path: Path) -> None:
    _call("report", str(workbook), "--out", str(tmp_path / "a.pdf"), *DAY)
    assert workbook.name in _words(tmp_path / "a.pdf")


def test_a_report_and_a_document_come_out_of_a_workbook(workbook: Path, tmp_path: Path) -> None:
    assert _call("report", str(workbook), "--out", str(tmp_path / "a.pdf"), *DAY).returncode == 1
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    assert _call("import", str(workbook), "--out", str(tmp_path / "a.jingli")).returncode == 0
    document = open_document(tmp_path / "a.jingli")
    target = document.audit(AS_OF).target("station_share")
    assert target is not None
    assert target.numerator == _truth().station_present


def test_a_sample_is_written_and_can_be_read(tmp_path: Path) -> None:
    path = str(tmp_path / "sample.xlsx")
    assert _call("sample", "--out", path, "--officers", "90", "--seed", "3").returncode == 0
    assert _call("check", path, "--json", *DAY).returncode in (0, 1)


def test_foreign_headers_and_words_are_mapped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = _csv(tmp_path, "id,precinct,sworn,lent", "a1,7,Y,", "a2,7,Y,99", "a3,99,Y,", "a4,99,N,")
    fields = ["badge_number=id", "unit=precinct", "category=sworn", "seconded_to=lent"]
    mapped = [word for field in fields for word in ("--map", field)]
    words = ["--value", "category:Y=sworn", "--value", "category:N=support", "--stations", "[0-9]"]
    assert _share(_checked(capsys, str(path), *mapped, *words)) == [(2, 3), (1, 3), (100, 300)]


def test_a_single_unit_has_no_shares(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = _csv(tmp_path, "姓名,警号,职务", "张一,001,民警", "李二,002,民警")
    printed = _checked(capsys, str(path), "--single-unit")
    rules = {t["rule"] for t in printed["targets"]}
    assert not rules & {"station_minimum", "station_share", "community_share"}


@pytest.mark.parametrize("mapping", ["wish=单位", "unit=没有这一列"])
def test_a_mapping_of_what_is_not_there_is_one_sentence(
    mapping: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = _csv(tmp_path, "姓名,警号,单位", "张一,001,城关派出所")
    assert run(["check", str(path), "--map", mapping]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_what_is_wrong_with_a_row_is_an_import_issue(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = _csv(
        tmp_path,
        "姓名,警号,单位,入警时间",
        "张一,001,城关派出所,2091.05",
        "李二,001,城关派出所,2010.01",
        "王三,003,某某,2012.03",
    )
    issues = _checked(capsys, str(path))["import_issues"]
    places = {(i["row"], i["column"]) for i in issues}
    assert {(2, "入警时间"), (3, "警号"), (4, "单位")} <= places


def _junk(path: Path) -> None:
    numbers = random.Random(1)
    path.write_text(
        "\n".join(",".join(str(numbers.random()) for _ in range(4)) for _ in range(100_000)), encoding="utf-8"
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("gone.xlsx", None),
        ("empty.xlsx", b""),
        ("empty.csv", b""),
        ("broken.xlsx", b"PK\x03\x04 nothing behind it"),
        ("paper.xlsx", b"%PDF-1.7 ..."),
        ("words.xlsx", b"not a spreadsheet at all"),
        ("numbers.csv", b"1,2,3\n4,5,6\n"),
        ("nobody.csv", "姓名,警号,单位\n".encode()),
        ("wps.et", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("broken.jingli", b"SQLite format 3\x00"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_sentence(
    name: str, content: bytes | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    assert run(["check", str(path), "--json"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert name in printed.err
    assert "Internal" not in printed.err


def test_a_hundred_thousand_rows_of_junk_are_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _junk(tmp_path / "junk.csv")
    assert run(["check", str(tmp_path / "junk.csv")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is closed to root")
def test_a_file_that_may_not_be_read_is_one_sentence(
    workbook: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "closed.xlsx"
    path.write_bytes(workbook.read_bytes())
    path.chmod(0)
    assert run(["check", str(path)]) == 2
    assert "closed.xlsx" in capsys.readouterr().err
