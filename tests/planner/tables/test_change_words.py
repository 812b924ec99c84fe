from __future__ import annotations

import pytest

from planner.document import Document
from planner.edits.scenarios import add_change, new_scenario
from planner.errors import InputError
from planner.scenarios.records import Change, ChangeKind, person_joined_by, unit_opened_by
from planner.tables.change_words import FIELDS, a_list_of_people, person_name, setting_titles, unit_name
from tests.planner.scenarios.town import MARCH, Town

TOWN = Town()
TARGET = Change(1, ChangeKind.TARGET, MARCH)


def of_setting(key: str, value: str = "") -> Change:
    return Change(1, ChangeKind.TARGET, MARCH, key=key, value=value)


def read(key: str, words: str, change: Change = TARGET) -> dict[str, object]:
    return FIELDS[key].read(words, TOWN.document, change)


def test_another_setting_drops_the_value_of_the_one_before() -> None:
    before = of_setting("station_share.required", "45%")
    assert read("key", "station minimum", before) == {"key": "station_minimum.required", "value": ""}
    assert read("key", "派出所警力占比", before) == {"key": "station_share.required"}
    with pytest.raises(InputError):
        read("key", "不存在的指标", before)


def test_an_order_of_rules_is_no_value_a_change_can_have() -> None:
    assert "planning.order" not in setting_titles()


def test_a_borrower_is_a_unit_or_a_name_outside() -> None:
    assert read("to", "刑侦大队") == {"unit": TOWN.brigade, "name": ""}
    assert read("to", "州公安局") == {"unit": None, "name": "州公安局"}


def test_a_list_names_people_by_name_or_badge_each_once() -> None:
    one, other = (TOWN.county.people[id_] for id_ in TOWN.clerks[:2])
    words = f"{one.name}、{other.badge_number}，{one.badge_number}"
    assert a_list_of_people(words, TOWN.document) == (one.id, other.id)
    with pytest.raises(InputError):
        a_list_of_people(f"{one.name}、无此人", TOWN.document)


def test_what_another_change_makes_has_its_name() -> None:
    document = new_scenario(TOWN.document, "方案一")
    document = add_change(document, 1, ChangeKind.OPEN_STATION, MARCH, name="新区派出所")
    document = add_change(document, 1, ChangeKind.RECRUIT, MARCH, unit=TOWN.big, number=2)
    assert unit_name(document, unit_opened_by(1)).zh == "新区派出所"
    assert person_name(document, person_joined_by(2, 2)).zh == "新警2"


def test_what_is_gone_is_said_to_be_gone() -> None:
    assert unit_name(Document(), TOWN.big).zh == "(单位已不存在)"
    assert person_name(Document(), TOWN.clerks[0]).zh == "(人员已不在花名册)"


def test_a_form_begins_without_what_is_gone() -> None:
    change = Change(1, ChangeKind.TRANSFER, MARCH, person=TOWN.clerks[0], unit=TOWN.small)
    for key in ("person", "unit"):
        begin = FIELDS[key].start
        assert begin is not None
        assert (
            begin(change, TOWN.document).zh
            == {
                "person": f"{TOWN.county.people[TOWN.clerks[0]].name}  "
                f"{TOWN.county.people[TOWN.clerks[0]].badge_number}",
                "unit": "河口派出所",
            }[key]
        )
        assert begin(change, Document()).zh == ""
