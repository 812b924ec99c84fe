from __future__ import annotations

import pytest

from planner.errors import InputError
from planner.scenarios.records import Change, ChangeKind
from planner.tables.change_values import read_value, value_choices, value_of
from tests.planner.scenarios.town import MARCH, Town

TOWN = Town()


def of_setting(key: str, value: str = "") -> Change:
    return Change(1, ChangeKind.TARGET, MARCH, key=key, value=value)


@pytest.mark.parametrize(
    ("key", "words", "kept", "shown"),
    [
        ("station_share.required", "45", "45%", "45%"),
        ("station_share.required", "45%", "45%", "45%"),
        ("station_share.required", "0.45", "45%", "45%"),
        ("station_minimum.required", "6", "6", "6"),
        ("counting.traffic", "否", "false", "否"),
        ("station_share.enforcement", "必须满足", "hard", "必须满足"),
    ],
)
def test_a_value_is_kept_as_its_setting_reads_it_and_shown_in_words(
    key: str, words: str, kept: str, shown: str
) -> None:
    assert read_value(words, TOWN.document, of_setting(key)) == {"value": kept}
    assert value_of(of_setting(key, kept), TOWN.document).zh == shown


@pytest.mark.parametrize(
    ("key", "words"), [("station_share.required", "145"), ("station_minimum.required", "多"), ("", "45%")]
)
def test_a_value_that_cannot_be_is_refused(key: str, words: str) -> None:
    with pytest.raises(InputError):
        read_value(words, TOWN.document, of_setting(key))


def test_a_leave_is_of_a_kind_that_has_a_name() -> None:
    leave = Change(1, ChangeKind.LEAVE, MARCH)
    assert read_value("产假", TOWN.document, leave) == {"value": "maternity"}
    assert value_of(Change(1, ChangeKind.LEAVE, MARCH, value="maternity"), TOWN.document).zh == "产假"
    with pytest.raises(InputError):
        read_value("度假", TOWN.document, leave)


def test_only_what_has_choices_offers_them() -> None:
    assert [c.words.zh for c in value_choices(of_setting("counting.traffic"))] == ["是", "否"]
    assert "必须满足" in [c.words.zh for c in value_choices(of_setting("station_share.enforcement"))]
    assert list(value_choices(of_setting("station_share.required"))) == []
