from __future__ import annotations

import pytest

from planner.comparison.choosing import chosen
from planner.errors import InputError
from planner.scenarios.records import Scenario


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
