from __future__ import annotations

from typing import TypeVar

from models.allocation.requirements import GroupShare, Kept, Maximum, Minimum, PostMinimum, PostShare, Returns
from planner.county.records import Post, UnitKind
from planner.optimise.constraints.posts import LEADER_WITH_BEAT
from planner.optimise.movable import movable_range
from planner.optimise.translate import Translation, translate
from tests.planner.building import TODAY, Building

R = TypeVar("R")


def _translated(b: Building, outside: bool = False) -> Translation:
    state = b.state(TODAY, "all_approved")
    return translate(state, movable_range(state), outside)


def _only(translation: Translation, kind: type[R]) -> R:
    [found] = [r for r in translation.problem.requirements if isinstance(r, kind)]
    return found


def test_only_movable_and_returning_officers_are_workers_and_the_rest_are_counted() -> None:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("刑侦大队", UnitKind.ENFORCEMENT)
    b.person(station, Post.LEADER)
    b.person(station, Post.LEADER, beat="东街")
    pinned_away = b.person(station, Post.CASE, pin="案件")
    b.second(pinned_away, office)
    mover = b.person(office, Post.CASE)
    problem = _translated(b).problem
    assert problem.site_by_id[station].fixed == {"leader": 1, LEADER_WITH_BEAT: 1}
    assert {w.id for w in problem.workers} == {pinned_away, mover}
    away = problem.worker_by_id[pinned_away]
    assert (away.must_return, away.movable, away.postable, away.post) == (True, False, False, "case")
    there = problem.worker_by_id[mover]
    assert (there.must_return, there.movable, there.postable) == (False, True, False)


def test_a_draw_off_counts_for_no_minimum_of_the_unit_that_uses_it() -> None:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("刑侦大队", UnitKind.ENFORCEMENT)
    b.people(4, office)
    due, kept = b.people(2, station)
    b.second(due, office)
    b.second(kept, office, kept_with_approval=True)
    translation = _translated(b)
    assert translation.problem.worker_by_id[due].current is None
    assert translation.problem.site_by_id[office].fixed == {}
    assert _only(translation, Kept).at_least == {office: 3}


def test_outside_draw_offs_come_home_only_in_the_second_result() -> None:
    b = Building()
    officer = b.person(b.unit("城关派出所"))
    b.second(officer, None)
    assert _translated(b).returning == frozenset()
    assert _translated(b, outside=True).returning == {officer}


def test_every_rule_becomes_its_requirement_in_the_order_of_the_policy() -> None:
    b = Building()
    station, marked = b.unit("城关派出所"), b.unit("东山派出所", two_teams_one_office=True, minimum=6)
    everyone = b.unit("西山派出所", two_teams_one_office=False, maximum=4)
    b.people(7, b.unit("政工室", UnitKind.ADMINISTRATIVE))
    translation = _translated(b)
    assert translation.problem.levels == tuple(
        f"shortage:{rule}"
        for rule in ("secondment", "station_minimum", "station_share", "community_share", "field_time")
    )
    assert _only(translation, Minimum).at_least == {station: 5, marked: 6, everyone: 5}
    assert _only(translation, GroupShare).at_least == 3, "40% of 7"
    assert set(_only(translation, PostShare).sites) == {station, marked}
    assert _only(translation, PostMinimum).at_least == {(marked, "command_room"): 1, (marked, "case"): 2}
    assert _only(translation, Maximum).at_most == {everyone: 4}


def test_a_hard_rule_has_no_level_and_one_that_is_off_no_requirement() -> None:
    b = Building()
    b.unit("城关派出所")
    b.override("secondment.enforcement", "off")
    b.override("station_share.enforcement", "hard")
    translation = _translated(b)
    assert not [r for r in translation.problem.requirements if isinstance(r, Returns)]
    assert _only(translation, GroupShare).level is None
    assert translation.problem.levels == tuple(
        f"shortage:{rule}" for rule in ("station_minimum", "community_share", "field_time")
    )


def test_a_maximum_never_keeps_a_stations_own_officer_from_coming_home() -> None:
    b = Building()
    station, office = b.unit("城关派出所", maximum=2), b.unit("刑侦大队", UnitKind.ENFORCEMENT)
    b.people(2, station)
    b.second(b.person(station), office)
    assert _only(_translated(b), Maximum).at_most == {station: 3}


def test_where_everybody_holds_a_beat_newcomers_do_too() -> None:
    b = Building()
    everyone = b.unit("西山派出所", two_teams_one_office=False)
    assert _translated(b).problem.site_by_id[everyone].posts == {"community"}


def test_ways_are_priced_where_positions_are_known() -> None:
    b = Building()
    near = b.unit("城关派出所", longitude=100.0, latitude=25.0)
    b.unit("远山派出所")
    office = b.unit("政工室", UnitKind.ADMINISTRATIVE, longitude=100.0, latitude=25.5)
    b.person(office)
    assert _translated(b).problem.travel == {(office, near): 112}
