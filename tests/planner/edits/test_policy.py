from __future__ import annotations

from datetime import date

import pytest

from planner.document import Document
from planner.edits.policy import choose_packs, reset_policy_value, set_policy_value, set_policy_value_from
from planner.errors import InputError
from planner.policy.policy import DEFAULT_STACK
from planner.policy.share import Share


def test_an_own_value_wins_until_it_is_reset() -> None:
    document = Document()
    own = set_policy_value(document, "station_share.required", "45%")
    assert own.policy.share("station_share.required") == Share(45, 100)
    assert reset_policy_value(own, "station_share.required") == document


def test_an_impossible_value_is_refused_with_what_it_may_be() -> None:
    with pytest.raises(InputError, match="between 0% and 100%"):
        set_policy_value(Document(), "station_share.required", "450%")


def test_another_stack_keeps_own_values() -> None:
    own = set_policy_value(Document(), "station_minimum.required", 6)
    stacked = choose_packs(own, (*DEFAULT_STACK, "shaanxi2020"))
    assert stacked.policy.share("station_share.required") == Share(45, 100)
    assert stacked.policy.count("station_minimum.required") == 6


def test_a_stack_that_leaves_values_open_is_refused() -> None:
    with pytest.raises(InputError, match="leave these open"):
        choose_packs(Document(), ("yunnan2020",))


def test_a_dated_value_comes_into_force_on_its_day_and_outlasts_another_stack() -> None:
    day = date(2027, 1, 1)
    document = set_policy_value_from(Document(), "station_share.required", "45%", day)
    for judged in (document, choose_packs(document, DEFAULT_STACK)):
        policies = [judged.policy.on(date(2026, 12, 31)), judged.policy.on(day)]
        assert [p.share("station_share.required") for p in policies] == [Share(40, 100), Share(45, 100)]
    with pytest.raises(InputError, match="between 0% and 100%"):
        set_policy_value_from(Document(), "station_share.required", "450%", day)


def test_a_value_set_today_takes_the_place_of_dated_ones_in_force_and_leaves_those_to_come() -> None:
    document = Document()
    for share, day in (("41%", date(2026, 1, 1)), ("45%", date(2027, 1, 1))):
        document = set_policy_value_from(document, "station_share.required", share, day)
    after = set_policy_value(document, "station_share.required", "42%", date(2026, 6, 1))
    days = (date(2026, 6, 1), date(2027, 1, 1))
    shares = [after.policy.on(day).share("station_share.required") for day in days]
    assert shares == [Share(42, 100), Share(45, 100)]
    [later] = after.policy.to_come("station_share.required", date(2026, 6, 1))
    assert later.from_ == date(2027, 1, 1)
    back = reset_policy_value(after, "station_share.required", date(2027, 2, 1))
    assert back.policy == Document().policy
