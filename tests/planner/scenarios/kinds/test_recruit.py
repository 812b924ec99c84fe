from __future__ import annotations

import pytest

from planner.county.records import Category
from planner.edits.refused import RefusedError
from planner.scenarios.records import ChangeKind
from tests.planner.scenarios.town import BEFORE, MARCH, Town

RECRUIT = ChangeKind.RECRUIT


def test_so_many_probationers_count_at_the_unit_from_the_date() -> None:
    town = Town()
    after = town.changed(RECRUIT, unit=town.small, number=20)
    before, then = after.audit(BEFORE), after.audit(MARCH)
    assert len(then.state.counted()) - len(before.state.counted()) == 20
    new = [p for p in then.state.counted() if p.person.id not in town.county.people]
    assert {(p.present_unit, p.person.category, p.person.made_up_name) for p in new} == {
        (town.small, Category.PROBATIONER, True)
    }
    assert len({p.badge_number for p in after.county.people.values()}) == len(after.county.people)


def test_a_named_recruit_is_one_person() -> None:
    town = Town()
    after = town.changed(RECRUIT, unit=town.small, name="李新")
    *_, new = after.county.people.values()
    assert (new.name, new.made_up_name, new.joined_police) == ("李新", False, MARCH)
    with pytest.raises(RefusedError, match="one person"):
        town.changed(RECRUIT, unit=town.small, name="李新", number=2)


@pytest.mark.parametrize("number", [None, 0, -3, 100_000])
def test_a_number_of_people_is_needed(number: int | None) -> None:
    town = Town()
    with pytest.raises(RefusedError, match="from 1 to 99,999"):
        town.changed(RECRUIT, unit=town.small, number=number)
