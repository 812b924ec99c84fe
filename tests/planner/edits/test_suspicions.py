"""Deciding about suspicions of hidden secondment."""

from __future__ import annotations

from datetime import date

import pytest

from planner.county.duty import Suspicion, Verdict
from planner.document import Document
from planner.edits.refused import RefusedError
from planner.edits.suspicions import decide_suspicion, withdraw_decision
from tests.planner.building import TODAY, Building

NOVEMBER = date(2026, 11, 1)


def one_officer() -> tuple[Document, int]:
    b = Building()
    person = b.person(b.unit("城关派出所"))
    return Document(b.county), person


def test_a_later_decision_replaces_the_earlier_one_of_the_same_month() -> None:
    document, person = one_officer()
    document = decide_suspicion(document, person, TODAY, Verdict.CONFIRMED)
    document = decide_suspicion(document, person, NOVEMBER, Verdict.CLEARED, " 协助清查 ")
    assert document.duty.suspicions == (Suspicion(person, NOVEMBER, Verdict.CLEARED, "协助清查"),)


def test_clearing_needs_a_reason() -> None:
    document, person = one_officer()
    with pytest.raises(RefusedError) as refused:
        decide_suspicion(document, person, TODAY, Verdict.CLEARED, "  ")
    assert "写明理由" in refused.value.message.zh


def test_a_withdrawn_decision_leaves_the_month_undecided() -> None:
    document, person = one_officer()
    decided = decide_suspicion(document, person, TODAY, Verdict.CONFIRMED)
    assert withdraw_decision(decided, person, TODAY) == document
    with pytest.raises(RefusedError):
        withdraw_decision(document, person, TODAY)


def test_nobody_unknown_is_decided_about() -> None:
    with pytest.raises(RefusedError):
        decide_suspicion(Document(), 5, TODAY, Verdict.CONFIRMED)
