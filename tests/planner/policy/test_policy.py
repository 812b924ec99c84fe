"""Packs lie over each other and each number keeps its source."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from planner.errors import InputError
from planner.policy.policy import available_packs, checked, default_policy, named_policy, pack, parse_pack
from planner.policy.settings import SETTINGS
from planner.policy.share import Share


def test_the_default_stack_gives_every_declared_value_a_source() -> None:
    policy = default_policy()
    assert {key: policy.source(key).id for key in SETTINGS}.keys() == SETTINGS.keys()


def test_yunnan_2020_holds_the_four_numbers_of_the_drive_and_nothing_else() -> None:
    assert dict(pack("yunnan2020").values) == {
        "secondment.allowed": 0,
        "station_share.required": Share(40, 100),
        "community_share.required": Share(40, 100),
        "field_time.required": Share(80, 100),
    }


@pytest.mark.parametrize("id_", available_packs())
def test_every_shipped_pack_can_be_read_and_is_dated(id_: str) -> None:
    assert pack(id_).dated.year >= 2019
    assert pack(id_).name.zh
    assert pack(id_).name.en


def test_a_pack_asked_for_by_name_lies_over_the_default_stack() -> None:
    policy = named_policy("陕西2020")
    assert policy.share("station_share.required") == Share(45, 100)
    assert policy.source("station_share.required").id == "shaanxi2020"
    assert policy.source("community_share.required").id == "yunnan2020"


def test_an_own_value_wins_is_listed_and_can_be_taken_back() -> None:
    policy = default_policy().with_override("station_share.required", "45%")
    assert policy.share("station_share.required") == Share(45, 100)
    assert policy.source("station_share.required").id == "own"
    assert policy.changed() == ("station_share.required",)
    assert policy.without_override("station_share.required") == default_policy()


def test_an_own_value_equal_to_the_packs_is_no_change() -> None:
    assert default_policy().with_override("station_minimum.required", 5).changed() == ()


@pytest.mark.parametrize(
    ("key", "raw"),
    [
        ("station_share.required", "140%"),
        ("station_minimum.required", -1),
        ("station_minimum.required", "five"),
        ("counting.traffic", "maybe"),
        ("planning.order", ["secondment"]),
        ("station_share.enforcement", "sometimes"),
    ],
)
def test_an_impossible_value_is_refused_with_what_it_may_be(key: str, raw: object) -> None:
    with pytest.raises(InputError) as refused:
        checked(key, raw)
    assert SETTINGS[key].title.zh in refused.value.message.zh
    assert SETTINGS[key].title.en in refused.value.message.en


def test_an_unknown_pack_is_answered_with_the_known_ones() -> None:
    with pytest.raises(InputError) as refused:
        named_policy("火星2030")
    assert "yunnan2020" in refused.value.message.en


def test_a_pack_with_an_unknown_number_is_refused_by_name() -> None:
    head = 'id="x"\nname={zh="甲",en="A"}\ndated=2020-01-01\nsource={zh="乙",en="B"}\n'
    with pytest.raises(InputError, match="station_shore"):
        parse_pack(f"{head}[values]\nstation_shore = 3\n")


def test_a_pack_that_is_not_toml_is_refused() -> None:
    with pytest.raises(InputError):
        parse_pack("id = ")


_OWN_FILE = """
id = "drill"
name = {{ zh = "演练口径", en = "Drill" }}
dated = 2026-01-01
source = {{ zh = "本局", en = "this bureau" }}
[values]
station_share.required = "{share}"
"""


def test_a_pack_of_the_users_own_is_laid_over_the_default_stack(tmp_path: Path) -> None:
    file = tmp_path / "drill.toml"
    file.write_text(_OWN_FILE.format(share="50/100"), encoding="utf-8")
    policy = named_policy(str(file))
    assert policy.share("station_share.required") == Share(50, 100)
    assert policy.source("station_share.required").name.zh == "演练口径"


def test_a_pack_with_a_share_over_the_whole_is_refused_with_its_file_and_value(tmp_path: Path) -> None:
    file = tmp_path / "drill.toml"
    file.write_text(_OWN_FILE.format(share="140/100"), encoding="utf-8")
    with pytest.raises(InputError) as refused:
        named_policy(str(file))
    assert "drill.toml" in refused.value.message.zh
    assert "“派出所警力占比”不能是“140/100”" in refused.value.message.zh
    assert "0% 到 100%" in refused.value.message.zh


def test_a_pack_file_that_is_not_there_is_told_by_its_path(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        named_policy(str(tmp_path / "nowhere.toml"))
    assert "nowhere.toml" in refused.value.message.en


def test_of_dated_values_the_last_one_due_is_in_force_and_without_any_due_nothing_is_copied() -> None:
    march, may = date(2027, 3, 1), date(2027, 5, 1)
    policy = default_policy().with_later("station_minimum.required", 7, may)
    policy = policy.with_later("station_minimum.required", 6, march)
    numbers = [policy.on(d).count("station_minimum.required") for d in (date(2027, 2, 28), march, may)]
    assert numbers == [5, 6, 7]
    assert policy.on(date(2027, 2, 28)) is policy
    assert policy.on(may).on(may) == policy.on(may)
    assert policy.on(may).changed() == ("station_minimum.required",)
