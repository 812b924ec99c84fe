"""How often, as the policy has it."""

from __future__ import annotations

import pytest

from planner.forecast.rates import rates_of
from planner.policy.policy import default_policy


def test_twelve_months_have_the_chance_of_a_year() -> None:
    rates = rates_of(default_policy().with_override("forecast.attrition", 3000))
    assert (1 - rates.attrition) ** 12 == pytest.approx(0.7)


@pytest.mark.parametrize(("days", "months"), [(1, 1), (31, 1), (90, 3), (158, 5)])
def test_a_leave_is_seen_on_at_least_one_first_of_a_month(days: int, months: int) -> None:
    assert (
        rates_of(default_policy().with_override("forecast.maternity_days", days)).maternity_months == months
    )


def test_the_upper_age_is_left_out() -> None:
    ages = rates_of(default_policy()).maternity_ages
    assert (ages.start in ages, ages.stop in ages) == (True, False)
