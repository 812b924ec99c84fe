"""What prevents a break, written into a scenario."""

from __future__ import annotations

from planner.edits.scenarios import new_scenario
from planner.forecast.months import forecast
from planner.forecast.preventing import preventions
from planner.forecast.prevention_changes import prevention_changes
from planner.optimise.running import Limits
from planner.scenarios.adding import with_changes
from planner.scenarios.applying import applied
from tests.planner.building import TODAY
from tests.planner.forecast.ahead import RETIRES, AheadCounty


def test_in_a_scenario_with_the_changes_the_line_does_not_break() -> None:
    county = AheadCounty()
    ways = list(preventions(county.forecast(), Limits(20)))
    changes = prevention_changes(ways)
    assert len(changes) == sum(len(way.repair.people) for way in ways if way.repair) > 0
    assert {change.date for change in changes} == {RETIRES}
    document = with_changes(new_scenario(county.document(), "预防"), 1, changes, name="")
    done = applied(document, 1)
    assert done.conflicts == ()
    broken = [b for b in forecast(done.document, TODAY, 12).breaks if not b.heals]
    assert not [b for b in broken if b.after.ledger == "present"]


def test_notes_are_the_reasons_in_both_languages() -> None:
    ways = list(preventions(AheadCounty().forecast(), Limits(20)))
    reasons = [move.reason for way in ways if way.repair for move in way.repair.proposal.moves]
    assert [change.noted for change in prevention_changes(ways)] == reasons
