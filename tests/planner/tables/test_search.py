from __future__ import annotations

from planner.document import Document
from planner.tables.search import search
from tests.planner.building import TODAY, Building
from tests.planner.tables.counties import varied


def test_exact_matches_come_first_and_units_are_found_too() -> None:
    b = Building()
    station = b.unit("王家派出所", short_name="王家所")
    b.person(station, name="王")
    b.person(station, name="小王")
    found = search(Document(b.county).audit(TODAY).state, "王")
    assert [f.words for f in found] == ["王", "王家派出所", "小王"]
    assert [f.is_person for f in found] == [True, False, True]


def test_a_badge_number_is_found_by_any_part() -> None:
    state = varied().audit(TODAY).state
    person = next(iter(state.county.people.values()))
    assert search(state, person.badge_number[-3:])[0].id == person.id


def test_blank_words_find_nothing_and_the_list_is_kept_short() -> None:
    state = varied().audit(TODAY).state
    assert search(state, " ") == []
    assert len(search(state, "0", most=3)) == 3
