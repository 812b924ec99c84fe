from __future__ import annotations

from planner.policy.policy import default_policy
from planner.policy.settings import SETTINGS
from planner.tables.policy import value_words


def test_values_are_said_as_percentages_and_by_their_names() -> None:
    policy = default_policy().with_override("station_share.required", "45/100")
    share, order = SETTINGS["station_share.required"], SETTINGS["planning.order"]
    assert value_words(share, policy.value(share.key)).zh == "45%"
    assert value_words(share, policy.default(share.key)).en == "40%"
    assert value_words(order, policy.value(order.key)).en.startswith("Draw-offs › Station minimum")
