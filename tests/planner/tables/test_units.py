from __future__ import annotations

from planner.tables.units import COLUMNS, unit_rows
from tests.planner.building import TODAY
from tests.planner.tables.counties import varied


def test_a_unit_shows_both_ledgers_its_vacancies_and_its_shortfalls() -> None:
    city, river, office = unit_rows(varied().audit(TODAY))
    assert (city.books.officers, city.present.officers, city.vacancies, city.drawn_off) == (3, 2, 6, 1)
    assert city.minimum is not None
    assert city.minimum.shortfall == 3
    assert city.residents_each == 15_000
    assert river.community is None  # 全员化 is not judged
    assert office.minimum is None


def test_a_share_is_told_with_its_counts() -> None:
    city, *_ = unit_rows(varied().audit(TODAY))
    column = next(c for c in COLUMNS if c.key == "community_share")
    assert column.words(city, "zh") == "2/2 (100.0%)"
