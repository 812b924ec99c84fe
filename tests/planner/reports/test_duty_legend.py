from __future__ import annotations

from dataclasses import replace

import pytest

from planner.policy.duty_codes import DutyCode, DutyKind
from planner.policy.policy import default_policy
from planner.reports.duty_legend import AWAY, LEAVE, sign_of, signs_used
from planner.text import Text

CODES = default_policy().duty_codes
REST = CODES["rest"]


@pytest.mark.parametrize("id_", ["leave", "sick"])
def test_leave_of_every_kind_looks_alike(id_: str) -> None:
    assert sign_of(CODES[id_]) == LEAVE


@pytest.mark.parametrize(
    "code",
    [
        DutyCode("own", Text("产假", "maternity leave"), "产", "#ffffff", DutyKind.LEAVE),
        replace(REST, name=Text("哺乳", "nursing"), letter="哺"),
        "sick",
        "孕",
    ],
)
def test_a_code_of_the_bureau_that_tells_a_reason_is_leave(code: DutyCode | str) -> None:
    assert sign_of(code) == LEAVE


def test_hours_are_told_of_duties_alone() -> None:
    assert sign_of(CODES["night_duty"]).words.zh == "夜班(20:00—次日8:00,计 12 小时)"
    assert sign_of(CODES["day_duty"]).words.zh == "白班(8:00—20:00,计 12 小时)"
    assert sign_of(CODES["beat"]).words == CODES["beat"].name


def test_a_code_the_policy_does_not_know_stands_as_it_is() -> None:
    assert sign_of("帮厨").letter == "帮厨"


def test_signs_come_once_in_the_order_of_the_policy() -> None:
    known = {id_: sign_of(code) for id_, code in CODES.items()}
    stray = sign_of("帮厨")
    rows = [(AWAY, known["rest"], None), (known["duty"], stray, known["rest"], LEAVE)]
    assert signs_used(known, rows) == (known["duty"], known["rest"], LEAVE, stray, AWAY)
