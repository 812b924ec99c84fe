"""The harness measures the same problem on both sides and says where they differ."""

from __future__ import annotations

import pytest

from models.allocation.model import solve
from tests.benchmarks.measuring import Row, as_json, table_line
from tests.benchmarks.plain_program import by_cp_sat, by_highs
from tests.benchmarks.rows import imports, plans, recounts
from tests.models.allocation.synthetic import tiny


@pytest.mark.parametrize("seed", range(25))
def test_both_peers_solve_the_same_problem_as_the_engine(
    seed: int, capfd: pytest.CaptureFixture[str]
) -> None:
    problem = tiny(seed)
    outcome = solve(problem)
    answers = [peer(problem, 20.0) for peer in (by_highs, by_cp_sat)]
    assert [a.finished for a in answers] == [outcome.status == "optimal"] * 2
    if outcome.status == "optimal":
        assert [dict(a.values) for a in answers] == [dict(outcome.values)] * 2
    assert capfd.readouterr().out == ""


def test_a_plan_is_measured_beside_both_peers() -> None:
    rows = list(plans((60,), repetitions=1, peer_seconds=20.0))
    assert [row.peer for row in rows] == ["HiGHS MIP", "CP-SAT"]
    assert {row.note for row in rows} == {"proven; same optimum"}
    assert all(row.ratio is not None and row.ratio > 0 for row in rows)


def test_imports_and_recounts_are_measured_at_small_sizes_too() -> None:
    [imported] = imports(officers=60, auxiliaries=0)
    [recounted] = recounts((60,), repetitions=1)
    assert imported.theirs is not None
    assert (recounted.theirs, recounted.ratio) == (None, None)


def test_a_peer_that_ran_out_of_time_is_shown_as_longer_than_that() -> None:
    row = Row("plan", "9 officers", 0.5, "peer", 30.0, at_least=True, note="why")
    assert "> 30.00 s" in table_line(row)
    assert "> 60.0" in table_line(row)
    assert as_json([row])["rows"][0]["ratio"] == 60.0
