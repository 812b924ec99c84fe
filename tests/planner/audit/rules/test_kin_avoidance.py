"""Relatives under one leader, in command of each other, or in an office that the other's post closes."""

from __future__ import annotations

import pytest

from planner.audit.results import Finding, Gravity
from planner.county.records import AbsenceKind, Category, Post, UnitKind
from tests.planner.building import TODAY, Building


class Scene(Building):
    def __init__(self) -> None:
        super().__init__()
        self.station = self.unit("城关派出所")
        self.other_station = self.unit("河口派出所")
        self.office = self.unit("政工室", UnitKind.ADMINISTRATIVE)
        self.brigade = self.unit("刑侦大队", UnitKind.ENFORCEMENT)
        self.leaders = self.unit("局领导", UnitKind.LEADERSHIP)

    def found(self) -> list[Finding]:
        return [f for f in self.audit().findings if f.rule == "kin_avoidance"]


@pytest.fixture
def scene() -> Scene:
    return Scene()


def test_relatives_in_one_unit_are_a_violation_that_names_both(scene: Scene) -> None:
    one, other = scene.people(2, scene.station, Post.CASE)
    scene.relate(one, other, "夫妻")
    [finding] = scene.found()
    assert (finding.gravity, finding.unit, set(finding.people)) == (
        Gravity.VIOLATION,
        scene.station,
        {one, other},
    )
    assert (finding.measured, finding.required, finding.shortfall) == (1, 0, 1)
    for id_ in (one, other):
        assert scene.county.people[id_].badge_number in finding.message.zh
        assert scene.county.people[id_].badge_number in finding.message.en


def test_a_unit_head_and_a_relative_in_the_unit_are_told_as_command(scene: Scene) -> None:
    officer = scene.person(scene.brigade)
    head = scene.person(scene.brigade, Post.LEADER)
    scene.relate(officer, head)
    [finding] = scene.found()
    assert finding.people == (head, officer)
    assert "负责人" in finding.message.zh


def test_relatives_in_different_units_are_no_finding(scene: Scene) -> None:
    scene.relate(scene.person(scene.station), scene.person(scene.other_station))
    scene.relate(scene.person(scene.station, Post.LEADER), scene.person(scene.brigade, Post.LEADER))
    assert not scene.found()


def test_where_they_work_counts_not_where_the_post_is(scene: Scene) -> None:
    one, other = scene.people(2, scene.station)
    scene.relate(one, other)
    away = scene.second(other, scene.brigade)
    assert not scene.found()
    scene.relate(other, scene.person(scene.brigade))
    assert [f.unit for f in scene.found()] == [scene.brigade]
    assert away in scene.county.secondments


def test_the_absent_and_those_who_are_no_civil_servants_are_left_out(scene: Scene) -> None:
    one, other, third = scene.people(3, scene.station)
    scene.relate(one, other)
    scene.absent(other, AbsenceKind.LONG_SICK, TODAY)
    scene.relate(third, scene.person(scene.station, category=Category.AUXILIARY))
    assert not scene.found()


def test_the_bureau_leadership_is_not_one_unit_under_one_leader(scene: Scene) -> None:
    one, other = scene.people(2, scene.leaders, Post.LEADER)
    scene.relate(one, other)
    assert not scene.found()


@pytest.mark.parametrize("name", ["政工监督室", "人事科", "纪检监察室", "督察大队", "装备财务科", "审计室"])
def test_an_office_of_personnel_or_finance_is_closed_to_relatives_of_the_leadership(
    scene: Scene, name: str
) -> None:
    leader = scene.person(scene.leaders, Post.LEADER)
    officer = scene.person(scene.unit(name, UnitKind.ADMINISTRATIVE))
    scene.relate(leader, officer)
    [finding] = scene.found()
    assert (finding.gravity, finding.people) == (Gravity.VIOLATION, (officer, leader))


def test_a_head_of_another_unit_is_to_be_verified(scene: Scene) -> None:
    officer = scene.person(scene.office)
    scene.relate(officer, scene.person(scene.station, Post.LEADER))
    [finding] = scene.found()
    assert (finding.gravity, finding.shortfall) == (Gravity.TO_VERIFY, 0)
    assert "城关派出所" in finding.message.zh


@pytest.mark.parametrize("name", ["有组织犯罪侦查大队", "治安大队"])
def test_other_units_are_open_to_relatives_of_the_leadership(scene: Scene, name: str) -> None:
    officer = scene.person(scene.unit(name, UnitKind.ENFORCEMENT))
    scene.relate(scene.person(scene.leaders, Post.LEADER), officer)
    assert not scene.found()


def test_each_pair_is_one_finding_and_off_is_none(scene: Scene) -> None:
    one, two, three = scene.people(3, scene.station)
    scene.relate(one, two)
    scene.relate(three, one)
    assert len(scene.found()) == 2
    scene.override("kin_avoidance.enforcement", "off")
    assert not scene.found()
