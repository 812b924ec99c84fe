from __future__ import annotations

from datetime import date

import pytest

from planner.document import Document
from planner.errors import InputError
from planner.scenarios.comparing import chosen, sides
from planner.scenarios.records import Change, ChangeKind, Scenario
from tests.planner.building import TODAY, Building


def test_the_county_as_it_stands_comes_first_and_stays_as_it_is() -> None:
    b = Building()
    station = b.unit("城关派出所")
    b.person(station, name="王宇")
    leaving = Change(1, ChangeKind.RETIRE, date(2026, 11, 1), person=b.person(station, name="李静"))
    gone = Change(2, ChangeKind.RETIRE, date(2026, 11, 1), person=987)
    scenario = Scenario(1, "甲", changes=(leaving, gone))
    document = Document(b.county, scenarios={1: scenario})
    now, then = sides(document, [scenario], TODAY)
    assert (now.scenario, now.conflicts) == (None, ())
    assert now.audit == document.audit(TODAY)
    assert then.scenario is scenario
    assert [conflict.change for conflict in then.conflicts] == [2]
    assert [len(side.audit.state.counted()) for side in (now, then)] == [2, 1]


def test_scenarios_are_chosen_by_name_each_once_and_all_where_none_is_named() -> None:
    first, second = Scenario(1, "甲"), Scenario(2, "乙")
    both = {1: first, 2: second}
    assert chosen(both, []) == (first, second)
    assert chosen(both, ["乙", "甲", "乙"]) == (second, first)
    with pytest.raises(InputError) as unknown:
        chosen(both, ["丙"])
    assert unknown.value.message.zh == "没有名为“丙”的方案;现有方案:甲、乙。"
    with pytest.raises(InputError) as none:
        chosen({}, [])
    assert "方案" in none.value.message.zh
