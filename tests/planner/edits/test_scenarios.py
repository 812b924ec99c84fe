from __future__ import annotations

from datetime import date

import pytest

from planner.county.duty import Cell, DutyMonth
from planner.document import Document
from planner.edits.refused import RefusedError
from planner.edits.scenarios import (
    add_change,
    adopt,
    copy_changes,
    correct_change,
    describe_scenario,
    drop_duty,
    duplicate_scenario,
    keep_duty,
    new_scenario,
    remove_changes,
    remove_scenario,
    rename_scenario,
    reorder_changes,
    set_base,
    switch_changes,
)
from planner.scenarios.applying import applied
from planner.scenarios.records import ChangeKind, person_joined_by, unit_opened_by
from tests.planner.scenarios.town import BEFORE, MARCH, Town, stand

TOWN = Town()


def two() -> Document:
    """Return the town with 合并 on the county and 招警 on that, two changes and one."""
    document = new_scenario(new_scenario(TOWN.document, "合并"), "招警", base=1, note="两步走")
    document = add_change(document, 1, ChangeKind.OPEN_STATION, MARCH, name="新区派出所")
    document = add_change(
        document, 1, ChangeKind.TRANSFER, MARCH, person=TOWN.clerks[0], unit=unit_opened_by(1)
    )
    return add_change(document, 2, ChangeKind.RECRUIT, MARCH, unit=unit_opened_by(1), number=2)


def test_names_are_given_once_and_never_blank() -> None:
    document = two()
    assert rename_scenario(document, 1, " 新设 ").scenarios[1].name == "新设"
    with pytest.raises(RefusedError, match="already"):
        rename_scenario(document, 1, "招警")
    with pytest.raises(RefusedError, match="already"):
        new_scenario(document, "合并")
    with pytest.raises(RefusedError, match="needs a name"):
        new_scenario(document, " ")
    with pytest.raises(RefusedError, match="no longer there"):
        rename_scenario(document, 9, "新设")


def test_a_note_is_kept_with_the_scenario() -> None:
    assert describe_scenario(two(), 1, "局党委会").scenarios[1].note == "局党委会"


def test_a_scenario_others_stand_on_is_not_removed() -> None:
    document = two()
    with pytest.raises(RefusedError, match="招警 stand on “合并”"):
        remove_scenario(document, 1)
    assert list(remove_scenario(document, 2).scenarios) == [1]
    assert remove_scenario(remove_scenario(document, 2), 1).scenarios == {}


def test_a_base_that_leads_back_or_is_not_there_is_refused() -> None:
    document = two()
    for base, why in ((2, "stands on itself"), (1, "stands on itself"), (9, "no longer there")):
        with pytest.raises(RefusedError, match=why):
            set_base(document, 1, base)
    assert set_base(document, 2, None).scenarios[2].base is None
    with pytest.raises(RefusedError, match="no longer there"):
        new_scenario(document, "丙", base=9)


def test_a_change_is_corrected_switched_and_removed_alone() -> None:
    document = two()
    assert correct_change(document, 3, number=5).scenarios[2].changes[0].number == 5
    off = switch_changes(document, [1, 3], enabled=False)
    assert [c.enabled for s in off.scenarios.values() for c in s.changes] == [False, True, False]
    assert switch_changes(off, [1, 3], enabled=True) == document
    assert [c.id for c in remove_changes(document, [1]).scenarios[1].changes] == [2]
    with pytest.raises(RefusedError, match="no longer there"):
        correct_change(document, 9, number=5)


def test_another_order_decides_within_a_day() -> None:
    document = two()
    assert applied(document, 1).conflicts == ()
    turned = reorder_changes(document, 1, [2, 1])
    assert [c.change for c in applied(turned, 1).conflicts] == [2]
    with pytest.raises(RefusedError, match="every change once"):
        reorder_changes(document, 1, [1, 1])


def test_a_copy_stands_beside_and_means_its_own_station() -> None:
    document = duplicate_scenario(two(), 1, "合并B")
    copied = document.scenarios[3]
    assert (copied.name, copied.base, [c.id for c in copied.changes]) == ("合并B", None, [4, 5])
    result = applied(document, 3)
    assert result.conflicts == ()
    assert stand(result.document, TOWN.clerks[0], MARCH).home == unit_opened_by(4)
    assert remove_changes(document, [4, 5]).scenarios[1] == two().scenarios[1]


