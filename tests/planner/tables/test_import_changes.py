"""What importing again changes, person by person and scenario by scenario."""

from __future__ import annotations

from dataclasses import replace

from planner.county.records import County, Person
from planner.county.state import state
from planner.document import Document
from planner.edits.policy import set_policy_value
from planner.edits.scenarios import (
    add_change,
    correct_change,
    describe_scenario,
    new_scenario,
    set_base,
    switch_changes,
)
from planner.edits.units import correct_units
from planner.scenarios.records import ChangeKind
from planner.tables.import_changes import (
    Change,
    ChangeRow,
    change_rows,
    further_changes,
    scenario_change_rows,
)
from tests.planner.building import TODAY
from tests.planner.tables.counties import varied

BEFORE = varied()


def named(name: str) -> Person:
    return next(p for p in BEFORE.county.people.values() if p.name == name)


def changes(after: County, missing: frozenset[int] = frozenset()) -> list[ChangeRow]:
    now = Document(after, BEFORE.policy)
    before = state(BEFORE.county, TODAY, BEFORE.policy)
    return change_rows(before, state(now.county, TODAY, now.policy), missing)


def with_person(person: Person) -> County:
    return replace(BEFORE.county, people={**BEFORE.county.people, person.id: person})


def test_the_same_county_changes_nobody() -> None:
    assert changes(BEFORE.county) == []


def test_a_changed_cell_is_told_with_what_stood_there_before() -> None:
    (row,) = changes(with_person(replace(named("王宇"), grade="一级警长")))
    assert (row.change, row.name, row.unit) == (Change.CHANGED, "王宇", "城关派出所")
    assert row.details.zh == "职级:(空) → 一级警长"
    assert row.details.en == "Grade: (blank) → 一级警长"


def test_a_changed_own_column_is_told_by_its_heading() -> None:
    (row,) = changes(with_person(replace(named("李静"), extra={"民族": "汉族"})))
    assert row.details.zh == "民族:彝族 → 汉族"


def test_another_row_of_the_file_is_no_change() -> None:
    assert changes(with_person(replace(named("王宇"), source_row=99))) == []


def test_who_is_new_or_gone_is_listed() -> None:
    new = Person(BEFORE.county.next_id(), "新人", "N1")
    people = {**BEFORE.county.people, new.id: new}
    del people[named("孙立").id]
    rows = changes(replace(BEFORE.county, people=people))
    assert [(row.change, row.name) for row in rows] == [(Change.ADDED, "新人"), (Change.GONE, "孙立")]


def test_who_is_kept_though_missing_from_the_file_is_listed_as_gone() -> None:
    rows = changes(BEFORE.county, frozenset({named("周明").id}))
    assert [(row.change, row.name) for row in rows] == [(Change.GONE, "周明")]


def scenario_rows(before: Document, after: Document) -> list[tuple[Change, str, str, str]]:
    rows = scenario_change_rows(before.scenarios, after.scenarios)
    return [(r.change, r.name, r.details.zh, r.details.en) for r in rows]


def with_scenarios() -> Document:
    document = new_scenario(new_scenario(BEFORE, "甲"), "乙")
    for person in (named("王宇").id, named("李静").id):
        document = add_change(document, 1, ChangeKind.RETIRE, TODAY, person=person)
    return document


def test_a_scenario_the_file_says_the_same_of_is_no_change() -> None:
    assert scenario_rows(with_scenarios(), with_scenarios()) == []


def test_a_new_scenario_is_listed_by_name_with_how_many_changes_it_has() -> None:
    assert scenario_rows(BEFORE, with_scenarios()) == [
        (Change.NEW_SCENARIO, "甲", "变动 2 项", "changes: 2"),
        (Change.NEW_SCENARIO, "乙", "变动 0 项", "changes: 0"),
    ]


def test_a_replaced_scenario_tells_how_many_changes_it_had_and_how_many_differ() -> None:
    before = with_scenarios()
    more = add_change(before, 1, ChangeKind.RETIRE, TODAY, person=named("周明").id)
    assert scenario_rows(before, switch_changes(more, [1], False)) == [
        (Change.REPLACED_SCENARIO, "甲", "变动 2 → 3 项,2 项不同", "changes: 2 → 3, 2 of them differ")
    ]
    same_number = correct_change(before, 2, note="急")
    assert scenario_rows(before, same_number)[0][2] == "变动 2 → 2 项,1 项不同"


def test_another_base_or_note_of_a_scenario_is_told() -> None:
    before = with_scenarios()
    after = describe_scenario(set_base(before, 2, 1), 2, "局党委会")
    assert scenario_rows(before, after) == [
        (Change.REPLACED_SCENARIO, "乙", "基础:现状 → 甲、备注:(空) → 局党委会",
         "Base: As it stands → 甲, Note: (blank) → 局党委会")
    ]  # fmt: skip


def test_rows_of_people_and_scenarios_never_share_an_id() -> None:
    rows = scenario_change_rows({}, with_scenarios().scenarios)
    assert all(row.id < 0 for row in rows)


def test_what_else_a_file_changes_is_named() -> None:
    station = next(iter(BEFORE.county.units))
    units = correct_units(BEFORE, {station: {"authorised": 99}})
    assert further_changes(BEFORE, BEFORE) == ()
    assert [part.zh for part in further_changes(BEFORE, units)] == ["单位"]
    both = set_policy_value(units, "station_share.required", "51%")
    assert [part.zh for part in further_changes(BEFORE, both)] == ["单位", "指标口径"]
