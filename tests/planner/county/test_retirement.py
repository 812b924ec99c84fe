"""Retirement by the law in force since 2025."""

from __future__ import annotations

from datetime import date

import pytest

from planner.county.records import Sex
from planner.county.retirement import retirement_date
from planner.policy.policy import default_policy


@pytest.mark.parametrize(
    ("birth", "sex", "first_day_retired"),
    [
        (date(1964, 11, 1), Sex.MALE, date(2024, 12, 1)),
        (date(1964, 12, 1), Sex.MALE, date(2025, 1, 1)),
        (date(1965, 1, 15), Sex.MALE, date(2025, 3, 1)),
        (date(1965, 4, 1), Sex.MALE, date(2025, 6, 1)),
        (date(1965, 5, 1), Sex.MALE, date(2025, 8, 1)),
        (date(1980, 1, 1), Sex.MALE, date(2043, 2, 1)),
        (date(1969, 12, 1), Sex.FEMALE, date(2025, 1, 1)),
        (date(1970, 1, 1), Sex.FEMALE, date(2025, 3, 1)),
        (date(1990, 6, 1), Sex.FEMALE, date(2048, 7, 1)),
    ],
)
def test_the_age_rises_a_month_for_every_four_months_of_birth(
    birth: date, sex: Sex, first_day_retired: date
) -> None:
    assert retirement_date(birth, sex, default_policy()) == first_day_retired


def test_nothing_is_guessed_without_birth_or_sex() -> None:
    assert retirement_date(None, Sex.MALE, default_policy()) is None
    assert retirement_date(date(1980, 1, 1), None, default_policy()) is None


def test_the_pack_has_the_law_and_a_bureau_may_change_its_numbers() -> None:
    policy = default_policy().with_override("retirement.most", 0)
    assert retirement_date(date(1980, 1, 1), Sex.MALE, policy) == date(2040, 2, 1)
    assert policy.source("retirement.step").id == "own"
