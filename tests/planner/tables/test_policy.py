from __future__ import annotations

from planner.policy.policy import default_policy
from planner.policy.settings import SETTINGS
from planner.tables.policy import policy_rows, value_words


def test_every_setting_has_a_row_with_its_source_and_words() -> None:
    policy = default_policy().with_override("station_share.required", "45/100")
    rows = {row.setting.key: row for row in policy_rows(policy)}
    assert set(rows) == set(SETTINGS)
    changed = rows["station_share.required"]
    assert (value_words(changed.setting, changed.value).zh, changed.changed) == ("45%", True)
    assert value_words(changed.setting, changed.default).en == "40%"
    assert rows["community_share.required"].source.id == "yunnan2020"
    order = rows["planning.order"]
    assert value_words(order.setting, order.value).en.startswith("Draw-offs › Station minimum")
