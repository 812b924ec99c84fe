"""`plan FOLDER` plans every county in it, names those it cannot, and ends with what holds of all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from planner.command_line.main import run
from planner.county.records import Post, UnitKind
from planner.document import Document
from planner.files.reading import read_workbook
from planner.store import save_document
from tests.planner.building import TODAY, Building

DAY = ["--as-of", TODAY.isoformat(), "--language", "en", "--workers", "1"]


def _county(path: Path, officers: int, station: int) -> None:
    b = Building()
    b.people(station, b.unit("城关派出所"), Post.COMMUNITY)
    b.people(officers, b.unit("刑侦大队", UnitKind.ENFORCEMENT))
    save_document(Document(b.county, b.policy), path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two counties, the first short by two transfers, and a file that is no county."""
    _county(tmp_path / "a.jingli", 9, 3)
    _county(tmp_path / "b.jingli", 5, 5)
    return tmp_path


def _json(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_every_county_of_a_folder_is_planned_in_one_run(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["plan", str(folder), "--json", *DAY]) == 0
    printed = _json(capsys)
    assert (printed["status"], printed["proven"], printed["files"]) == ("optimal", True, 2)
    assert [one["file"] for one in printed["counties"]] == ["a.jingli", "b.jingli"]
    assert [len(one["moves"]) for one in printed["counties"]] == [2, 0]
    assert [one["status"] for one in printed["counties"]] == ["optimal", "optimal"]


def test_a_file_that_cannot_be_read_is_listed_and_the_rest_goes_on(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "aa.xlsx").write_bytes(b"no workbook")
    assert run(["plan", str(folder), "--json", *DAY]) == 1
    printed = _json(capsys)
    by_file = {one["file"]: one for one in printed["counties"]}
    assert "aa.xlsx" in by_file["aa.xlsx"]["error"]["zh"]
    assert by_file["b.jingli"]["status"] == "optimal"
    assert not printed["proven"]


def test_progress_goes_to_standard_error_and_the_total_to_standard_output(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["plan", str(folder), *DAY]) == 0
    printed = capsys.readouterr()
    assert printed.err.count("\n") == 2
    assert "[2/2]" in printed.err
    assert "2 counties, 2 proven optimal, 0 not planned; transfers 2 in all" in printed.out


def test_files_and_folders_are_planned_together_and_same_names_told_apart(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "more").mkdir()
    _county(tmp_path / "more" / "a.jingli", 5, 5)
    given = [str(folder / "b.jingli"), str(folder / "a.jingli"), str(tmp_path / "more")]
    assert run(["plan", *given, "--json", *DAY]) == 0
    files = [one["file"] for one in _json(capsys)["counties"]]
    assert files == ["b.jingli", str(folder / "a.jingli"), str(tmp_path / "more" / "a.jingli")]


def test_many_counties_are_written_as_one_table_with_their_sum(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "aa.xlsx").write_bytes(b"no workbook")
    out = tmp_path / "more.xlsx"
    assert run(["plan", str(folder), *DAY, "--out", str(out)]) == 1
    [table] = read_workbook(out).sheets
    rows = {row[0]: row for row in table.rows}
    transfers = list(table.rows[1]).index("Transfers")
    assert [rows[name][transfers] for name in ("a.jingli", "b.jingli", "Sum")] == [2, 0, 2]
    assert rows["aa.xlsx"][2] == "Not planned"
    assert "aa.xlsx" in rows["aa.xlsx"][-1]
    assert run(["plan", str(folder), *DAY, "--out", str(folder / "aa.xlsx")]) == 2
    assert "is the input file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["{empty}"], "has no .xlsx"),
        (["{folder}", "--out", "x.pdf"], "must end in .xlsx"),
        (["{folder}", "--out", "{folder}/a.jingli/x.xlsx"], "does not exist"),
        (["{folder}/a.jingli"], "is one county"),
        (["{folder}", "--cluster", "nowhere"], "cannot be reached"),
    ],
)
def test_what_cannot_be_is_one_sentence(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    filled = [a.format(empty=empty, folder=folder) for a in arguments]
    assert run(["plan", *filled, *DAY]) == 2
    assert said in capsys.readouterr().err


def test_a_run_that_is_stopped_never_ends_as_compliant(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from planner.optimise import running

    stopped = running.Stop()
    stopped.request()
    monkeypatch.setattr("planner.command_line.verbs.stop_flag", lambda: stopped)
    assert run(["plan", str(folder), "--json", *DAY]) == 1
    printed = _json(capsys)
    assert (printed["status"], printed["proven"], printed["counties"]) == ("stopped", False, [])
