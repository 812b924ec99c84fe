from __future__ import annotations

from random import Random

import pytest

from planner.samples.names import Names
from planner.samples.places import places


@pytest.mark.parametrize("prefecture", sorted({p.prefecture for p in places()}))
def test_names_are_given_once_and_have_two_to_five_characters(prefecture: str) -> None:
    names = Names(prefecture, Random(1))
    given = [names.next(female) for female in (True, False) for _ in range(400)]
    assert len(set(given)) == len(given)
    assert all(2 <= len(name) <= 5 for name in given)


def test_each_part_of_the_province_has_its_own_surnames() -> None:
    def initials(prefecture: str) -> str:
        names = Names(prefecture, Random(2))
        return "".join(names.next(False)[0] for _ in range(600))

    assert "和" in initials("丽江市")
    assert "刀" in initials("西双版纳傣族自治州")
    assert "普" in initials("楚雄彝族自治州")
    assert "侬" in initials("文山壮族苗族自治州")
    assert "和" not in initials("文山壮族苗族自治州")


def test_a_name_with_an_unusual_character_can_be_asked_for() -> None:
    assert Names("大理白族自治州", Random(3)).unusual("䶮").endswith("䶮")
