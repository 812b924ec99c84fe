"""方案比较: one page for the leadership, names behind it, nothing private and nothing merely suspected."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import cache
from io import BytesIO

import pytest
from openpyxl import load_workbook

from planner.audit.results import GRAVITY_NAMES, Gravity
from planner.comparison.answers import Answer, answer_for, missing, with_answer
from planner.comparison.options import Comparison, compared
from planner.county.records import AbsenceKind
from planner.document import Document
from planner.edits.scenarios import add_change, describe_scenario, new_scenario
from planner.optimise.running import Limits, Stop
from planner.reports.comparison import comparison_drawing, gather_comparison
from planner.reports.paper import Request
from planner.reports.write import report_pdf, report_xlsx
from planner.samples import AS_OF
from planner.scenarios.records import ChangeKind
from planner.text import Language
from tests.planner.reports.papers import PRIVATE, mixed, pages, sample, squeezed, word_heights

NAMES = ("撤销一所", "四人退休", "新警二十人", "占比四十五")


@cache
def branched(n: int = 3) -> Document:
    """Return the sample with so many scenarios, the four kinds in turn."""
    document = sample()
    state = document.audit(AS_OF).state
    stations = state.stations()
    for k in range(n):
        name = NAMES[k % 4] if k < 4 else f"{NAMES[k % 4]}{k}"
        document = new_scenario(document, name)
        scenario = max(document.scenarios)
        if k % 4 == 0:
            document = add_change(
                document, scenario, ChangeKind.MERGE_STATION, AS_OF, unit=stations[-1].id, into=stations[0].id
            )
        elif k % 4 == 1:
            for placed in state.counted()[20:24]:
                document = add_change(document, scenario, ChangeKind.RETIRE, AS_OF, person=placed.person.id)
        elif k % 4 == 2:
            document = add_change(
                document, scenario, ChangeKind.RECRUIT, AS_OF, number=20, unit=stations[0].id
            )
        else:
            document = add_change(
                document, scenario, ChangeKind.TARGET, AS_OF, key="station_share.required", value="45%"
            )
    return document


@cache
def planned() -> Comparison:
    document = branched()
    found = compared(document, tuple(document.scenarios.values()), AS_OF)
    for answer in Answer:
        for n in missing(found, answer):
            value = answer_for(found.options[n], AS_OF, answer, Limits(20), lambda _: None, Stop())
            found = with_answer(found, n, answer, value)
    return found


def paper(found: Comparison, language: Language = "zh") -> bytes:
    return report_pdf(found.base, found.on, "comparison", None, language, "花名册.jingli", compared=found)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_options_stand_on_the_first_page_with_what_they_cost_and_reach(language: Language) -> None:
    first = pages(paper(planned(), language))[0]
    words = "".join(first.split())
    for letter, name in zip("ABC", NAMES, strict=False):
        assert f"{letter}{name}" in words
    for audit in (option.audit for option in planned().options):
        target = audit.target("station_share")
        assert target is not None
        assert f"{target.numerator}/{target.denominator}" in words
    both = {
        "zh": ("代价", "可达到", "另按调整建议实施后", "取舍曲线", "填报人"),
        "en": ("Whatitcosts", "Filledinby"),
    }
    for heading in both[language]:
        assert heading in words


@pytest.mark.parametrize("n", [1, 3, 5])
def test_the_leaderships_page_is_one_page(n: int) -> None:
    document = branched(n)
    read = pages(report_pdf(document, AS_OF, "comparison"))
    assert "填报人" in read[0]
    assert all("填报人" not in page for page in read[1:])
    assert "单位、岗位或在岗情况不同的人员" in "".join(read[1:])
    assert "单位、岗位或在岗情况不同的人员" not in read[0]


def test_more_options_than_stand_beside_each_other_go_on_behind() -> None:
    document = branched(10)
    first, *behind = pages(report_pdf(document, AS_OF, "comparison"))
    assert "填报人" in first
    for n in range(10):
        letter = chr(ord("A") + n)
        assert f"{letter} " in first  # introduced, and at the end of its line
    assert "".join(behind[0].split()).startswith("内部资料注意保管指标（续）")
    assert "J四人退休9" in "".join("".join(behind).split())
    assert all("".join(behind[0].split()).count(letter) for letter in "FGHIJ")


def test_who_moves_and_who_stands_elsewhere_is_named() -> None:
    words = squeezed(paper(planned()))
    people = branched().county.people
    for change in branched().scenarios[2].changes:
        assert change.person is not None
        assert people[change.person].name in words
    for option in planned().options:
        assert option.proposal is not None
        assert all(
            people[move.person].name in words for move in option.proposal.moves if move.person in people
        )


def test_without_scenarios_the_paper_says_so() -> None:
    words = squeezed(report_pdf(sample(), AS_OF, "comparison"))
    assert "本文件尚无方案，以下只列现状" in words


def test_without_proposals_the_paper_says_of_which_options() -> None:
    assert "调整建议尚未求解：现状、A撤销一所。" in squeezed(report_pdf(branched(1), AS_OF, "comparison"))
    assert "尚未求解" not in squeezed(paper(planned()))


def test_private_words_and_suspicions_are_never_printed() -> None:
    document = new_scenario(mixed(), "张三产假", note="因怀孕需照顾家庭")
    person = next(iter(document.county.people))
    leave = {"person": person, "until": AS_OF + timedelta(days=150), "value": AbsenceKind.MATERNITY}
    document = add_change(document, 1, ChangeKind.LEAVE, AS_OF, **leave)
    document = describe_scenario(new_scenario(document, "乙"), 2, "党委会讨论稿")
    for language in ("zh", "en"):
        words = squeezed(report_pdf(document, AS_OF, "comparison", None, language))
        assert not [word for word in PRIVATE if word in words]
        assert GRAVITY_NAMES[Gravity.TO_VERIFY].zh not in words
        assert "党委会讨论稿" in words
    body = gather_comparison(Request(document, AS_OF))
    assert [move.kind.zh for move in body.moves] == ["不在岗"]
    assert all(line.gravity is not Gravity.TO_VERIFY for line in body.findings)


def test_a_comparison_on_another_date_is_of_that_date() -> None:
    later = AS_OF.replace(year=AS_OF.year + 1)
    found = compared(branched(), tuple(branched().scenarios.values()), later)
    assert found.now.audit.state.date == later
    words = squeezed(paper(replace(found, options=found.options[:2])))
    assert f"统计日期：{later.year}年" in words


def test_the_workbook_has_a_column_for_every_option_and_typed_cells() -> None:
    file = report_xlsx(branched(), AS_OF, "comparison", compared=planned())
    book = load_workbook(BytesIO(file))
    assert book.sheetnames == ["方案", "占比", "人数和代价", "问题", "涉及人员", "人员差异", "逐月"]
    heads = [cell.value for cell in book["人数和代价"][3]]
    assert heads == ["类别", "指标", "要求", "现状", "A 撤销一所", "B 四人退休", "C 新警二十人"]
    rows = {row[1]: row[3:] for row in book["人数和代价"].iter_rows(min_row=4, values_only=True)}
    assert rows["新增（人）"] == (0, 0, 0, 20)
    shares = [
        row
        for row in book["占比"].iter_rows(min_row=4, values_only=True)
        if row[1].startswith("派出所警力占比（在岗")
    ]
    target = planned().now.audit.target("station_share")
    assert target is not None
    assert shares[0][3:5] == (target.numerator, target.denominator)
    assert len(list(book["逐月"].iter_rows(min_row=4))) == 2 * 25


@pytest.mark.parametrize("language", ["zh", "en"])
def test_five_options_are_introduced_compared_and_drawn_on_the_first_page_in_type_that_can_be_read(
    language: Language,
) -> None:
    pdf = report_pdf(branched(5), AS_OF, "comparison", None, language)
    counted = str(len(branched(5).audit(AS_OF).state.counted()))
    heights = word_heights(pdf, counted)
    assert len(heights) >= 3  # of the strengths
    assert min(heights) >= 8
    first, *behind = pages(pdf)
    assert "E撤销一所4" in "".join(first.split())
    assert all("指标（续）" not in page and "Line (continued)" not in page for page in behind)


def test_each_option_has_its_own_requirement_in_its_cell_and_on_the_chart() -> None:
    found = compared(branched(4), tuple(branched(4).scenarios.values()), AS_OF)
    words = squeezed(paper(found))
    target = found.options[4].audit.target("station_share")
    now = found.now.audit.target("station_share")
    assert target is not None
    assert now is not None
    assert f"{target.numerator}/{target.denominator}≥45%" in words
    assert f"{now.numerator}/{now.denominator}≥40%" in words
    assert "要求45%(D)" in words
    assert "要求40%（现状、A、B、C）" in words
    assert "·≥45%" not in words
    assert "派出所警力占比40%→45%，自2026-11-24起" in words
    assert "新警20人到" in words


def test_one_requirement_of_all_stands_beside_the_title() -> None:
    found = compared(branched(3), tuple(branched(3).scenarios.values()), AS_OF)
    words = squeezed(paper(found))
    assert "≥40%" in words
    assert "要求40%" in words
    assert "要求40%（" not in words


def test_a_share_that_is_the_same_on_two_ledgers_stands_there_once() -> None:
    drawn = comparison_drawing(gather_comparison(Request(branched(1), AS_OF)))
    titles = [row["title"].zh for row in drawn["groups"][0]["rows"] if "title" in row]  # type: ignore[index]
    lines = [
        line for section in gather_comparison(Request(branched(1), AS_OF)).sections for line in section.lines
    ]
    shares = {line.key: [(v.short, v.counts) for v in line.values if v] for line in lines if line.is_share}
    assert shares["station_share:present"] == shares["station_share:effective"]
    assert shares["station_share:present"] != shares["station_share:books"]
    assert "派出所警力占比(在岗、折算)" in titles
    assert "派出所警力占比(在编)" in titles


def test_what_begins_after_the_date_and_what_only_the_forecast_counts_is_said() -> None:
    early = AS_OF - timedelta(days=30)
    words = squeezed(report_pdf(branched(2), early, "comparison"))
    assert f"尚未计入：A撤销一所（{AS_OF}起）、B四人退休（{AS_OF}起）。" in words
    assert "未计入预计退休和按期返岗；那些见预测。" in words
    assert "尚未计入：" not in squeezed(report_pdf(branched(2), AS_OF, "comparison"))
