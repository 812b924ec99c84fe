"""Looking up only whoever a day may change gives what looking up everybody gives."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from planner.county.records import AbsenceKind, MoveKind, Post, UnitKind
from planner.county.state import state
from planner.forecast.days import standing_from
from tests.planner.building import TODAY, Building

LAST = TODAY + timedelta(days=120)
DAYS = st.integers(-40, 130).map(lambda n: TODAY + timedelta(days=n))
SPANS = st.tuples(DAYS, st.none() | st.integers(0, 60))


def _end(span: tuple[date, int | None]) -> date | None:
    return None if span[1] is None else span[0] + timedelta(days=span[1])


@given(
    leaving=st.lists(DAYS, max_size=2),
    away=st.lists(SPANS, max_size=3),
    absent=st.lists(SPANS, max_size=3),
    moving=st.lists(DAYS, max_size=3),
    dated=st.booleans(),
)
def test_every_day_is_as_if_the_whole_county_were_looked_up_on_it(
    leaving: list[date],
    away: list[tuple[date, int | None]],
    absent: list[tuple[date, int | None]],
    moving: list[date],
    dated: bool,
) -> None:
    b = Building()
    station = b.unit("城关派出所")
    office = b.unit("刑侦大队", UnitKind.ENFORCEMENT)
    b.unit("新所", opened=TODAY + timedelta(days=15) if dated else None)
    for day in leaving:
        b.person(station, left_on=day)
    people = b.people(3, station, Post.COMMUNITY)
    for person, span in zip(people, away, strict=False):
        b.second(person, office, from_=span[0], returned_on=_end(span))
    for person, span in zip(people, absent, strict=False):
        b.absent(person, AbsenceKind.SICK, span[0], _end(span))
    for person, day in zip(people, moving, strict=False):
        b.move(person, MoveKind.TRANSFER, office, Post.CASE, day)
    found = list(standing_from(b.county, b.policy, TODAY, LAST))
    for now, then in zip(found, [*found[1:], None], strict=True):
        until = LAST if then is None else then.date - timedelta(days=1)
        for day in (now.date, until):
            whole = state(b.county, day, b.policy)
            assert (whole.placed, whole.county.units) == (now.placed, now.county.units)


def test_days_asked_for_come_although_nothing_changes() -> None:
    b = Building()
    b.people(2, b.unit("城关派出所"))
    asked = [date(2026, 12, 1), date(2027, 1, 1)]
    assert [s.date for s in standing_from(b.county, b.policy, TODAY, asked[-1], asked)] == [TODAY, *asked]


def test_the_end_of_an_approval_is_a_day_of_its_own() -> None:
    b = Building()
    person = b.person(b.unit("城关派出所"))
    b.second(person, None, from_=date(2026, 1, 1), kept_with_approval=True, kept_until=date(2026, 12, 15))
    days = list(standing_from(b.county, b.policy, TODAY, LAST))
    assert [(s.date, s.is_kept(s.placed[person])) for s in days] == [
        (TODAY, True),
        (date(2026, 12, 16), False),
    ]


def test_a_length_that_counts_as_long_from_a_later_day_turns_on_its_own_days() -> None:
    b = Building()
    person = b.person(b.unit("城关派出所"))
    b.absent(person, AbsenceKind.SICK, TODAY)
    for from_ in (TODAY - timedelta(days=9), TODAY + timedelta(days=9)):
        length = 20 if from_ < TODAY else 60
        policy = b.policy.with_later("counting.long_absence_days", length, from_)
        days = list(standing_from(b.county, policy, TODAY, LAST))
        away = [(day.date, day.placed[person].present_unit is None) for day in days]
        turned = [day for (_, before), (day, after) in pairwise(away) if before != after]
        assert turned == [TODAY + timedelta(days=length)]
