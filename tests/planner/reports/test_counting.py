"""The counting rule as it is printed."""

from __future__ import annotations

from planner.policy.policy import default_policy
from planner.reports.counting import counting_rule, short_counting_rule


def test_packs_and_their_dates_are_named() -> None:
    words = counting_rule(default_policy())
    assert "云南2020(2020-01-01)" in words.zh
    assert "Yunnan 2020 (2020-01-01)" in words.en


def test_the_reading_of_the_area_is_always_said() -> None:
    policy = default_policy()
    assert "尚未确认" in counting_rule(policy).zh
    assert "尚未确认" not in counting_rule(policy.with_override("counting.area", "station")).zh


def test_every_switch_off_its_default_is_printed_with_its_default() -> None:
    policy = default_policy().with_override("counting.traffic", False)
    policy = policy.with_override("community_share.required", "45/100")
    words = counting_rule(policy).zh
    assert "交警计入全局警力=否(原是)" in words
    assert "社区民警占比=45%(原40%)" in words


def test_many_own_changes_are_counted_in_the_foot() -> None:
    policy = default_policy()
    for key, value in (("counting.traffic", False), ("warning.days", 45), ("warning.margin", 3)):
        policy = policy.with_override(key, value)
    assert "本局改动 3 项" in short_counting_rule(policy).zh
    assert "=45" not in short_counting_rule(policy).zh
