"""`jingli explain`: JSON for scripts, lines for people, exit codes as those of `plan`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from planner.command_line.main import run
from planner.county.records import Category, Post, UnitKind
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
    [tag] = found["price_tags"]
    assert list(tag) == [
        "officer",
        "cost",
        "move",
        "replacements",
        "rearranged",
        "dropped",
        "proven",
        "sentence",
    ]
    assert (tag["officer"], tag["proven"], move["next_best"]["proven"]) == ("000900", True, True)
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


def test_officers_without_a_price_are_told_why_and_no_private_reason_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("刑侦大队", UnitKind.ENFORCEMENT)
    b.people(9, station, Post.COMMUNITY, badge_number="000001")
    b.people(1, office, badge_number="000002", special_codes=frozenset({"investigated"}))
    b.people(1, office, badge_number="000003", category=Category.AUXILIARY)
    b.second(b.person(station, badge_number="000004"), to_outside="市公安局")
    path = tmp_path / "county.jingli"
    save_document(Document(b.county, b.policy), path)
    badges = [word for n in range(1, 5) for word in ("--officer", f"00000{n}")]
    _, found = _json(capsys, str(path), *badges)
    said = [tag["sentence"]["zh"] for tag in found["price_tags"]]
    for words, sentence in zip(
        ("其留在原处,方案不变", "限制不可放开", "不计入", "若市公安局归还"), said, strict=True
    ):
        assert words in sentence
    assert "调查" not in "".join(said)


def test_what_was_not_reached_in_time_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planner.optimise.explain.explanation.next_bests", lambda *_args, **_named: {})
    path = str(_file(tmp_path))
    assert run(["explain", path, "--language", "zh", "--as-of", "2026-11-24"]) == 1
    assert "限时内未及计算:另有 1 项调动的替换人选" in capsys.readouterr().out


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
