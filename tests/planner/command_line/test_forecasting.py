"""`jingli forecast`: JSON for scripts, a table for people, exit codes."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from planner.audit.ledgers import Ledger
from planner.command_line.forecasting import forecast_json, forecast_summary
from planner.command_line.main import run
from planner.forecast.preventing import preventions
from planner.forecast.simulation import Chance
from planner.optimise.running import Limits
from planner.store import save_document
from tests.planner.building import TODAY
from tests.planner.forecast.ahead import AheadCounty

DAY = ["--as-of", TODAY.isoformat(), "--language", "en"]


@pytest.fixture
def county(tmp_path: Path) -> str:
    path = tmp_path / "county.jingli"
    save_document(AheadCounty().document(), path)
    return str(path)


def _json(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, dict[str, Any]]:
    code = run(["forecast", *argv, "--json", *DAY])
    printed = capsys.readouterr()
    assert printed.err == ""
    return code, json.loads(printed.out)


def test_the_json_has_targets_as_in_check_for_every_month(
    county: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, found = _json(capsys, county, "--months", "3")
    assert code == 1
    assert {"as_of", "months", "breaks", "chance"} <= set(found)
    assert [m["month"] for m in found["months"]] == ["2026-12", "2027-01", "2027-02"]
    run(["check", county, "--json", "--as-of", "2027-02-01"])
    assert found["months"][2]["targets"] == json.loads(capsys.readouterr().out)["targets"]


def test_a_break_names_its_day_its_line_and_who_did_it(
    county: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _, found = _json(capsys, county)
    [found_one] = [
        b
        for b in found["breaks"]
        if (b["rule"], b["ledger"], b["change"]) == ("station_minimum", "present", "breaks")
    ]
    assert (found_one["date"], found_one["scope"], found_one["numerator"]) == ("2027-09-01", "城关派出所", 4)
    assert found_one["before"]["numerator"] == 5
    assert found_one["events"][0]["kind"] == "retires"
    assert found_one["officers"] == [found_one["events"][0]["officer"]]
    assert {"zh", "en"} == set(found_one["message"])


def test_the_unmet_line_of_a_station_closed_on_the_way_is_judged_no_longer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    county = AheadCounty()
    county.unit("小所", closed=date(2027, 1, 10))
    save_document(county.document(), tmp_path / "closing.jingli")
    _, found = _json(capsys, str(tmp_path / "closing.jingli"))
    [last] = [b for b in found["breaks"] if (b["change"], b["ledger"]) == ("lapses", "present")]
    assert (last["date"], last["scope"], last["rule"]) == ("2027-01-10", "小所", "station_minimum")
    assert last["message"]["en"].startswith("2027-01-10 is judged no longer: 小所, Station minimum")


def test_the_chances_are_those_of_the_seed(county: str, capsys: pytest.CaptureFixture[str]) -> None:
    first = _json(capsys, county, "--months", "2", "--runs", "20", "--seed", "5")[1]["chance"]
    assert first == _json(capsys, county, "--months", "2", "--runs", "20", "--seed", "5")[1]["chance"]
    assert {(c["scope"], c["runs"]) for c in first} == {("county", 20)}
    assert all(0 <= c["low"] <= c["chance"] <= c["high"] <= 1 for c in first)


def test_people_read_a_table_and_below_it_what_breaks(
    county: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["forecast", county, *DAY]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].startswith("date        drawn off  Station share: books · present")
    assert [line.split("  ")[0] for line in lines[2:5]] == ["2026-11-24", "2026-12-01", "2027-01-01"]
    broken = [
        line for line in lines if "breaks: 城关派出所, Station minimum (books, present, effective)" in line
    ]
    assert len(broken) == 1
    assert "2027-09-01" in broken[0]
    assert "张三" in broken[0]


def test_a_county_that_complies_in_every_month_ends_with_zero(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    county = AheadCounty()
    for rule in ("secondment", "station_minimum", "community_share"):
        county.override(f"{rule}.enforcement", "off")
    county.override("station_share.required", "20/100")
    save_document(county.document(), tmp_path / "well.jingli")
    assert run(["forecast", str(tmp_path / "well.jingli"), *DAY]) == 0
    printed = capsys.readouterr().out
    assert "No line breaks or heals" in printed
    assert "stations short" not in printed  # no rule that judges stations is on


def test_whose_future_is_not_known_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    county = AheadCounty()
    county.person(county.office, name="无名氏")
    save_document(county.document(), tmp_path / "undated.jingli")
    code, found = _json(capsys, str(tmp_path / "undated.jingli"), "--months", "1")
    assert code == 1
    assert "无名氏" in found["notes"][0]["zh"]
    assert found["notes"][0]["en"].startswith("No birth or no sex on record (1)")


def test_each_break_of_a_planned_line_comes_with_the_least_change_that_prevents_it(
    county: str, capsys: pytest.CaptureFixture[str]
) -> None:
    [way] = _json(capsys, county)[1]["preventions"]
    assert (way["date"], way["sought"], way["left"]) == ("2027-09-01", True, [])
    assert [(m["kind"], m["to"]["unit"]) for m in way["moves"]] == [("transfer", "城关派出所")] * len(
        way["moves"]
    )
    run(["forecast", county, *DAY])
    assert "  2027-09-01 民警" in capsys.readouterr().out.split("The least change that keeps the lines:\n")[1]


def test_what_was_not_reached_in_time_is_said(county: str, capsys: pytest.CaptureFixture[str]) -> None:
    [way] = _json(capsys, county, "--time-limit", "0.000001")[1]["preventions"]
    assert (way["sought"], way["moves"]) == (False, [])
    assert way["message"]["en"] == "not reached in time."


@pytest.mark.parametrize(
    "options",
    [["--months", "0"], ["--months", "61"], ["--months", "x"], ["--runs", "0"], ["--runs", "10001"]],
)
def test_numbers_that_cannot_be_are_refused_in_one_sentence(
    county: str, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["forecast", county, *options, *DAY]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert options[0] in said.err


def test_a_change_not_proven_the_least_is_not_called_so() -> None:
    ahead = AheadCounty().forecast()
    [way] = preventions(ahead, Limits(20))
    assert way.repair is not None
    proposal = replace(way.repair.proposal, proven=False)
    unproven = replace(way, repair=replace(way.repair, proposal=proposal))
    said = [forecast_json(ahead, (), [of])["preventions"][0] for of in (way, unproven)]
    assert [of["proven"] for of in said] == [True, False]
    assert ["not proven the least" in of["message"]["en"] for of in said] == [False, True]


def test_a_chance_is_never_rounded_up_to_certainty() -> None:
    ahead = AheadCounty().forecast(1)
    [month] = ahead.months
    chance = Chance(month.state.date, "station_share", Ledger.PRESENT, 9999, 10_000)
    printed = "\n".join(forecast_summary(ahead, [chance], (), "en"))
    assert "99.9% (99.9%–100.0%)" in printed
