"""抽调借调人员台账: by level and borrower, with days, what is overdue, and who came back."""

from __future__ import annotations

from datetime import date

from planner.county.records import BorrowLevel, Post, UnitKind
from planner.document import Document
from planner.reports.paper import Request
from planner.reports.secondment_ledger import Part, gather_secondments
from planner.reports.write import report_pdf
from tests.planner.building import TODAY, Building
from tests.planner.reports.papers import mixed, squeezed


def test_days_count_both_ends_and_overdue_counts_from_the_planned_end() -> None:
    ledger = gather_secondments(Request(mixed(), TODAY))
    row = next(r for r in ledger.part(Part.DRAWN_OFF) if r.name == "张伟")
    assert row.days == (TODAY - date(2026, 1, 1)).days + 1
    assert row.overdue == (TODAY - date(2026, 6, 30)).days


def test_what_is_kept_with_approval_is_overdue_only_after_its_own_end() -> None:
    kept = next(r for r in gather_secondments(Request(mixed(), TODAY)).rows if r.name == "杨帆")
    assert kept.kept
    assert kept.overdue is None
    later = gather_secondments(Request(mixed(), date(2027, 1, 10)))
    assert next(r for r in later.rows if r.name == "杨帆").overdue == 10


def test_sent_out_stands_apart_and_is_not_in_the_total() -> None:
    ledger = gather_secondments(Request(mixed(), TODAY))
    assert [r.name for r in ledger.part(Part.SENT_OUT)] == ["陈涛"]
    assert ledger.total().away == 3


def test_who_came_back_counts_for_the_share_sent_back() -> None:
    ledger = gather_secondments(Request(mixed(), TODAY))
    assert [r.name for r in ledger.part(Part.RETURNED)] == ["林峰"]
    rate = ledger.total().return_rate
    assert rate is not None
    assert (rate.part, rate.whole) == (1, 4)


def test_borrowers_are_listed_by_level_with_person_days() -> None:
    office, prefecture = gather_secondments(Request(mixed(), TODAY)).borrowers
    assert (office.level, office.away, office.returned) == (BorrowLevel.BUREAU, 2, 1)
    assert office.person_days == (TODAY - date(2026, 1, 1)).days + 1 + 30  # 1 February to 2 March
    assert office.unknown_days == 1
    assert (prefecture.level, prefecture.kept, prefecture.person_days) == (BorrowLevel.PREFECTURE, 1, 24)


def test_an_outside_borrower_is_never_listed_as_the_own_bureau() -> None:
    b = Building()
    b.second(b.person(b.unit("城关派出所"), Post.CASE), to_outside="县委办", from_=date(2026, 1, 1))
    (row,) = gather_secondments(Request(Document(b.county), TODAY)).borrowers
    assert row.level is BorrowLevel.OTHER


def test_a_secondment_between_headquarters_units_is_not_counted() -> None:
    b = Building()
    one, other = (b.unit(name, UnitKind.ADMINISTRATIVE) for name in ("政工室", "办公室"))
    b.second(b.person(one), other, from_=date(2026, 1, 1))
    ledger = gather_secondments(Request(Document(b.county), TODAY))
    assert [row.part for row in ledger.rows] == [Part.OTHER]
    assert ledger.borrowers == []


def test_one_that_has_not_begun_is_not_listed() -> None:
    b = Building()
    office = b.unit("政工室", UnitKind.ADMINISTRATIVE)
    b.second(b.person(b.unit("城关派出所")), office, from_=date(2027, 1, 1))
    assert gather_secondments(Request(Document(b.county), TODAY)).rows == []


def test_the_print_says_sums_levels_and_approval() -> None:
    words = squeezed(report_pdf(mixed(), TODAY, "secondments"))
    assert "从派出所抽调借调3人" in words
    assert "其中经批准保留1人，超期未归1人" in words
    assert "清退率25.0%(1/4)" in words
    assert "州市局·州公安局" in words
    assert "局党委，党发9号，至2026-12-31" in words
    assert "有1人未记开始日期" in words


def test_nobody_away_is_said() -> None:
    b = Building()
    b.people(5, b.unit("城关派出所"))
    assert "没有从派出所抽调借调的人员" in squeezed(report_pdf(Document(b.county), TODAY, "secondments"))
