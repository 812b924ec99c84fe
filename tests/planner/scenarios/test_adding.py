from __future__ import annotations

import pytest

from planner.edits.refused import RefusedError
from planner.edits.scenarios import new_scenario
from planner.scenarios.adding import with_changes
from planner.scenarios.applying import applied
from planner.scenarios.records import Change, ChangeKind
from tests.planner.scenarios.town import MARCH, Town, stand

HOME = ChangeKind.RETURN


def test_changes_go_to_the_end_of_the_scenario_named() -> None:
    town = Town()
    document = new_scenario(town.document, "方案一")
    after = with_changes(document, 1, [Change(0, HOME, MARCH, person=town.drawn)], name="没有用到")
    assert [s.name for s in after.scenarios.values()] == ["方案一"]
    [change] = after.scenarios[1].changes
    assert (change.kind, change.person, change.date) == (HOME, town.drawn, MARCH)
    assert stand(applied(after, 1).document, town.drawn, MARCH).present_unit == town.small


def test_a_new_scenario_takes_its_name_its_base_and_ids_of_its_own() -> None:
    town = Town()
    document = new_scenario(town.document, "返岗日历")
    changes = [Change(0, HOME, MARCH, person=town.drawn), Change(0, HOME, MARCH, person=town.few[1])]
    once = with_changes(document, None, changes, name="返岗日历", base=1)
    twice = with_changes(once, None, changes, name="返岗日历")
    assert [s.name for s in twice.scenarios.values()] == ["返岗日历", "返岗日历 2", "返岗日历 3"]
    assert [s.base for s in twice.scenarios.values()] == [None, 1, None]
    ids = [change.id for scenario in twice.scenarios.values() for change in scenario.changes]
    assert len(set(ids)) == 4


def test_a_scenario_that_is_gone_is_refused() -> None:
    with pytest.raises(RefusedError):
        with_changes(Town().document, 7, [Change(0, HOME, MARCH)], name="方案")
