"""`jingli compare`, and `forecast --scenario`: JSON for scripts, a table for people, exit codes."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from planner.command_line.main import run
from planner.county.records import Post, UnitKind
from planner.document import Document
from planner.scenarios.records import Change, ChangeKind, Scenario
from planner.store import save_document
from tests.planner.building import TODAY, Building

DAY = ["--as-of", TODAY.isoformat(), "--language", "en"]


@pytest.fixture
def county(tmp_path: Path) -> str:
    """Return a county of ten, four of them in the station; “少一人” retires one, “加一人” moves one there."""
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("政工室", UnitKind.ADMINISTRATIVE)
    people = [b.person(station, Post.COMMUNITY, name=f"所{n}") for n in range(4)]
    others = [b.person(office, name=f"科{n}") for n in range(6)]
    before = date(2026, 11, 1)
    less = Change(1, ChangeKind.RETIRE, before, person=people[0])
    gone = Change(2, ChangeKind.RETIRE, before, person=987)
    more = Change(3, ChangeKind.TRANSFER, before, person=others[0], unit=station, post=Post.COMMUNITY)
    scenarios = {1: Scenario(1, "少一人", changes=(less, gone)), 2: Scenario(2, "加一人", changes=(more,))}
    path = tmp_path / "county.jingli"
    save_document(Document(b.county, scenarios=scenarios), path)
    return str(path)


def compared(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, dict[str, Any]]:
    code = run(["compare", *argv, "--json", *DAY])
    printed = capsys.readouterr()
    assert printed.err == ""
    return code, json.loads(printed.out)


def test_every_scenario_has_its_targets_beside_the_county_as_it_stands(
    county: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _, found = compared(capsys, county)
    run(["check", county, "--json", *DAY])
    checked = json.loads(capsys.readouterr().out)
    for key in ("targets", "findings"):
        assert found["scenarios"][0][key] == checked[key]
    shares = {
        side["name"]: next(
            (t["numerator"], t["denominator"])
            for t in side["targets"]
            if (t["rule"], t["ledger"], t["scope"]) == ("station_share", "books", "county")
        )
        for side in found["scenarios"]
    }
    assert shares == {None: (4, 10), "少一人": (3, 9), "加一人": (5, 10)}
    assert [len(side["conflicts"]) for side in found["scenarios"]] == [0, 1, 0]
    assert found["scenarios"][1]["conflicts"][0]["change"] == 2


def test_only_the_scenarios_named_are_compared(county: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, found = compared(capsys, county, "--scenario", "加一人")
    assert [side["name"] for side in found["scenarios"]] == [None, "加一人"]


def test_the_table_has_a_column_for_each_and_says_what_cannot_be(
    county: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["compare", county, *DAY]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[1].split() == ["line", "As", "it", "stands", "少一人", "加一人"]
    assert next(line for line in said if line.startswith("Station share (books)")).split()[-3:] == [
        "40.0%",
        "33.3%",
        "50.0%",
    ]
    assert any(line.startswith("  少一人 · 2026-11-01 retirement: ") for line in said)


@pytest.mark.parametrize("verb", ["compare", "forecast"])
def test_an_unknown_scenario_is_one_sentence(
    verb: str, county: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([verb, county, "--scenario", "丙", *DAY]) == 2
    assert capsys.readouterr().err == "jingli: There is no scenario “丙”; there are: 少一人, 加一人.\n"


def test_moves_and_costs_stand_with_every_scenario(county: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, found = compared(capsys, county)
    now, less, more = found["scenarios"]
    assert now["moves"] == []
    assert not any(now["cost"].values())
    assert [(move["kind"], move["date"], move["proposed"]) for move in less["moves"]] == [
        ("retire", "2026-11-01", False)
    ]
    assert less["cost"]["leavers"] == 1
    assert less["moves"][0]["from"] == {"unit": "城关派出所", "outside": None, "post": "community"}
    assert less["moves"][0]["to"] is None
    assert more["moves"][0]["to"] == {"unit": "城关派出所", "outside": None, "post": "community"}
    assert more["cost"]["transfers"] == 1


@pytest.mark.parametrize("suffix", ["pdf", "xlsx"])
def test_out_writes_the_paper_with_proposals_worked_out(
    suffix: str, county: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / f"comparison.{suffix}"
    assert run(["compare", county, "--out", str(out), "--time-limit", "20", "--json", *DAY]) == 1
    printed = capsys.readouterr()
    assert out.read_bytes()[:4] == {"pdf": b"%PDF", "xlsx": b"PK\x03\x04"}[suffix]
    assert "working out a proposal: A 少一人\n" in printed.err
    assert "working out a proposal: B 加一人\n" in printed.err
    moves = [move for side in json.loads(printed.out)["scenarios"] for move in side["moves"]]
    assert {move["proposed"] for move in moves} == {False, True}


def test_another_suffix_is_one_sentence_and_nothing_is_worked_out(
    county: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["compare", county, "--out", str(tmp_path / "comparison.docx"), *DAY]) == 2
    assert capsys.readouterr().err == "jingli: The result “comparison.docx” must end in .xlsx or .pdf.\n"
    assert list(tmp_path.glob("comparison*")) == []


def test_a_forecast_follows_a_scenario(county: str, capsys: pytest.CaptureFixture[str]) -> None:
    run(["forecast", county, "--scenario", "加一人", "--months", "1", "--runs", "1", "--json", *DAY])
    found = json.loads(capsys.readouterr().out)
    books = next(
        t
        for t in found["months"][0]["targets"]
        if (t["rule"], t["ledger"], t["scope"]) == ("station_share", "books", "county")
    )
    assert (books["numerator"], books["denominator"]) == (5, 10)
    assert found["conflicts"] == []


def test_scenarios_that_begin_later_say_on_which_date_to_compare(
    county: str, capsys: pytest.CaptureFixture[str]
) -> None:
    early = ["--as-of", "2026-10-01", "--language", "en"]
    run(["compare", county, "--json", *early])
    notes = json.loads(capsys.readouterr().out)["notes"]
    assert [note["zh"] for note in notes] == [
        f"方案“{name}”的变动自 2026-11-01 起,统计日期在此之前,尚未计入;可用 --as-of 2026-11-01。"
        for name in ("少一人", "加一人")
    ]
    run(["compare", county, *early])
    assert notes[1]["en"] in capsys.readouterr().out.splitlines()
    _, now = compared(capsys, county)
    assert now["notes"] == []


def test_a_comparison_and_a_forecast_say_that_they_count_otherwise(
    county: str, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["compare", county, *DAY])
    assert "expected retirements and planned returns are not in here" in capsys.readouterr().out
    run(["forecast", county, "--months", "1", "--runs", "1", *DAY])
    assert "its figures on the same date may differ" in capsys.readouterr().out


def test_a_forecast_of_two_scenarios_is_one_sentence(county: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["forecast", county, "--scenario", "加一人", "--scenario", "少一人", *DAY]) == 2
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == (
        "",
        "jingli: Give --scenario once: a forecast is of one scenario.\n",
    )


def test_without_scenarios_there_is_nothing_to_compare_or_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    b = Building()
    b.people(3, b.unit("城关派出所"))
    path, out = tmp_path / "none.jingli", tmp_path / "a.pdf"
    save_document(Document(b.county), path)
    sentences = []
    for argv in (["compare", str(path)], ["report", str(path), "--kind", "comparison", "--out", str(out)]):
        assert run([*argv, *DAY]) == 2
        sentences.append(capsys.readouterr().err)
    assert sentences[0] == sentences[1]
    assert sentences[0].count("\n") == 1
    assert not out.exists()


def test_a_comparison_as_a_report_judges_every_option_and_says_what_begins_later(
    county: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    argv = ["report", county, "--kind", "comparison", "--out", str(tmp_path / "a.pdf"), "--language", "en"]
    assert run([*argv, "--as-of", "2026-10-01"]) == run(["compare", county, "--as-of", "2026-10-01"])
    assert "try --as-of 2026-11-01." in capsys.readouterr().err
