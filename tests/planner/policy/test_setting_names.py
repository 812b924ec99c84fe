from __future__ import annotations

import pytest

from planner.policy.setting_names import setting_called


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("station_share.required", "station_share.required"),
        ("派出所警力占比", "station_share.required"),
        ("Station share", "station_share.required"),
        ("station_share", "station_share.required"),
        ("station_minimum", "station_minimum.required"),
        ("secondment", "secondment.allowed"),
        ("抽调借调", "secondment.allowed"),
        ("kin_avoidance", "kin_avoidance.enforcement"),
        (" Station_Share ", "station_share.required"),
    ],
)
def test_a_setting_is_called_by_its_code_its_title_or_the_rule_whose_number_it_is(
    words: str, key: str
) -> None:
    assert setting_called(words) == key


@pytest.mark.parametrize("words", ["", "占比", "station", "planning.order"])
def test_words_that_mean_no_one_setting_call_none(words: str) -> None:
    assert setting_called(words) is None
