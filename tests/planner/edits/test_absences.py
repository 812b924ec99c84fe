from __future__ import annotations

from datetime import timedelta

import pytest

from planner.county.records import AbsenceKind
from planner.county.state import Standing, state
from planner.document import Document
from planner.edits.absences import (
    add_absence,
    correct_absences,
    correct_absences_of_people,
    remove_absences,
)
from planner.edits.refused import RefusedError
from tests.planner.building import TODAY, Building


def at_work() -> tuple[Document, int]:
    b = Building()
    who = b.person(b.unit("城关派出所"))
    return Document(b.county), who


def test_an_added_absence_counts_and_a_removed_one_does_not() -> None:
    document, who = at_work()
    after = add_absence(document, who, kind=AbsenceKind.MATERNITY, from_=TODAY)
    assert state(after.county, TODAY, after.policy).placed[who].standing is Standing.LONG_ABSENT
    assert remove_absences(after, after.county.absences) == document


def test_an_absence_does_not_end_before_it_begins() -> None:
    document, who = at_work()
    with pytest.raises(RefusedError) as refusal:
        add_absence(document, who, from_=TODAY, until=TODAY - timedelta(days=1))
    assert list(refusal.value.reasons) == [(who, "until")]


def test_a_kind_for_somebody_at_work_begins_an_absence_that_day() -> None:
    document, who = at_work()
    after = correct_absences_of_people(document, {who: {"kind": AbsenceKind.SICK}}, TODAY)
    [record] = after.county.absences.values()
    assert (record.kind, record.from_) == (AbsenceKind.SICK, TODAY)
    again = correct_absences_of_people(after, {who: {"until": TODAY}}, TODAY)
    assert again.county.absences[record.id].until == TODAY


def test_dates_without_a_kind_and_cleared_kinds_are_refused() -> None:
    document, who = at_work()
    with pytest.raises(RefusedError, match="no absence"):
        correct_absences_of_people(document, {who: {"until": TODAY}}, TODAY)
    absent = add_absence(document, who, kind=AbsenceKind.SICK, from_=TODAY)
    with pytest.raises(RefusedError, match="kind of absence"):
        correct_absences(absent, {id_: {"kind": None} for id_ in absent.county.absences})
