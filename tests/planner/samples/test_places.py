from __future__ import annotations

import pytest

from planner.samples.places import find_place, places, without_nationalities


def test_all_counties_of_yunnan_are_there_with_their_towns() -> None:
    assert len(places()) == len({p.code for p in places()}) == 129
    assert len({p.prefecture for p in places()}) == 16
    assert sum(len(p.townships) for p in places()) == 1461
    assert all(p.population > 10_000 and len(p.towns) >= 3 for p in places())


def test_towns_of_a_county_are_bare_distinct_names() -> None:
    for place in places():
        assert len(set(place.towns)) == len(place.towns)
        assert all(len(t) >= 2 and not t.endswith(("镇", "街道", "族乡", "族")) for t in place.towns)


@pytest.mark.parametrize(
    ("name", "bureau"),
    [
        ("石屏县", "石屏县公安局"),
        ("石林彝族自治县", "石林县公安局"),
        ("双江拉祜族佤族布朗族傣族自治县", "双江县公安局"),
        ("五华区", "昆明市公安局五华分局"),
        ("弥勒市", "弥勒市公安局"),
    ],
)
def test_a_bureau_is_called_as_its_county_is(name: str, bureau: str) -> None:
    place = find_place(name)
    assert place is not None
    assert place.bureau == bureau


def test_a_county_is_found_by_its_short_name_and_code() -> None:
    assert find_place("石林县") == find_place("530126") == find_place("石林彝族自治县")
    assert find_place("上海市") is None


def test_a_prefecture_loses_its_nationalities() -> None:
    assert {p.prefecture_short for p in places()} >= {"红河州", "德宏州", "大理州", "昆明市"}


def test_nationalities_are_cut_off_names_but_not_whole_names() -> None:
    assert without_nationalities("高良壮族苗族瑶族") == "高良"
    assert without_nationalities("大回族") == "大回族"


def test_the_officers_of_all_counties_are_about_thirty_thousand() -> None:
    officers = sorted(p.officers for p in places())
    assert 29_000 <= sum(officers) <= 31_000
    assert 170 <= officers[64] <= 190
    assert (officers[0], officers[-1] <= 1100) == (80, True)
