from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.county.records import BorrowLevel, SecondmentKind, SecondmentSource, UnitKind
from planner.county.state import state
from planner.document import Document
from planner.edits.refused import RefusedError
from planner.edits.secondments import (
    add_secondment,
    confirm,
    correct_secondments,
    correct_secondments_of_people,
    keep_with_approval,
    redirect,
    remove_secondments,
    return_home,
)
from tests.planner.building import TODAY, Building


def away() -> tuple[Document, int, int, int]:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("政工室", UnitKind.ADMINISTRATIVE)
    who = b.person(station)
    record = b.second(who, office, from_=date(2026, 1, 1), to_verify=True, source=SecondmentSource.REMARKS)
    return Document(b.county), who, office, record


def drawn_off(document: Document, who: int, on: date = TODAY) -> bool:
    return state(document.county, on, document.policy).placed[who].drawn_off


def test_a_returned_officer_counts_away_up_to_the_last_day_and_no_longer() -> None:
    document, who, _, record = away()
    after = return_home(document, [record], TODAY)
    assert drawn_off(after, who, TODAY)
    assert not drawn_off(after, who, TODAY + timedelta(days=1))


def test_nobody_returns_before_the_secondment_begins() -> None:
    document, _, _, record = away()
    with pytest.raises(RefusedError) as refusal:
        return_home(document, [record], date(2025, 12, 31))
    assert list(refusal.value.reasons) == [(record, "returned_on")]


def test_an_approval_keeps_the_officer_up_to_its_end() -> None:
    document, who, _, record = away()
    after = keep_with_approval(document, [record], "局党委", "〔2026〕3号", TODAY)
    kept = state(after.county, TODAY, after.policy)
    assert kept.is_kept(kept.placed[who])
    later = state(after.county, TODAY + timedelta(days=1), after.policy)
    assert not later.is_kept(later.placed[who])


def test_a_confirmed_suspicion_is_a_record_and_a_cleared_one_is_gone() -> None:
    document, who, _, record = away()
    confirmed = confirm(document, [record]).county.secondments[record]
    assert (confirmed.to_verify, confirmed.source) == (False, SecondmentSource.RECORD)
    assert not drawn_off(remove_secondments(document, [record]), who)


def test_naming_a_borrowing_unit_for_somebody_at_home_begins_a_draw_off_that_day() -> None:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("政工室", UnitKind.ADMINISTRATIVE)
    who = b.person(station)
    after = correct_secondments_of_people(Document(b.county), {who: {"to_unit": office}}, TODAY)
    [record] = after.county.secondments.values()
    assert (record.from_, record.kind, record.to_unit) == (TODAY, SecondmentKind.DRAW_OFF, office)
    assert drawn_off(after, who)


def test_naming_another_unit_for_somebody_away_corrects_the_record_in_force() -> None:
    document, who, _, record = away()
    after = correct_secondments_of_people(document, {who: {"to_unit": None, "to_outside": "县委办"}}, TODAY)
    changed = after.county.secondments[record]
    assert (changed.to_unit, changed.to_outside, changed.level) == (
        None,
        "县委办",
        BorrowLevel.PARTY_GOVERNMENT,
    )
    assert len(after.county.secondments) == 1


def test_the_borrowing_unit_cannot_be_cleared_nor_dates_given_without_one() -> None:
    document, who, _, _ = away()
    with pytest.raises(RefusedError, match="borrowing unit") as refusal:
        correct_secondments_of_people(document, {who: {"to_unit": None, "to_outside": ""}}, TODAY)
    assert list(refusal.value.reasons) == [(who, "to_unit")]
    b = Building()
    home = b.person(b.unit("城关派出所"))
    with pytest.raises(RefusedError, match="no secondment"):
        correct_secondments_of_people(Document(b.county), {home: {"until": TODAY}}, TODAY)
    document = Document(b.county)
    assert correct_secondments_of_people(document, {home: {"until": None}}, TODAY) == document


def test_an_outside_secondment_keeps_the_level_it_is_given() -> None:
    document, who, _, _ = away()
    after = add_secondment(document, who, to_outside="省公安厅", level=BorrowLevel.PROVINCE, from_=TODAY)
    *_, record = after.county.secondments.values()
    assert record.level is BorrowLevel.PROVINCE
    assert correct_secondments(after, {record.id: {"reason": "专案"}}).county.secondments[record.id].reason


def test_an_outside_unit_borrows_at_the_level_its_name_tells() -> None:
    document, who, _, _ = away()
    for place, level in (("县委组织部", BorrowLevel.PARTY_GOVERNMENT), ("省厅", BorrowLevel.PROVINCE)):
        *_, record = add_secondment(document, who, to_outside=place).county.secondments.values()
        assert record.level is level


def test_a_redirected_secondment_goes_on_elsewhere_from_the_day_and_ends_for_whoever_is_home_there() -> None:
    b = Building()
    station, office, other = b.unit("城关派出所"), b.unit("政工室"), b.unit("刑侦大队")
    who, at_home = b.person(station), b.person(other)
    records = [b.second(person, office, from_=date(2026, 1, 5)) for person in (who, at_home)]
    after = redirect(Document(b.county), records, other, TODAY)
    before, then = (state(after.county, d, b.policy).placed for d in (TODAY - timedelta(days=1), TODAY))
    assert [before[p].present_unit for p in (who, at_home)] == [office, office]
    assert [then[p].present_unit for p in (who, at_home)] == [other, other]
    assert then[at_home].secondment is None
