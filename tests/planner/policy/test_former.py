"""What earlier versions stored means the same today."""

from __future__ import annotations

from planner.policy.former import brought_up
from planner.policy.policy import checked
from planner.policy.settings import PLANNING_RULES


def test_points_per_kilometre_become_minutes_at_a_point_each() -> None:
    stored = {"hardship.kilometre": 3}
    assert brought_up(stored) == {"hardship.minutes_per_kilometre": 3, "hardship.minute": 1}


def test_an_order_of_fewer_rules_keeps_its_order_and_takes_the_later_rules_last() -> None:
    stored = ["community_share", "secondment", "station_share", "station_minimum"]
    order = brought_up({"planning.order": stored})["planning.order"]
    assert checked("planning.order", order) == (*stored, "field_time")


def test_what_is_current_stays_as_it_is() -> None:
    values = {"planning.order": list(PLANNING_RULES), "hardship.minute": 2, "station_minimum.required": 6}
    assert brought_up(values) == values
