"""Importing again updates what is there: nothing is doubled, nothing a file cannot say is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.county.records import Absence, AbsenceKind, Move, MoveKind, Post, UnitKind
from planner.document import Document
from planner.edits.people import pin
from planner.edits.secondments import add_secondment
from planner.files.choices import ImportChoices
from planner.files.importing import import_workbook
from planner.files.issues import IssueKind
from planner.files.reading import read_workbook
from planner.samples import OFFICIAL, PLAIN, ROSTER_ONLY, Style, generate, messy_roster, write_workbook
from tests.planner.files.books import (
    TODAY,
    home,
    imported,
    kinds,
    person,
    place,
    posting,
    sheet,
    stays,
    unit,
)

HEADER = ("姓名", "警号", "单位", "岗位", "实际工作单位", "备注")
WANG = ("王宇", "001", "城关派出所", "社区民警", "", "")
LI = ("李明", "002", "刑侦大队", "办案", "", "")


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10_000), style=st.sampled_from([OFFICIAL, PLAIN, ROSTER_ONLY]))
def test_importing_the_same_file_twice_gives_an_equal_document(
    seed: int, style: Style, tmp_path: Path
) -> None:
    sample = messy_roster(seed) if style is ROSTER_ONLY else generate(seed, 60 + seed % 90)
    write_workbook(sample, tmp_path / "a.xlsx", style)
    workbook = read_workbook(tmp_path / "a.xlsx")
    first = import_workbook(workbook, on=TODAY)
    again = import_workbook(workbook, into=first.document, on=TODAY)
    assert again.document == first.document
    assert again.issues == first.issues
    assert again.questions == first.questions


def _first() -> Document:
    return imported(HEADER, WANG, LI).document


def test_people_keep_their_ids_and_take_what_the_file_says() -> None:
    old = _first()
    moved = ("王宇", "001", "刑侦大队", "办案", "", "嘉奖")
    found = imported(HEADER, LI, moved, into=old)
    assert {p.name: p.id for p in found.document.county.people.values()} == {
        p.name: p.id for p in old.county.people.values()
    }
    assert home(found, "王宇") == "刑侦大队"
    assert (posting(found, "王宇").post, person(found, "王宇").remarks) == (Post.CASE, "嘉奖")


def test_what_the_file_has_no_column_for_stays() -> None:
    old = _first()
    wang = next(iter(old.county.people))
    old = pin(old, [wang], "专案未结")
    old = add_secondment(old, wang, to_outside="县委组织部", from_=date(2026, 3, 1))
    absence = Absence(old.county.next_id(), wang, AbsenceKind.ANNUAL, TODAY, TODAY)
    move = Move(absence.id + 1, wang, MoveKind.POST_CHANGE, TODAY, None, Post.CASE)
    county = replace(old.county, absences={absence.id: absence}, moves={move.id: move})
    old = replace(old, county=county)
    found = imported(HEADER, WANG, LI, into=old)
    assert person(found, "王宇").pin == "专案未结"
    assert [s.to_outside for s in stays(found, "王宇")] == ["县委组织部"]
    assert found.document.county.absences == county.absences
    assert found.document.county.moves == county.moves


def test_a_column_of_the_file_decides_even_where_it_is_blank() -> None:
    old = imported((*HEADER, "锁定"), (*WANG, "专案"), (*LI, "")).document
    found = imported((*HEADER, "锁定"), (*WANG, ""), (*LI, ""), into=old)
    assert person(found, "王宇").pin == ""


def test_newcomers_are_added_and_who_is_missing_is_kept_and_listed() -> None:
    found = imported(HEADER, WANG, ("赵强", "003", "刑侦大队", "", "", ""), into=_first())
    assert [p.name for p in found.document.county.people.values()] == ["王宇", "赵强", "李明"]
    assert kinds(found) == [IssueKind.NOT_IN_FILE]
    assert found.issues[0].person == person(found, "李明").id
    assert len({r.id for r in found.document.county.postings.values()}) == 3


def test_people_without_numbers_are_recognised_by_name_unit_and_birth() -> None:
    header = ("姓名", "单位", "出生年月")
    rows = (("王宇", "城关派出所", "1985.3"), ("王宇", "城关派出所", "1990.3"))
    old = imported(header, *rows).document
    found = imported(header, *reversed(rows), into=old)
    assert found.document.county.people.keys() == old.county.people.keys()
    assert {p.id: p.birth for p in found.document.county.people.values()} == {
        p.id: p.birth for p in old.county.people.values()
    }


def test_a_number_given_at_last_takes_the_place_of_a_made_up_one() -> None:
    header = ("姓名", "警号", "单位")
    old = imported(header, ("王宇", "", "城关派出所")).document
    found = imported(header, ("王宇", "001", "城关派出所"), into=old)
    [wang] = found.document.county.people.values()
    assert (wang.badge_number, wang.made_up_badge, wang.id) == ("001", False, next(iter(old.county.people)))


def test_a_stay_is_updated_and_not_doubled() -> None:
    header = ("姓名", "警号", "借调单位", "借调开始", "实际返回")
    old = imported(HEADER, WANG, LI, further=[sheet("借调", header, ("王宇", "001", "刑侦", "2026.3", ""))])
    found = imported(
        HEADER, WANG, LI,
        further=[sheet("借调", header, ("王宇", "001", "刑侦大队", "2026.03", "2026.6.1"))],
        into=old.document,
    )  # fmt: skip
    [stay] = stays(found, "王宇")
    assert (stay.id, stay.returned_on) == (stays(old, "王宇")[0].id, date(2026, 6, 1))


@pytest.mark.parametrize(("column", "words"), [(4, "刑侦大队"), (5, "借调至刑侦大队")])
def test_a_stay_that_only_a_column_told_goes_with_its_words(column: int, words: str) -> None:
    away = tuple(words if i == column else cell for i, cell in enumerate(WANG))
    old = imported(HEADER, away, LI)
    assert [place(old, s) for s in stays(old, "王宇")] == ["刑侦大队"]
    found = imported(HEADER, WANG, LI, into=old.document)
    assert not stays(found, "王宇")


def test_a_kind_settled_before_is_kept_and_not_asked_again() -> None:
    rows = (HEADER, WANG, ("赵强", "003", "森林派出所", "", "", ""))
    first = imported(*rows)
    [asked] = [q for q in first.questions if q.key == "森林派出所"]
    settled = imported(*rows, choices=asked.answered("station", ImportChoices()))
    assert unit(settled, "森林派出所").kind is UnitKind.STATION
    found = imported(*rows, into=settled.document)
    assert unit(found, "森林派出所").kind is UnitKind.STATION
    assert not found.issues


def test_short_names_known_from_before_are_understood() -> None:
    old = imported(("姓名", "单位"), ("王宇", "城关派出所")).document
    found = imported(("姓名", "单位"), ("王宇", "城关所"), into=old)
    assert len(found.document.county.units) == 1
    assert found.document.county == replace(old.county)
