"""A scenario applied: order, bases, conflicts, and the laws that hold for any list of changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.county.records import AbsenceKind, Post
from planner.document import Document
from planner.edits.scenarios import (
    add_change,
    adopt,
    new_scenario,
    remove_changes,
    switch_changes,
)
from planner.scenarios.applying import Applied, applied
from planner.scenarios.kinds import kinds
from planner.scenarios.records import Change, ChangeKind, Scenario, unit_opened_by
from tests.planner.scenarios.town import BEFORE, MARCH, Town, apply_one, scenario_of, sentences, stand

TOWN = Town()
TRANSFER, RETIRE = ChangeKind.TRANSFER, ChangeKind.RETIRE


def test_every_kind_of_change_can_be_made() -> None:
    assert set(kinds()) == set(ChangeKind)


def test_changes_apply_by_date_and_list_order_breaks_ties() -> None:
    clerk = TOWN.clerks[0]
    result = apply_one(
        TOWN.document,
        TOWN.change(TRANSFER, person=clerk, unit=TOWN.small),
        TOWN.change(TRANSFER, person=clerk, unit=TOWN.brigade),
        TOWN.change(TRANSFER, BEFORE, person=clerk, unit=TOWN.big),
    )
    assert result.conflicts == ()
    homes = [stand(result.document, clerk, day).home for day in (date(2027, 2, 27), BEFORE, MARCH)]
    assert homes == [TOWN.office, TOWN.big, TOWN.brigade]


def test_what_cannot_be_made_is_listed_and_the_rest_is_made() -> None:
    clerk = TOWN.clerks[0]
    result = apply_one(
        TOWN.document,
        TOWN.change(RETIRE, BEFORE, person=clerk),
        TOWN.change(TRANSFER, person=clerk, unit=TOWN.small),
        TOWN.change(ChangeKind.MERGE_STATION, unit=TOWN.big, into=TOWN.big),
        TOWN.change(TRANSFER, person=TOWN.clerks[1], unit=TOWN.small),
    )
    assert [c.change for c in result.conflicts] == [2, 3]
    name = TOWN.county.people[clerk].name
    assert sentences(result)[0].startswith(f"2027-03-01 transfer: {name}")
    assert (
        result.conflicts[1].sentence.zh
        == "2027-03-01 派出所合并:“城关派出所”不能并入自身,请选择另一个派出所。"
    )
    assert stand(result.document, TOWN.clerks[1], MARCH).home == TOWN.small


def test_a_base_comes_first_and_what_contradicts_it_is_a_conflict() -> None:
    clerk = TOWN.clerks[0]
    document = scenario_of(TOWN.document, TOWN.change(TRANSFER, person=clerk, unit=TOWN.small))
    document = new_scenario(document, "方案二", base=1)
    document = add_change(document, 2, RETIRE, BEFORE, person=clerk)
    document = add_change(document, 2, TRANSFER, MARCH, person=TOWN.clerks[1], unit=TOWN.small)
    result = applied(document, 2)
    assert result.conflicts == ()
    assert [stand(result.document, id_, MARCH).home for id_ in TOWN.clerks[:2]] == [TOWN.small, TOWN.small]
    alone = applied(document, 1)
    assert stand(alone.document, TOWN.clerks[1], MARCH).home == TOWN.office
    rebased = add_change(document, 1, RETIRE, BEFORE, person=TOWN.clerks[1])
    assert [(c.scenario, c.change) for c in applied(rebased, 2).conflicts] == [(2, 3)]


def test_a_cycle_of_bases_and_a_missing_base_are_listed() -> None:
    change = Change(1, RETIRE, MARCH, person=TOWN.clerks[0])
    turning = {1: Scenario(1, "甲", 2, (change,)), 2: Scenario(2, "乙", 1)}
    result = applied(replace(TOWN.document, scenarios=turning), 2)
    assert [(c.scenario, c.change) for c in result.conflicts] == [(2, None)]
    assert "stands on itself" in sentences(result)[0]
    missing = replace(TOWN.document, scenarios={1: Scenario(1, "甲", 7, (change,))})
    assert "no longer there" in sentences(applied(missing, 1))[0]
    assert applied(missing, 1).document.county.people[TOWN.clerks[0]].left_on == MARCH


def test_days_before_the_first_and_after_the_last_are_conflicts() -> None:
    result = apply_one(
        TOWN.document,
        TOWN.change(ChangeKind.SECONDMENT, person=TOWN.clerks[0], unit=TOWN.brigade, until=date.max),
        TOWN.change(ChangeKind.MERGE_STATION, date.min, unit=TOWN.small, into=TOWN.big),
    )
    assert all("outside any calendar" in said for said in sentences(result))
    assert [c.change for c in result.conflicts] == [2, 1]
    assert contents(result.document) == contents(TOWN.document)


def test_a_scenario_that_is_not_there_is_the_document_itself() -> None:
    assert applied(TOWN.document, 5) == Applied(TOWN.document)


def test_figures_of_a_scenario_are_those_of_the_changed_county() -> None:
    moves = [TOWN.change(TRANSFER, person=id_, unit=TOWN.big) for id_ in TOWN.clerks]
    share = apply_one(TOWN.document, *moves).document.audit(MARCH).target("station_share")
    before = TOWN.document.audit(MARCH).target("station_share")
    assert share is not None
    assert before is not None
    assert share.numerator == before.numerator + 4


# any list of changes, sensible or not

PEOPLE = st.sampled_from([*TOWN.county.people, 9_999])
UNITS = st.sampled_from([*TOWN.county.units, unit_opened_by(1), unit_opened_by(2), 9_999])
DAYS = st.dates(date(2026, 11, 1), date(2027, 12, 31))
SETTINGS_GIVEN = st.sampled_from(
    [
        ("station_share.required", "45%"),
        ("station_minimum.required", "6"),
        ("secondment.allowed", "9"),
        ("", "x"),
    ]
)


@st.composite
def changes(draw: st.DrawFn) -> Mapping[str, Any]:
    kind = draw(st.sampled_from(ChangeKind))
    key, value = draw(SETTINGS_GIVEN)
    if kind is ChangeKind.LEAVE:
        value = draw(st.sampled_from(AbsenceKind)).value
    return {
        "kind": kind,
        "on": draw(DAYS),
        "enabled": draw(st.booleans()),
        "person": draw(st.none() | PEOPLE),
        "unit": draw(st.none() | UNITS),
        "into": draw(st.none() | UNITS),
        "post": draw(st.none() | st.sampled_from(Post)),
        "number": draw(st.none() | st.integers(-1, 30)),
        "until": draw(st.none() | DAYS),
        "key": key,
        "value": value,
        "name": draw(st.sampled_from(["", "新区派出所", "县委政法委"])),
        "people": tuple(draw(st.lists(PEOPLE, max_size=2, unique=True))),
    }


ALL = st.sampled_from(list(TOWN.county.people))
STATIONS = st.sampled_from([TOWN.big, TOWN.small])
OFFICES = st.sampled_from([TOWN.office, TOWN.brigade])
LATER = st.dates(date(2027, 6, 1), date(2027, 12, 31))
NEEDED: Mapping[ChangeKind, Mapping[str, st.SearchStrategy[Any]]] = {
    ChangeKind.TRANSFER: {"person": ALL, "unit": UNITS},
    ChangeKind.POST_CHANGE: {"person": ALL, "post": st.sampled_from(Post)},
    ChangeKind.SECONDMENT: {"person": ALL, "unit": OFFICES, "until": st.none() | LATER},
    ChangeKind.RETURN: {"person": st.just(TOWN.drawn) | ALL},
    ChangeKind.RECRUIT: {"unit": UNITS, "number": st.integers(1, 5), "name": st.just("")},
    ChangeKind.RETIRE: {"person": ALL},
    ChangeKind.LEAVE: {"person": ALL, "until": st.none() | LATER},
    ChangeKind.CAMPAIGN: {
        "unit": OFFICES,
        "people": st.lists(ALL, min_size=1, max_size=2, unique=True).map(tuple),
        "number": st.none(),
        "until": LATER,
    },
    ChangeKind.MERGE_STATION: {"unit": STATIONS, "into": STATIONS},
    ChangeKind.CLOSE_STATION: {"unit": STATIONS, "into": UNITS},
    ChangeKind.CANCEL_REPORT: {"unit": st.just(TOWN.big), "number": st.integers(1, 40)},
}


@st.composite
def plausible(draw: st.DrawFn) -> Mapping[str, Any]:
    """Like `changes`, with what the kind needs, in the first half of 2027."""
    fields = dict(draw(changes()))
    fields["on"] = draw(st.dates(date(2027, 1, 1), date(2027, 5, 31)))
    for name, values in NEEDED.get(fields["kind"], {}).items():
        fields[name] = draw(values)
    return fields


@st.composite
def scenarios(draw: st.DrawFn) -> Document:
    """A document with a scenario on the county and one on that."""
    document = new_scenario(new_scenario(TOWN.document, "方案一"), "方案二", base=1)
    for fields in draw(st.lists(changes() | plausible() | plausible(), max_size=12)):
        document = add_change(document, draw(st.integers(1, 2)), **fields)
    return document


def contents(document: Document) -> tuple[object, ...]:
    return document.county, document.policy, document.duty


@given(scenarios())
@settings(max_examples=150, deadline=None)
def test_with_all_changes_off_it_equals_its_base(document: Document) -> None:
    off = switch_changes(document, [c.id for c in document.scenarios[2].changes], enabled=False)
    assert applied(off, 2) == applied(off, 1)
    off = switch_changes(off, [c.id for c in off.scenarios[1].changes], enabled=False)
    assert applied(off, 2) == Applied(off)


@given(scenarios())
@settings(max_examples=150, deadline=None)
def test_applying_twice_gives_the_same_and_leaves_the_document_as_it_was(document: Document) -> None:
    assert applied(document, 2) == applied(document, 2)
    assert contents(document) == contents(Town().document)


@given(scenarios(), changes() | plausible(), st.data())
@settings(max_examples=150, deadline=None)
def test_going_on_from_an_earlier_version_equals_beginning_anew(
    document: Document, more: Mapping[str, Any], data: st.DataObject
) -> None:
    earlier = applied(document, 2)
    known = [change.id for scenario in document.scenarios.values() for change in scenario.changes]
    if known and data.draw(st.booleans()):
        document = switch_changes(document, [data.draw(st.sampled_from(known))], data.draw(st.booleans()))
    document = add_change(document, data.draw(st.integers(1, 2)), **more)
    assert applied(document, 2, earlier) == applied(document, 2)


def test_what_was_made_before_of_another_county_is_made_anew() -> None:
    document = scenario_of(TOWN.document, TOWN.change(RETIRE, person=TOWN.clerks[0]))
    renamed = replace(document, county=replace(document.county, name="另一个县"))
    assert applied(renamed, 1, applied(document, 1)) == applied(renamed, 1)


@given(scenarios())
@settings(max_examples=150, deadline=None)
def test_adopting_equals_applying(document: Document) -> None:
    while conflicts := applied(document, 2).conflicts:
        document = remove_changes(document, [c.change for c in conflicts if c.change is not None])
    adopted = adopt(document, 2)
    assert contents(adopted) == contents(applied(document, 2).document)
    assert adopted.scenarios == {}


@given(scenarios(), DAYS)
@settings(max_examples=100, deadline=None)
def test_any_scenario_can_be_counted_on_any_day(document: Document, on: date) -> None:
    audit = applied(document, 2).document.audit(on)
    units = audit.state.county.units
    assert all(p.present_unit is None or p.present_unit in units for p in audit.state.counted())
