"""The peers of rostering solve the very same problem at the very same cost."""

from __future__ import annotations

import pytest

from models.rostering.check import check
from models.rostering.problem import Problem
from tests.benchmarks.plain_searches import Answer, by_cp_sat, by_highs, mended_by_cp_sat
from tests.models.rostering.brute_force import best_repair, optimum, tiny, tiny_classic


def _cost(problem: Problem, answer: Answer) -> int | None:
    if answer.roster is None:
        return None
    assert answer.optimal
    report = check(problem, answer.roster)
    assert report.sound, report.faults
    assert answer.bound == pytest.approx(report.cost)
    return report.cost


@pytest.mark.parametrize("seed", range(40))
def test_both_programs_agree_with_trying_everything(seed: int, capfd: pytest.CaptureFixture[str]) -> None:
    problem = tiny(seed) if seed % 2 else tiny_classic(seed)
    least = optimum(problem)
    assert _cost(problem, by_cp_sat(problem, 20, 1)) == least
    assert _cost(problem, by_highs(problem, 20, 1)) == least
    assert capfd.readouterr().out == ""


@pytest.mark.parametrize("seed", range(20))
def test_a_repair_agrees_with_trying_everything(seed: int) -> None:
    problem, before = tiny(seed), by_cp_sat(tiny(seed + 5000), 20, 1).roster or {}
    found = best_repair(problem, before)
    least = None if found is None else found[0] + found[2]
    assert _cost(problem, mended_by_cp_sat(problem, before, 20, 1)) == least
