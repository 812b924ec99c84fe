from __future__ import annotations

from datetime import date
from random import Random

from planner.samples.records import ENFORCEMENT, LEADERSHIP, STATION, SampleUnit
from planner.samples.workbook.spellings import Speller
from planner.samples.workbook.style import OFFICIAL, PLAIN, ROSTER_ONLY, Style

UNITS = (
    SampleUnit("城关派出所", "城关所", STATION),
    SampleUnit("刑侦大队", "刑侦", ENFORCEMENT),
    SampleUnit("局领导", "局领导", LEADERSHIP),
    SampleUnit("邻县公安局", "邻局", ENFORCEMENT, ours=False),
)
MARCH = date(1985, 3, 1)


def _speller(style: Style = OFFICIAL) -> Speller:
    return Speller(style, "石屏县公安局", UNITS, Random(1))


def test_a_month_is_written_in_every_way_people_write_it() -> None:
    speller, found = _speller(), set()
    for _ in range(200):
        speller.block()
        found |= {speller.month(MARCH) for _ in range(3)}
    assert found == {"1985.03", "198503", "1985年3月", "1985-3", "1985/3/1", MARCH, 31107}


def test_a_day_keeps_its_day() -> None:
    speller = _speller()
    found = {speller.day(date(2026, 3, 15)) for _ in range(200)}
    assert found == {"2026.03.15", "2026年3月15日", "2026-3-15", "2026/3/15", date(2026, 3, 15)}


def test_nothing_is_written_for_no_date() -> None:
    assert _speller().month(None) is _speller().day(None) is None


def test_names_of_two_characters_are_widened_in_some_blocks() -> None:
    speller, found = _speller(), set()
    for _ in range(30):
        speller.block()
        found.add(speller.name("王宇"))
    assert found == {"王宇", "王　宇"}
    assert speller.name("刀建国") == "刀建国"


def test_units_are_written_in_full_in_short_and_with_the_bureau() -> None:
    speller = _speller()
    assert {speller.unit("城关派出所") for _ in range(100)} == {
        "城关派出所",
        "城关所",
        "石屏县公安局城关派出所",
    }
    assert {speller.unit("邻县公安局") for _ in range(50)} == {"邻县公安局"}
    assert {speller.unit("县委组织部") for _ in range(50)} == {"县委组织部"}
    assert "石屏县公安局局领导" not in {speller.unit("局领导") for _ in range(50)}


def test_without_a_units_sheet_headquarters_keep_a_name_that_can_be_understood() -> None:
    speller = _speller(ROSTER_ONLY)
    assert {speller.unit("刑侦大队") for _ in range(100)} == {"刑侦大队", "石屏县公安局刑侦大队"}


def test_the_first_row_of_a_block_has_the_full_name() -> None:
    speller = _speller()
    for _ in range(30):
        speller.block()
        assert speller.home("城关派出所", first=True) == "城关派出所"


def test_a_plain_workbook_is_spelt_one_way() -> None:
    speller = _speller(PLAIN)
    speller.block()
    assert (speller.name("王宇"), speller.month(MARCH), speller.unit("城关派出所")) == (
        "王宇",
        MARCH,
        "城关派出所",
    )
