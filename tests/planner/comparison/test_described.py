"""What an option is, in one line: numbers, dates and values, and nobody's name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from planner.comparison.described import described
from planner.comparison.options import compared
from planner.document import Document
from planner.edits.scenarios import add_change, new_scenario
from planner.scenarios.records import ChangeKind
from planner.text import Text
from tests.planner.building import TODAY
from tests.planner.scenarios.town import Town

JUNE, JULY = date(2027, 6, 1), date(2027, 7, 1)


def said(document: Document) -> Text:
    option = compared(document, tuple(document.scenarios.values()), TODAY).options[1]
    return described(option, document)


def one(kind: ChangeKind, on: date, **fields: Any) -> Text:
    return said(add_change(new_scenario(Town().document, "甲"), 1, kind, on, **fields))


TOWN = Town()
BIG, SMALL, OFFICE, CLERKS = TOWN.big, TOWN.small, TOWN.office, TOWN.clerks


@pytest.mark.parametrize(
    ("kind", "fields", "zh"),
    [
        (
            ChangeKind.CAMPAIGN,
            {"number": 2, "unit": OFFICE, "until": JULY},
            "专项行动 2 人,2027-06-01 至 2027-07-01",
        ),
        (
            ChangeKind.TARGET,
            {"key": "station_share.required", "value": "45%"},
            "派出所警力占比 40% → 45%,自 2027-06-01 起",
        ),
        (ChangeKind.RECRUIT, {"number": 20, "unit": BIG}, "新警 20 人到城关派出所,2027-06-01"),
        (ChangeKind.MERGE_STATION, {"unit": SMALL, "into": BIG}, "河口派出所并入城关派出所,2027-06-01"),
        (
            ChangeKind.CLOSE_STATION,
            {"unit": SMALL, "into": BIG},
            "撤销河口派出所,人员到城关派出所,2027-06-01",
        ),
        (ChangeKind.CLOSE_STATION, {"unit": SMALL}, "撤销河口派出所,2027-06-01"),
        (ChangeKind.OPEN_STATION, {"name": "新城派出所"}, "新设新城派出所,2027-06-01"),
        (ChangeKind.CANCEL_REPORT, {"number": 9}, "各派出所每月少 9 小时报表,自 2027-06-01 起"),
        (ChangeKind.SECONDMENT, {"person": CLERKS[0], "name": "州公安局"}, "抽调借调 1 人,自 2027-06-01 起"),
    ],
)
def test_a_change_is_told_with_its_number_date_and_value(
    kind: ChangeKind, fields: dict[str, Any], zh: str
) -> None:
    assert one(kind, JUNE, **fields).zh == zh


def test_people_of_one_kind_are_counted_together_without_their_names() -> None:
    town = Town()
    document = new_scenario(town.document, "甲")
    for n, clerk in enumerate(town.clerks):
        document = add_change(document, 1, ChangeKind.RETIRE, JUNE if n else JULY, person=clerk)
    assert said(document).zh == "退休离职 4 人,2027-06-01 至 2027-07-01 间"
    assert said(document).en == "retirement: 4, between 2027-06-01 and 2027-07-01"


def test_only_the_first_parts_are_spelled_out_and_what_is_switched_off_is_not_said() -> None:
    document = new_scenario(Town().document, "甲")
    for n in range(8):
        document = add_change(document, 1, ChangeKind.CANCEL_REPORT, JUNE, number=n + 1)
    assert said(document).zh.endswith("每月少 6 小时报表,自 2027-06-01 起;另有变动 2 项")
    scenario = document.scenarios[1]
    off = replace(scenario, changes=tuple(replace(change, enabled=False) for change in scenario.changes))
    assert said(replace(document, scenarios={1: off})).zh == "未启用任何变动"
