"""Values of the policy, written down and read back."""

from __future__ import annotations

import pytest

from planner.policy.policy import default_policy
from planner.policy.setting import raw_of, written
from planner.policy.settings import SETTINGS

WRITTEN = [key for key, setting in SETTINGS.items() if setting.kind != "order"]


@pytest.mark.parametrize("key", WRITTEN)
def test_a_value_that_was_written_down_is_read_back_as_it_was(key: str) -> None:
    setting, value = SETTINGS[key], default_policy().value(key)
    values = (True, False) if setting.kind == "switch" else (value, *(setting.choices or ()))
    assert [setting.parse(raw_of(setting, written(each))) for each in values] == list(values)
