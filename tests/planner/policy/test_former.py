"""What earlier versions stored means the same today."""

from __future__ import annotations

import pytest

from planner.policy.former import brought_up
from planner.policy.policy import checked, parse_pack
from planner.policy.settings import PLANNING_RULES

FOUR = ("community_share", "secondment", "station_share", "station_minimum")


@pytest.mark.parametrize("points", [0, 1, 1000])
def test_points_per_kilometre_stay_what_they_were(points: int) -> None:
    values = brought_up({"hardship.kilometre": points})
    assert {key: checked(key, value) for key, value in values.items()} == {
        "hardship.minutes_per_kilometre": 1,
        "hardship.minute": points,
    }


def test_an_order_of_fewer_rules_keeps_its_order_and_takes_the_later_rules_last() -> None:
    order = brought_up({"planning.order": list(FOUR)})["planning.order"]
    assert checked("planning.order", order) == (*FOUR, "field_time")


def test_a_pack_file_of_an_earlier_version_is_read() -> None:
    words = f"""
        id = "ours"
        name = {{ zh = "本局", en = "Ours" }}
        dated = 2026-01-01
        source = {{ zh = "本局", en = "Ours" }}
        [values]
        planning.order = {list(FOUR)}
        hardship.kilometre = 3
    """
    values = parse_pack(words).values
    assert (values["hardship.minute"], values["planning.order"]) == (3, (*FOUR, "field_time"))


def test_what_is_current_stays_as_it_is() -> None:
    values = {"planning.order": list(PLANNING_RULES), "hardship.minute": 2, "station_minimum.required": 6}
    assert brought_up(values) == values