def test_changes_copied_together_mean_each_other_in_the_other_scenario() -> None:
    document = copy_changes(new_scenario(two(), "合并C"), [1, 2], 3)
    assert [c.id for c in document.scenarios[3].changes] == [4, 5]
    result = applied(document, 3)
    assert result.conflicts == ()
    assert stand(result.document, TOWN.clerks[0], MARCH).home == unit_opened_by(4)
    assert document.scenarios[1] == two().scenarios[1]


def test_a_change_that_is_gone_is_not_copied() -> None:
    with pytest.raises(RefusedError):
        copy_changes(two(), [99], 2)


def test_adopting_goes_on_from_what_is_made_already() -> None:
    document = two()
    assert adopt(document, 2, applied(document, 2)) == adopt(document, 2)


def test_adopting_writes_dated_records_of_all_it_stands_on() -> None:
    after = adopt(two(), 2)
    assert after.scenarios == {}
    assert unit_opened_by(1) not in after.audit(BEFORE).state.county.units
    assert stand(after, TOWN.clerks[0], BEFORE).home == TOWN.office
    assert stand(after, TOWN.clerks[0], MARCH).home == unit_opened_by(1)
    assert len(after.audit(MARCH).state.counted()) == 2 + len(after.audit(BEFORE).state.counted())


def test_what_stood_on_an_adopted_scenario_stands_on_the_county() -> None:
    after = adopt(two(), 1)
    assert {s.name: s.base for s in after.scenarios.values()} == {"招警": None}
    result = applied(after, 2)
    assert result.conflicts == ()
    assert result.document.county == adopt(two(), 2).county


def test_a_scenario_with_a_conflict_is_not_adopted() -> None:
    document = add_change(two(), 2, ChangeKind.RETIRE, MARCH, person=9_999)
    with pytest.raises(RefusedError, match=r"of “招警” cannot be made.*no longer on the roster"):
        adopt(document, 2)


def test_the_station_of_an_adopted_scenario_is_never_taken_for_a_later_one() -> None:
    after = new_scenario(adopt(two(), 2), "丙")
    after = add_change(after, 1, ChangeKind.OPEN_STATION, date(2028, 1, 1), name="二期派出所")
    result = applied(after, 1)
    assert result.conflicts == ()
    assert len(result.document.county.units) == len(after.county.units) + 1


def test_a_copy_brings_recruits_and_rosters_of_its_own() -> None:
    first = person_joined_by(1, 1)
    document = new_scenario(TOWN.document, "招警")
    document = add_change(document, 1, ChangeKind.RECRUIT, MARCH, unit=TOWN.small, number=2)
    document = add_change(document, 1, ChangeKind.TRANSFER, MARCH, person=first, unit=TOWN.big)
    roster = DutyMonth(TOWN.big, MARCH, {first: {3: Cell("beat")}, TOWN.beat[0]: {3: Cell("duty")}})
    document = duplicate_scenario(keep_duty(document, 1, roster), 1, "招警B")
    copied = document.scenarios[2]
    assert copied.changes[1].person == person_joined_by(copied.changes[0].id, 1) != first
    result = applied(document, 2)
    assert result.conflicts == ()
    assert stand(result.document, person_joined_by(copied.changes[0].id, 1), MARCH).home == TOWN.big
    assert list(copied.duty[0].planned) == [person_joined_by(copied.changes[0].id, 1), TOWN.beat[0]]


def test_recruits_of_an_adopted_scenario_are_never_taken_for_those_of_a_later_change() -> None:
    document = new_scenario(TOWN.document, "招警")
    document = adopt(add_change(document, 1, ChangeKind.RECRUIT, MARCH, unit=TOWN.small, number=2), 1)
    document = new_scenario(document, "再招")
    document = add_change(document, 1, ChangeKind.RECRUIT, MARCH, unit=TOWN.small, number=2)
    assert len(applied(document, 1).document.county.people) == len(TOWN.county.people) + 4


def test_a_roster_of_a_scenario_is_dropped_alone() -> None:
    months = [DutyMonth(unit, MARCH, {TOWN.beat[0]: {3: Cell("duty")}}) for unit in (TOWN.big, TOWN.small)]
    document = new_scenario(TOWN.document, "方案一")
    for month in months:
        document = keep_duty(document, 1, month)
    assert drop_duty(document, 1, TOWN.big, MARCH).scenarios[1].duty == (months[1],)
