from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from planner.county.records import AbsenceKind, Category, Post, SecondmentKind, Serving, UnitKind
from planner.document import Document
from planner.errors import InputError
from planner.tables import names
from planner.tables.typed import (
    a_badge,
    a_choice,
    a_count,
    a_date_of,
    a_decimal,
    a_flag,
    a_name,
    a_title,
    a_unit,
)
from tests.planner.building import Building


def test_words_of_either_language_and_codes_are_read() -> None:
    assert {a_choice(w, names.POSTS) for w in ("社区民警", "Community", " community ")} == {Post.COMMUNITY}
    assert a_choice(" ", names.POSTS) is None


def test_an_unknown_word_is_refused_with_what_it_may_be() -> None:
    with pytest.raises(InputError, match="leader, community"):
        a_choice("巡逻侠", names.POSTS)


def test_numbers_and_flags_are_read_full_width_too() -> None:
    document = Document()
    assert (a_count("12", document), a_count("", document)) == (12, None)
    assert a_decimal("102.7", document) == 102.7
    assert (a_flag("是", document), a_flag("NO", document), a_flag("", document)) == (True, False, None)
    for read, words in ((a_count, "1.5"), (a_decimal, "x"), (a_flag, "也许")):
        with pytest.raises(InputError):
            read(words, document)


def test_a_unit_is_found_by_its_full_or_short_name_and_never_guessed() -> None:
    b = Building()
    one, other = b.unit("城关派出所", short_name="城关所"), b.unit("城关森林派出所", short_name="森林所")
    document = Document(b.county)
    assert a_unit("城 关 所", document) == one
    assert a_unit("城关", document) == one
    with pytest.raises(InputError, match=r"no unit called.*nearest is “城关派出所”"):
        a_unit("城官所", document)
    renamed = {**b.county.units, other: replace(b.county.units[other], short_name="城关所")}
    with pytest.raises(InputError, match="Several"):
        a_unit("城关所", Document(replace(b.county, units=renamed)))


@pytest.mark.parametrize(
    ("words", "known", "meant"),
    [
        ("片警", names.POSTS, Post.COMMUNITY),
        ("社区", names.POSTS, Post.COMMUNITY),
        ("所领导", names.POSTS, Post.LEADER),
        ("clerk", names.POSTS, Post.OFFICE),
        ("文职", names.CATEGORIES, Category.AUXILIARY),
        ("退休", names.SERVINGS, Serving.LEFT),
        ("retired", names.SERVINGS, Serving.LEFT),
        ("大队", names.UNIT_KINDS, UnitKind.ENFORCEMENT),
        ("帮助工作", names.SECONDMENT_KINDS, SecondmentKind.BORROW),
        ("training", names.SECONDMENT_KINDS, SecondmentKind.SENT_OUT),
        ("婚假", names.ABSENCE_KINDS, AbsenceKind.PERSONAL),
    ],
)
def test_a_coded_cell_takes_the_words_an_import_takes(words: str, known: Any, meant: object) -> None:
    assert a_choice(words, known) == meant


def test_a_status_that_is_a_secondment_is_no_status_of_the_person() -> None:
    with pytest.raises(InputError, match="none of"):
        a_choice("借调", names.SERVINGS)


def test_yes_and_no_are_read_in_the_words_of_an_import() -> None:
    document = Document()
    assert (a_flag("专职", document), a_flag("已建成", document), a_flag("兼职", document)) == (
        True,
        True,
        False,
    )


def test_names_stay_on_one_line_and_badge_numbers_are_narrowed() -> None:
    document = Document()
    assert a_name("王\n宇", document) == a_name("王　宇", document) == "王宇"
    assert a_name("Anna\r\nSmith", document) == "Anna Smith"
    assert a_badge("９９９ ０１", document) == "99901"
    assert a_title("城关\n派出所", document) == "城关派出所"


@pytest.mark.parametrize(("read", "most"), [(a_name, 60), (a_title, 60), (a_badge, 32)])
def test_names_and_badge_numbers_have_a_longest_length(read: Any, most: int) -> None:
    assert read("9" * most, Document()) == "9" * most
    with pytest.raises(InputError, match=f"At most {most}"):
        read("9" * (most + 1), Document())


def test_dates_are_read_as_an_import_reads_them() -> None:
    document, birth, until = Document(), a_date_of("birth"), a_date_of("seconded_until")
    assert birth("１９８５．０３", document) == date(1985, 3, 1)
    assert birth("31000", document) == date(1984, 11, 14)
    assert (until("45000", document), until("至今", document)) == (date(2023, 3, 15), None)


def test_a_date_out_of_reach_is_refused_with_what_may_be() -> None:
    grown = date(date.today().year - 15, 1, 1)
    for field, words in (
        ("birth", "1850-01-01"),
        ("birth", "1929-12-31"),
        ("birth", grown.isoformat()),
        ("seconded_from", "2999-01-01"),
    ):
        with pytest.raises(InputError, match="lies between"):
            a_date_of(field)(words, Document())
