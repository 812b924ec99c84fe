from __future__ import annotations

import pytest

from planner.errors import InputError
from planner.scenarios.records import ChangeKind
from tests.planner.scenarios.town import BEFORE, MARCH, Town


def test_the_county_is_judged_by_the_new_number_from_the_date() -> None:
    town = Town()
    after = town.changed(ChangeKind.TARGET, key="station_share.required", value="45%")
    required = [
        t.required_words for day in (BEFORE, MARCH) if (t := after.audit(day).target("station_share"))
    ]
    assert required == ["40%", "45%"]


def test_a_switch_is_given_by_its_word() -> None:
    town = Town()
    after = town.changed(ChangeKind.TARGET, key="station_minimum.more_than", value="true")
    was = town.policy.switch("station_minimum.more_than")
    assert (after.policy.on(BEFORE).switch("station_minimum.more_than"), was) == (was, False)
    assert after.policy.on(MARCH).switch("station_minimum.more_than")


def test_an_unknown_setting_and_an_impossible_value_are_refused() -> None:
    town = Town()
    with pytest.raises(InputError, match="No policy value"):
        town.changed(ChangeKind.TARGET, key="station.share", value="45%")
    with pytest.raises(InputError, match="Choose the setting"):
        town.changed(ChangeKind.TARGET, value="45%")
    with pytest.raises(InputError, match="cannot be"):
        town.changed(ChangeKind.TARGET, key="station_share.required", value="145%")
