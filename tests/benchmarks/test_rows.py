"""The harness measures the same problem on both sides and says where they differ."""

from __future__ import annotations

import json

import pytest

from models.allocation.model import solve
from tests.benchmarks import __main__ as run
from tests.benchmarks.counties import SETS, growth, memory, plans
from tests.benchmarks.explaining import explanations, repairs
from tests.benchmarks.measuring import DIFFERENT, Row, as_json, table_line
from tests.benchmarks.peers import PeerAnswer, by_cp_sat, by_highs, by_scip
from tests.benchmarks.province import province
from tests.benchmarks.rows import imports, recounts
from tests.models.allocation.synthetic import tiny


@pytest.mark.parametrize("seed", range(25))
def test_every_peer_solves_the_same_problem_as_the_engine(
    seed: int, capfd: pytest.CaptureFixture[str]
) -> None:
    problem = tiny(seed)
    outcome = solve(problem)
    answers = [peer(problem, 20.0) for peer in (by_highs, by_scip, by_cp_sat)]
    assert [a.finished for a in answers] == [outcome.status == "optimal"] * 3
    if outcome.status == "optimal":
        assert [dict(a.values) for a in answers] == [dict(outcome.values)] * 3
    assert capfd.readouterr().out == ""


@pytest.mark.parametrize("what", SETS)
def test_counties_are_measured_beside_every_peer_and_then_told_as_a_distribution(what: str) -> None:
    _, peers = SETS[what]
    rows = list(plans(what, (80, 90), repetitions=1))
    beside, told = rows[: 2 * len(peers)], rows[2 * len(peers) :]
    assert [row.peer for row in beside] == 2 * list(peers)
    assert {row.note for row in beside} == {"proven; same optimum"}
    assert [row.what.partition(": ")[2] for row in told] == [
        *("median", "nine in ten", "slowest"),
        *["median of ratios"] * len(peers),
        "growth",
    ]
    assert told[0].note == "2 of 2 proven"


def test_a_peer_with_another_optimum_is_called_different(monkeypatch: pytest.MonkeyPatch) -> None:
    made, _ = SETS["county, named costs"]
    wrong = {"wrong": (lambda *_: PeerAnswer({"transfers": -1}, 1.0, True), 1.0)}
    monkeypatch.setitem(SETS, "wrong", (made, wrong))
    row = next(plans("wrong", (60,), repetitions=1))
    assert row.differs
    assert "transfers -1 against" in row.note


def test_the_run_fails_where_an_optimum_differs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["bench", "--json"])
    monkeypatch.setattr(run, "measured", lambda: iter([Row("plan", "9", 1.0)]))
    assert run.main() == 0
    assert json.loads(capsys.readouterr().out)["rows"][0]["ours"] == 1.0
    monkeypatch.setattr(run, "measured", lambda: iter([Row("plan", "9", 1.0, note=DIFFERENT)]))
    assert run.main() == 1


def test_growth_is_the_power_of_the_size() -> None:
    assert growth((10, 20, 40), (0.1, 0.4, 1.6)) == pytest.approx(2)


def test_memory_is_measured_in_a_process_of_its_own() -> None:
    [row] = memory((60,))
    assert (row.unit, row.ours > 1) == ("MB", True)


def test_a_province_is_measured_from_its_files() -> None:
    [row] = province(2, 130)
    assert row.note.startswith("2 of 2 proven")


def test_imports_recounts_and_repairs_are_measured_at_small_sizes_too() -> None:
    [imported] = imports(officers=60, auxiliaries=0)
    [recounted] = recounts((60,), repetitions=1)
    [repaired] = repairs(80, repetitions=1)
    assert imported.theirs is not None
    assert (recounted.theirs, recounted.ratio) == (None, None)
    assert "people repair" in repaired.note


def test_an_impossible_target_is_explained_in_three_ways() -> None:
    rows = list(explanations(80, repetitions=1))
    assert len(rows) == 3
    assert all("people short" in row.note and " 0 " not in row.note for row in rows)


def test_a_peer_that_ran_out_of_time_is_shown_as_longer_than_that() -> None:
    row = Row("plan", "9 officers", 0.5, "peer", 30.0, at_least=True, note="why")
    assert "> 30.00 s" in table_line(row)
    assert "> 60.0" in table_line(row)
    assert as_json([row])["rows"][0]["ratio"] == 60.0


def test_figures_other_than_seconds_are_shown_with_their_unit() -> None:
    assert "12.3 x" in table_line(Row("ratios", "9", 12.34, unit="x"))
    assert "1.24 power" in table_line(Row("growth", "9", 1.238, unit="power"))
