"""What prevents a break, written into a scenario."""

from __future__ import annotations

from planner.edits.preventions import unused_name, write_preventions
from planner.edits.scenarios import new_scenario
from planner.forecast.months import forecast
from planner.forecast.preventing import preventions
from planner.optimise.running import Limits
from planner.scenarios.applying import applied
from tests.planner.building import TODAY
from tests.planner.forecast.ahead import RETIRES, AheadCounty


def test_in_the_scenario_written_the_line_does_not_break() -> None:
    county = AheadCounty()
    document, ways = county.document(), list(preventions(county.forecast(), Limits(20)))
    after = write_preventions(document, ways, None, "预防", "zh")
    [scenario] = after.scenarios.values()
    assert (scenario.name, {change.date for change in scenario.changes}) == ("预防", {RETIRES})
    assert all(change.note for change in scenario.changes)
    done = applied(after, scenario.id)
    assert done.conflicts == ()
    broken = [b for b in forecast(done.document, TODAY, 12).breaks if not b.heals]
    assert not [b for b in broken if b.after.ledger == "present"]
    assert after.county is document.county


def test_the_moves_go_to_the_end_of_a_scenario_that_is_named() -> None:
    county = AheadCounty()
    ways = list(preventions(county.forecast(), Limits(20)))
    document = new_scenario(county.document(), "原有")
    after = write_preventions(document, ways, 1, "无用", "en")
    assert [s.name for s in after.scenarios.values()] == ["原有"]
    assert len(after.scenarios[1].changes) == sum(len(w.repair.people) for w in ways if w.repair)


def test_a_name_that_is_taken_is_numbered() -> None:
    document = AheadCounty().document()
    for name in ("预防", "预防 (2)"):
        document = new_scenario(document, name)
    assert unused_name(document.scenarios, "预防") == "预防 (3)"
    assert unused_name(document.scenarios, "别的") == "别的"
