from __future__ import annotations

from datetime import date
from random import Random

from planner.samples.careers import civilian_career, months_before, officer_career, probation_career

TODAY = date(2026, 11, 24)


def _years(birth: date, later: date) -> float:
    return ((later.year - birth.year) * 12 + later.month - birth.month) / 12


def test_officers_join_as_adults_and_serve_in_order() -> None:
    random = Random(1)
    for index in range(500):
        female = index % 3 == 0
        career = officer_career(TODAY, female, 25, 59, random)
        assert career.joined_police is not None
        assert 20 <= _years(career.birth, career.joined_police) <= 34
        assert _years(career.birth, TODAY) < (55 if female else 60)
        assert career.joined_work <= career.joined_police <= career.in_unit_since
        assert career.in_unit_since <= career.in_position_since <= TODAY


def test_a_rank_comes_with_years_of_service() -> None:
    random = Random(2)
    young = {officer_career(TODAY, False, 25, 27, random).rank for _ in range(50)}
    old = {officer_career(TODAY, False, 50, 58, random).rank for _ in range(50)}
    assert young <= {"二级警司", "一级警司"}
    assert old <= {"二级警督", "一级警督", "三级警督"}


def test_the_first_year_has_no_rank() -> None:
    career = probation_career(TODAY, Random(3))
    assert career.rank == ""
    assert career.joined_police is not None
    assert _years(career.joined_police, TODAY) < 1


def test_civilians_never_joined_the_police() -> None:
    assert civilian_career(TODAY, Random(4)).joined_police is None


def test_months_are_counted_back_over_years() -> None:
    assert months_before(TODAY, 0) == date(2026, 11, 1)
    assert months_before(TODAY, 11) == date(2025, 12, 1)
    assert months_before(TODAY, -2) == date(2027, 1, 1)
