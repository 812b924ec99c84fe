"""What importing again changes, person by person."""

from __future__ import annotations

from dataclasses import replace

from planner.county.records import County, Person
from planner.county.state import state
from planner.document import Document
from planner.tables.import_changes import Change, ChangeRow, change_rows
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
