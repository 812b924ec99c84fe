"""What-ifs and forecasts are measured on counties whose scenarios can all be made."""

from __future__ import annotations

from planner.scenarios.applying import applied
from tests.benchmarks.scenario_rows import forecasts, scenarios, with_scenarios


def test_scenarios_that_are_measured_can_be_made_and_are_the_same_every_time() -> None:
    document = with_scenarios(180, 3)
    assert document == with_scenarios(180, 3)
    assert all(applied(document, id_).conflicts == () for id_ in document.scenarios)


def test_scenarios_and_forecasts_are_measured_at_small_sizes_too() -> None:
    rows = [*scenarios(120, 3, repetitions=1), *forecasts(120, months=2, runs=20, repetitions=1)]
    assert len({row.what for row in rows}) == len(rows) == 5
    assert all(row.ours for row in rows)
