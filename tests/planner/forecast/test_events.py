"""What is said to have happened to somebody between two days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.county.state import state
from planner.forecast.events import EventKind, event_of
from planner.text import Text
from tests.planner.building import TODAY, Building


@pytest.mark.parametrize(
    ("kept_until", "kind"),
    [(TODAY, EventKind.APPROVAL_ENDS), (date(2027, 12, 31), EventKind.COUNTED_OTHERWISE)],
)
def test_an_approval_is_said_to_end_only_on_the_day_it_does(kept_until: date, kind: EventKind) -> None:
    b = Building()
    person = b.person(b.unit("城关派出所"))
    b.second(person, None, from_=date(2026, 1, 1), kept_with_approval=True, kept_until=kept_until)
    tomorrow = TODAY + timedelta(days=1)
    before = state(b.county, TODAY, b.policy)
    now = state(b.county, tomorrow, b.policy.with_override("weight.sworn", 50))
    assert event_of(person, before, now, frozenset()).kind is kind


def test_a_secondment_to_a_place_without_a_name_is_said_to_be_outside() -> None:
    b = Building()
    person = b.person(b.unit("城关派出所"), name="张三", badge_number="1")
    tomorrow = TODAY + timedelta(days=1)
    b.second(person, None, from_=tomorrow)
    before, now = state(b.county, TODAY, b.policy), state(b.county, tomorrow, b.policy)
    assert event_of(person, before, now, frozenset()).words == Text(
        "张三(1)抽调借调至局外单位", "张三 (1) is seconded to an outside unit"
    )
