from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from planner.county.records import Post
from planner.scenarios.records import Change, ChangeKind
from planner.tables.change_content import content
from tests.planner.scenarios.town import MARCH, Town

TOWN = Town()
PERSON = TOWN.clerks[0]
NAME = TOWN.county.people[PERSON].name
SMALL, BIG = (TOWN.county.units[unit].name for unit in (TOWN.small, TOWN.big))
END = date(2027, 3, 31)


@pytest.mark.parametrize(
    ("kind", "fields", "said"),
    [
        (ChangeKind.TRANSFER, {"person": PERSON, "unit": TOWN.small}, f"{NAME} → {SMALL}"),
        (ChangeKind.POST_CHANGE, {"person": PERSON, "post": Post.COMMUNITY}, f"{NAME}改任社区民警"),
        (
            ChangeKind.SECONDMENT,
            {"person": PERSON, "name": "县禁毒办", "until": END},
            f"{NAME} → 县禁毒办,至 2027-03-31",
        ),
        (ChangeKind.RETURN, {"person": PERSON}, NAME),
        (ChangeKind.RECRUIT, {"unit": TOWN.small, "number": 20}, f"20 人 → {SMALL}"),
        (ChangeKind.RECRUIT, {"unit": TOWN.small, "name": "郑洁"}, f"1 人 → {SMALL}(郑洁)"),
        (ChangeKind.RETIRE, {"person": PERSON}, NAME),
        (ChangeKind.LEAVE, {"person": PERSON, "until": END}, f"{NAME} 请假,至 2027-03-31"),
        (
            ChangeKind.CAMPAIGN,
            {"number": 6, "unit": TOWN.big, "until": END, "people": (PERSON,)},
            f"6 人 → {BIG},至 2027-03-31(指定 {NAME})",
        ),
        (ChangeKind.OPEN_STATION, {"name": "新区派出所", "number": 12}, "新区派出所,编制 12"),
        (ChangeKind.MERGE_STATION, {"unit": TOWN.small, "into": TOWN.big}, f"{SMALL} 并入 {BIG}"),
        (ChangeKind.CLOSE_STATION, {"unit": TOWN.small, "into": TOWN.big}, f"{SMALL},人员到{BIG}"),
        (ChangeKind.CANCEL_REPORT, {"number": 8}, "各派出所 每月少 8 小时"),
        (ChangeKind.MERGE_STATION, {"unit": TOWN.small}, f"{SMALL} 并入 ?"),
    ],
)
def test_a_change_says_whom_and_what_it_is_about(kind: ChangeKind, fields: dict[str, Any], said: str) -> None:
    assert content(Change(1, kind, MARCH, **fields), TOWN.document).zh == said


def test_a_target_names_its_setting_and_its_value() -> None:
    change = Change(1, ChangeKind.TARGET, MARCH, key="station_share.required", value="45%")
    assert content(change, TOWN.document).zh.endswith(":45%")
    assert content(change, TOWN.document).en.endswith(": 45%")
