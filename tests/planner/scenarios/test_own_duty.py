from __future__ import annotations

from dataclasses import replace

from planner.county.duty import Attended, Cell, DutyBook, DutyMonth
from planner.edits.people import remove_people
from planner.edits.scenarios import keep_duty, new_scenario
from planner.scenarios.applying import applied
from tests.planner.scenarios.town import MARCH, Town

TOWN = Town()
WHO = TOWN.beat[0]
OWN = DutyMonth(TOWN.big, MARCH, {WHO: {3: Cell("duty")}, TOWN.beat[1]: {4: Cell("beat")}})


def test_a_roster_of_its_own_stands_in_the_place_of_the_countys_and_attendance_stays() -> None:
    known = DutyMonth(TOWN.big, MARCH, {WHO: {1: Cell("beat")}}, {WHO: {1: Attended("beat", "beat")}})
    document = replace(TOWN.document, duty=DutyBook({known.key: known}))
    result = applied(keep_duty(new_scenario(document, "方案一"), 1, OWN), 1)
    month = result.document.duty.months[OWN.key]
    assert (month.planned, month.attended) == (OWN.planned, known.attended)
    assert document.duty.months[OWN.key] is known


def test_a_scenario_on_another_one_goes_on_with_its_rosters() -> None:
    document = keep_duty(new_scenario(TOWN.document, "方案一"), 1, OWN)
    document = new_scenario(document, "方案二", base=1)
    assert applied(document, 2).document.duty.months[OWN.key].planned == OWN.planned


def test_whoever_is_gone_is_named_and_the_others_stay() -> None:
    document = keep_duty(new_scenario(TOWN.document, "方案一"), 1, OWN)
    document = keep_duty(document, 1, DutyMonth(9_999, MARCH, OWN.planned))
    result = applied(remove_people(document, [WHO]), 1)
    assert list(result.document.duty.months[OWN.key].planned) == [TOWN.beat[1]]
    assert [c.change for c in result.conflicts] == [None, None]
    assert result.conflicts[0].sentence.zh.startswith("方案自有的“城关派出所”2027-03 值班表中有 1 人")
    assert "no longer there" in result.conflicts[1].sentence.en
