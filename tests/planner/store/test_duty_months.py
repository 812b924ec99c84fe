"""Duty months, calendar days, suspicions and duty codes on disk."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.county.duty import (
    Attended,
    Cell,
    DayKind,
    DutyBook,
    DutyMonth,
    Mark,
    SpecialDay,
    Suspicion,
    Verdict,
)
from planner.document import Document
from planner.errors import InputError
from planner.policy.policy import OWN
from planner.store import open_document, save_document
from planner.store.duty_months import month_rows, read_months

NOVEMBER = date(2026, 11, 1)
DAYS = st.integers(1, 31)
WORDS = st.text(max_size=6)


def grids(cells: st.SearchStrategy[object]) -> st.SearchStrategy[dict[int, dict[int, object]]]:
    return st.dictionaries(st.integers(1, 9999), st.dictionaries(DAYS, cells, max_size=5), max_size=4)


MONTHS = st.builds(
    DutyMonth,
    st.integers(1, 99),
    st.dates().map(lambda d: d.replace(day=1)),
    grids(st.builds(Cell, WORDS, st.booleans())),
    grids(st.builds(Attended, WORDS, WORDS, st.none() | st.sampled_from(Mark), WORDS)),
)


@given(st.lists(MONTHS, max_size=4))
def test_any_months_read_back_as_they_were_written(months: list[DutyMonth]) -> None:
    book = DutyBook({m.key: m for m in months})
    assert read_months(month_rows(book)) == book.months


def filled() -> Document:
    month = DutyMonth(
        7,
        NOVEMBER,
        {3: {1: Cell("duty", locked=True), 2: Cell("rest")}, 4: {30: Cell("beat")}},
        {3: {1: Attended("duty", "duty", Mark.LATE), 2: Attended(afternoon="lent", place="县政府")}},
    )
    book = DutyBook(
        {month.key: month, (8, NOVEMBER): DutyMonth(8, NOVEMBER)},
        (SpecialDay(date(2026, 8, 6), DayKind.FESTIVAL, "火把节"),),
        (Suspicion(3, NOVEMBER, Verdict.CLEARED, "临时帮助清查"),),
    )
    return Document(duty=book)


def test_a_duty_book_survives_saving(tmp_path: Path) -> None:
    save_document(filled(), tmp_path / "a.jingli")
    opened = open_document(tmp_path / "a.jingli")
    assert opened == filled()
    assert list(opened.duty.months) == list(filled().duty.months)


def test_changed_duty_codes_survive_in_their_order(tmp_path: Path) -> None:
    document = Document()
    packs = document.policy.packs
    own = next(p for p in packs if p.id == OWN)
    codes = {"patrol": replace(own.codes["beat"], id="patrol", letter="巡"), "duty": own.codes["duty"]}
    policy = replace(document.policy, packs=tuple(replace(p, codes=codes) if p is own else p for p in packs))
    save_document(replace(document, policy=policy), tmp_path / "a.jingli")
    opened = open_document(tmp_path / "a.jingli").policy
    assert opened == policy
    assert list(opened.duty_codes) == ["patrol", "duty"]


@pytest.mark.parametrize(
    "words", ["{}", '{"planned": {"1": {"1": 5}}, "attended": {}}', '{"planned": {}, "attended": {"x": {}}}']
)
def test_a_month_that_cannot_be_read_is_called_damaged(tmp_path: Path, words: str) -> None:
    path = tmp_path / "a.jingli"
    save_document(filled(), path)
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE duty_months SET json = ?", [words])
    with pytest.raises(InputError) as refused:
        open_document(path)
    assert "损坏" in refused.value.message.zh
