"""`jingli explain`: JSON for scripts, lines for people, exit codes as those of `plan`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from planner.command_line.main import run
from planner.county.records import Post, UnitKind
from planner.document import Document
from planner.store import save_document
from tests.planner.building import Building


def _file(folder: Path, required: str = "60/100") -> Path:
    b = Building()
    b.people(7, b.unit("城关派出所"), Post.COMMUNITY)
    office = b.unit("刑侦大队", UnitKind.ENFORCEMENT, minimum=12)
    b.people(12, office)
    b.person(office, pin="骨干", badge_number="000900")
    b.override("station_share.required", required)
    path = folder / "county.jingli"
    save_document(Document(b.county, b.policy), path)
    return path


def _json(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, dict[str, Any]]:
    code = run(["explain", *argv, "--json", "--as-of", "2026-11-24"])
    return code, json.loads(capsys.readouterr().out)


def test_the_json_has_every_key_and_names_units_in_full(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(_file(tmp_path))
    code, found = _json(capsys, path, "--conflict", "--officer", "000900")
    assert code == 1
    assert list(found) == [
        "status",
        "answer",
        "shortages",
        "moves",
        "relaxations",
        "conflict",
        "price_tags",
        "curve",
    ]
    [short] = found["shortages"]
    assert (short["rule"], short["scope"], short["short"]) == ("station_share", "county", 4)
    assert short["units"] == ["刑侦大队"]
    assert {"zh", "en"} == set(short["text"]) == set(short["action"]) == set(short["effect"])
    [move] = found["moves"]
    assert move["next_best"]["officer"] != move["officer"]
    assert move["next_best"]["cost"] == []
    assert 1 <= len(found["relaxations"]) <= 3
    assert found["relaxations"][0]["short_after"] == 0
    assert [m["kind"] for m in found["conflict"]["members"]] == ["station_share", "minimum_kept"]
    assert [t["officer"] for t in found["price_tags"]] == ["000900"]
    assert [p["total"] for p in found["curve"]] == [5, 4]


def test_a_move_nobody_else_can_make_says_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    b = Building()
    b.people(7, b.unit("城关派出所"), Post.COMMUNITY)
    office = b.unit("政工室", UnitKind.ADMINISTRATIVE)
    b.people(12, office, Post.LEADER)
    b.person(office)
    save_document(Document(b.county, b.policy), tmp_path / "county.jingli")
    code, found = _json(capsys, str(tmp_path / "county.jingli"))
    [move] = found["moves"]
    assert code == 0
    assert move["next_best"] is None
    assert "无人可替" in move["why_none"]["zh"]


def test_without_json_it_reads_as_lines_in_either_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(_file(tmp_path))
    assert run(["explain", path, "--conflict", "--language", "zh", "--as-of", "2026-11-24"]) == 1
    said = capsys.readouterr().out
    for words in ("缺口:", "可选的放宽办法", "不能同时成立的最小一组", "若换人或不动", "交流人数与仍差人数"):
        assert words in said
    assert run(["explain", path, "--language", "en", "--as-of", "2026-11-24"]) == 1
    assert "Ways out" in capsys.readouterr().out


def test_a_county_that_can_comply_exits_with_nothing_short(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, found = _json(capsys, str(_file(tmp_path, "40/100")))
    assert code == 0
    assert (found["shortages"], found["relaxations"], found["conflict"]) == ([], [], None)


def test_a_badge_number_nobody_has_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["explain", str(_file(tmp_path)), "--officer", "999999", "--language", "en"]) == 2
    assert "999999" in capsys.readouterr().err
