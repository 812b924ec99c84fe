"""Where everybody counts on a date: the status table of design 3.1, row by row."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.county.records import (
    AbsenceKind,
    Category,
    MoveKind,
    MoveStatus,
    Post,
    SecondmentKind,
    Serving,
    UnitKind,
)
from planner.county.state import Placed, Standing
from tests.planner.building import TODAY, Building


class Scene(Building):
    def __init__(self) -> None:
        super().__init__()
        self.station = self.unit("城关派出所")
        self.second_station = self.unit("文山派出所")
        self.office = self.unit("政工室", UnitKind.ADMINISTRATIVE)
        self.brigade = self.unit("刑侦大队", UnitKind.ENFORCEMENT)
        self.officer = self.person(self.station, Post.COMMUNITY)

    def placed(self, person: int | None = None, on: date = TODAY, moves: str = "in_force") -> Placed:
        return self.state(on, moves).placed[person or self.officer]  # type: ignore[arg-type]


@pytest.fixture
def scene() -> Scene:
    return Scene()


def where(placed: Placed) -> tuple[Standing, int | None, int | None, bool]:
    return placed.standing, placed.books_unit, placed.present_unit, placed.drawn_off


def test_somebody_without_facts_counts_at_home_on_both_ledgers(scene: Scene) -> None:
    assert where(scene.placed()) == (Standing.AT_HOME, scene.station, scene.station, False)


def test_a_draw_off_inside_leaves_the_present_ledger_of_the_station(scene: Scene) -> None:
    scene.second(scene.officer, scene.brigade)
    assert where(scene.placed()) == (Standing.SECONDED_INSIDE, scene.station, scene.brigade, True)


def test_a_draw_off_to_outside_is_present_nowhere(scene: Scene) -> None:
    scene.second(scene.officer, None, to_outside="县委组织部")
    assert where(scene.placed()) == (Standing.SECONDED_OUTSIDE, scene.station, None, True)


def test_a_unit_that_is_not_ours_is_outside_the_bureau(scene: Scene) -> None:
    border = scene.unit("边境派出所", ours=False)
    scene.second(scene.officer, border)
    placed = scene.placed()
    assert placed.standing is Standing.SECONDED_OUTSIDE
    assert scene.state().working_place(placed) == "边境派出所"


def test_station_to_station_counts_where_they_work_and_violates_nothing(scene: Scene) -> None:
    scene.second(scene.officer, scene.second_station)
    expected = (Standing.SECONDED_INSIDE, scene.station, scene.second_station, False)
    assert where(scene.placed()) == expected


def test_headquarters_to_outside_is_away_but_not_drawn_off(scene: Scene) -> None:
    clerk = scene.person(scene.office)
    scene.second(clerk, None, to_outside="省公安厅")
    assert where(scene.placed(clerk)) == (Standing.SECONDED_OUTSIDE, scene.office, None, False)


def test_sent_out_by_the_organisation_is_listed_apart(scene: Scene) -> None:
    scene.second(scene.officer, None, kind=SecondmentKind.SENT_OUT, to_outside="驻村工作队")
    assert where(scene.placed()) == (Standing.SENT_OUT, scene.station, None, False)


def test_training_of_thirty_days_counts_at_home_and_of_thirty_one_does_not(scene: Scene) -> None:
    scene.second(scene.officer, kind=SecondmentKind.SENT_OUT, from_=TODAY, until=TODAY + timedelta(29))
    assert scene.placed().standing is Standing.AT_HOME
    back = scene.person(scene.station)
    scene.second(back, kind=SecondmentKind.SENT_OUT, from_=TODAY, returned_on=TODAY + timedelta(29))
    assert scene.placed(back).standing is Standing.AT_HOME
    longer = scene.person(scene.station)
    scene.second(longer, kind=SecondmentKind.SENT_OUT, from_=TODAY, until=TODAY + timedelta(30))
    assert scene.placed(longer).standing is Standing.SENT_OUT


@pytest.mark.parametrize(("days", "standing"), [(30, Standing.AT_HOME), (31, Standing.LONG_ABSENT)])
def test_sick_leave_over_thirty_days_leaves_the_present_ledger(
    scene: Scene, days: int, standing: Standing
) -> None:
    scene.absent(scene.officer, AbsenceKind.SICK, TODAY, TODAY + timedelta(days - 1))
    assert scene.placed().standing is standing


@pytest.mark.parametrize(
    "kind",
    [
        AbsenceKind.LONG_SICK,
        AbsenceKind.MATERNITY,
        AbsenceKind.SUSPENDED,
        AbsenceKind.DETAINED,
        AbsenceKind.OFF_POST,
    ],
)
@pytest.mark.parametrize("until", [None, TODAY + timedelta(9)])
def test_what_is_a_long_absence_by_its_kind_is_present_nowhere_however_long(
    scene: Scene, kind: AbsenceKind, until: date | None
) -> None:
    scene.absent(scene.officer, kind, None if until is None else TODAY, until)
    assert where(scene.placed()) == (Standing.LONG_ABSENT, scene.station, None, False)


def test_detailed_down_counts_at_the_station_unless_the_switch_says_home(scene: Scene) -> None:
    clerk = scene.person(scene.office)
    scene.second(clerk, scene.station, kind=SecondmentKind.DETAILED_DOWN)
    assert where(scene.placed(clerk)) == (Standing.DETAILED_DOWN, scene.office, scene.station, False)
    scene.override("standing.detailed_down.present", "home")
    assert scene.placed(clerk).present_unit == scene.office


def test_two_days_of_help_count_at_home_and_three_are_a_draw_off(scene: Scene) -> None:
    scene.second(scene.officer, scene.brigade, from_=TODAY, until=TODAY + timedelta(1))
    assert where(scene.placed()) == (Standing.TEMPORARY, scene.station, scene.station, False)
    other = scene.person(scene.station)
    scene.second(other, scene.brigade, from_=TODAY, until=TODAY + timedelta(2))
    assert scene.placed(other).drawn_off


def test_help_that_outlasts_its_planned_end_becomes_a_draw_off(scene: Scene) -> None:
    start = TODAY - timedelta(5)
    scene.second(scene.officer, scene.brigade, from_=start, until=start + timedelta(1))
    assert scene.placed(on=start).standing is Standing.TEMPORARY
    assert scene.placed(on=TODAY).drawn_off


def test_somebody_from_another_bureau_counts_nowhere(scene: Scene) -> None:
    guest = scene.person(scene.station, from_other_bureau=True)
    assert where(scene.placed(guest)) == (Standing.OTHER_BUREAU, None, None, False)


def test_a_draw_off_ends_with_the_actual_return_not_with_the_planned_one(scene: Scene) -> None:
    scene.second(
        scene.officer,
        scene.brigade,
        from_=TODAY - timedelta(90),
        until=TODAY - timedelta(60),
        returned_on=TODAY,
    )
    assert scene.placed(on=TODAY).drawn_off
    assert scene.placed(on=TODAY + timedelta(1)).standing is Standing.AT_HOME


def test_a_secondment_begins_on_its_first_day(scene: Scene) -> None:
    scene.second(scene.officer, scene.brigade, from_=TODAY)
    assert scene.placed(on=TODAY - timedelta(1)).standing is Standing.AT_HOME
    assert scene.placed(on=TODAY).drawn_off


@pytest.mark.parametrize("category", [Category.AUXILIARY, Category.SUPPORT, Category.UNKNOWN])
def test_only_sworn_officers_count(scene: Scene, category: Category) -> None:
    person = scene.person(scene.station, category=category)
    assert not scene.placed(person).standing.counts


def test_service_runs_from_joining_to_the_day_before_leaving(scene: Scene) -> None:
    person = scene.person(scene.station, joined_police=TODAY, left_on=TODAY + timedelta(2))
    served = [scene.placed(person, TODAY + timedelta(d)).standing.counts for d in (-1, 0, 1, 2)]
    assert served == [False, True, True, False]


def test_somebody_marked_as_left_or_with_an_unknown_status_does_not_count(scene: Scene) -> None:
    for serving in (Serving.LEFT, Serving.UNKNOWN):
        person = scene.person(scene.station, serving=serving)
        assert scene.placed(person).standing is Standing.NOT_SERVING


def test_a_blank_unit_is_on_the_books_of_no_unit(scene: Scene) -> None:
    person = scene.person(None)
    placed = scene.placed(person)
    assert placed.standing.counts
    assert placed.books_unit is None


def test_a_proposed_move_changes_nothing_and_an_approved_one_acts_from_its_date(scene: Scene) -> None:
    clerk = scene.person(scene.office)
    scene.move(clerk, MoveKind.TRANSFER, scene.station, Post.COMMUNITY, TODAY, MoveStatus.PROPOSED)
    assert scene.placed(clerk).home == scene.office
    assert scene.placed(clerk, moves="all").home == scene.station
    later = scene.person(scene.office)
    scene.move(later, MoveKind.TRANSFER, scene.station, Post.COMMUNITY, TODAY + timedelta(7))
    assert scene.placed(later).home == scene.office
    assert scene.placed(later, moves="all_approved").present_unit == scene.station
    arrived = scene.placed(later, TODAY + timedelta(7))
    assert (arrived.home, arrived.post) == (scene.station, Post.COMMUNITY)


def test_a_return_move_ends_the_draw_off_on_its_date(scene: Scene) -> None:
    scene.second(scene.officer, scene.brigade, from_=TODAY - timedelta(100))
    scene.move(scene.officer, MoveKind.RETURN, scene.station, Post.COMMUNITY, TODAY)
    assert scene.placed(on=TODAY - timedelta(1)).drawn_off
    assert where(scene.placed()) == (Standing.AT_HOME, scene.station, scene.station, False)


def test_a_draw_off_that_begins_after_the_return_still_holds(scene: Scene) -> None:
    scene.move(scene.officer, MoveKind.RETURN, scene.station, Post.COMMUNITY, TODAY - timedelta(9))
    scene.second(scene.officer, scene.brigade, from_=TODAY)
    assert scene.placed().drawn_off


def test_kept_with_approval_holds_through_its_last_day(scene: Scene) -> None:
    scene.second(scene.officer, scene.brigade, kept_with_approval=True, kept_until=TODAY)
    assert scene.state().is_kept(scene.placed())
    tomorrow = scene.state(TODAY + timedelta(1))
    assert not tomorrow.is_kept(tomorrow.placed[scene.officer])


def test_relatives_are_found_from_either_side(scene: Scene) -> None:
    wife, brother, other = scene.people(3, scene.station)
    scene.relate(scene.officer, wife, "夫妻")
    scene.relate(brother, scene.officer)
    scene.relate(brother, other)
    state = scene.state()
    assert state.relatives(scene.officer) == {wife, brother}
    assert state.relatives(wife) == {scene.officer}
    assert state.relatives(scene.station) == frozenset()
