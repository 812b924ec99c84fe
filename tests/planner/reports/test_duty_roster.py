"""The wall roster, read back from what is printed."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook

from planner.county.records import AbsenceKind, MoveKind, Post, UnitKind
from planner.document import Document
from planner.errors import InputError
from planner.reports.duty_roster import gather_roster
from planner.reports.paper import PaperSize, Request, UnitMonth
from planner.reports.write import report_pdf, report_xlsx
from planner.text import Language
from tests.planner.building import TODAY
from tests.planner.reports.papers import PRIVATE, boxes, pages, size, squeezed
from tests.planner.reports.wall import LONG, NOVEMBER, Wall, custody, pdf, private, station

MM = 72 / 25.4
_LANGUAGES: tuple[Language, ...] = ("zh", "en")
CROWDS = {"seven": lambda: station(7), "twenty-five": lambda: station(22, 3), "custody": custody}


@pytest.mark.parametrize("crowd", CROWDS)
@pytest.mark.parametrize("language", _LANGUAGES)
def test_the_page_says_whose_month_it_is_and_everything_official(crowd: str, language: Language) -> None:
    document, unit = CROWDS[crowd]()
    (page,) = pages(pdf(document, unit, language))
    said = "".join(page.split())
    name = document.county.units[unit].name
    words = (
        (
            f"{name}2026年11月值班表",
            "口径：",
            "2026年11月24日",
            "内部资料",
            "第1页共1页",
            "填报人：",
            "审核人：",
        )
        if language == "zh"
        else (
            f"{name}:dutyroster,2026-11",
            "Countingrule:",
            "2026-11-24",
            "Internal",
            "Page1of1",
            "Filledinby:",
        )
    )
    for each in (
        *words,
        "花名册.jingli",
        "单位负责人（盖章）：" if language == "zh" else "Headofunit(seal):",
    ):
        assert each in said


@pytest.mark.parametrize("crowd", CROWDS)
@pytest.mark.parametrize("language", _LANGUAGES)
def test_everybody_stands_there_by_full_name_and_nothing_leaves_the_page(
    crowd: str, language: Language
) -> None:
    document, unit = CROWDS[crowd]()
    made = pdf(document, unit, language)
    words = squeezed(made)
    assert all(person.name in words for person in document.county.people.values())
    width, high = (297, 210) if crowd == "seven" else (420, 297)
    assert ("A4" if crowd == "seven" else "A3") in size(made)
    (page,) = boxes(made)
    assert min(box[0] for box in page) >= 14 * MM - 1
    assert max(box[2] for box in page) <= (width - 14) * MM + 1.5
    assert max(box[3] for box in page) <= high * MM


def test_the_paper_follows_the_people_unless_it_is_chosen() -> None:
    w = Wall()
    w.people(14, w.id)
    w.plan(w.person(w.id, name="王宇"), "duty")
    assert w.roster().paper is PaperSize.A3
    assert w.roster(PaperSize.A4).paper is PaperSize.A4
    assert "A4" in size(w.pdf(paper=PaperSize.A4))
    document, unit = station(7)
    assert "A3" in size(pdf(document, unit, paper=PaperSize.A3))


def test_a_large_unit_repeats_title_and_days_and_signs_at_the_end() -> None:
    w = Wall()
    for person in w.people(70, w.id):
        w.plan(person, "duty rest " * 15)
    read = pages(w.pdf())
    assert len(read) > 1
    for page in read:
        assert page.count("2026年11月值班表") == 1
        assert "姓名" in page
        assert "民警" in page
    assert "填报人" in read[-1]
    assert all("填报人" not in page for page in read[:-1])


def test_no_reason_of_leave_reaches_the_wall() -> None:
    w = private()
    for language in _LANGUAGES:
        words = squeezed(w.pdf(language))
        assert not [word for word in PRIVATE if word in words]
        assert "假" in words
    rows = {row.name: row for row in w.roster().rows}
    assert rows["孙立"].signs[:3] == rows["张伟"].signs[:3]
    assert [sign.letter if sign else "" for sign in rows["何芳"].signs[2:5]] == ["勤", "假", "假"]


def test_the_legend_names_the_codes_that_stand_there_and_no_other() -> None:
    legend = {sign.letter: sign.words.en for sign in private().roster().legend}
    assert list(legend) == ["值", "勤", "休", "假"]
    assert legend["值"] == "duty (8:00 to 8:00 next day, counts as 8 h)"
    assert legend["假"] == "leave, registered or planned"


def test_the_leader_of_each_day_is_named() -> None:
    w = Wall()
    chief, deputy = (w.person(w.id, Post.LEADER, name=name) for name in ("王宇", LONG))
    w.plan(chief, "duty rest duty")
    w.plan(deputy, "rest duty duty")
    w.plan(w.person(w.id, name="张伟"), "duty duty rest duty")
    roster = w.roster()
    assert [day.leaders for day in roster.days[:4]] == [("王宇",), (LONG,), ("王宇", LONG), ()]
    assert roster.leading is not None
    assert roster.leading.zh == "带班所领导"
    assert LONG in squeezed(w.pdf())


def test_who_takes_the_leaders_post_leads_a_custody_unit() -> None:
    w = Wall("看守所", UnitKind.CUSTODY)
    w.plan(w.person(w.id, Post.LEADER, name="王宇"), "custody_leader rest")
    w.plan(w.person(w.id, Post.LEADER, name="李静"), "custody_monitor custody_leader")
    roster = w.roster()
    assert [day.leaders for day in roster.days[:2]] == [("王宇",), ("李静",)]
    assert [row.title.zh for row in roster.covers] == [
        "值班人数(应 2)",
        "其中民警",
        "带班所领导(应 1)",
        "监控值守(应 2)",
        "监区巡视(应 2)",
    ]


def test_a_unit_without_leaders_has_no_line_for_them() -> None:
    w = Wall()
    w.plan(w.person(w.id, name="张伟"), "duty")
    assert w.roster().leading is None
    assert "带班" not in squeezed(w.pdf())


def test_days_with_too_few_are_marked_by_a_shape() -> None:
    w = Wall()
    for name in ("张伟", "杨帆"):
        w.plan(w.person(w.id, name=name), "duty duty")
    w.plan(w.person(w.id, name="赵敏"), "duty", first=3)
    cover = w.roster().covers[0]
    assert (cover.numbers[1:4], cover.short[1:4]) == ((2, 1, 0), (False, True, True))
    assert "1▲" in squeezed(w.pdf())


def test_two_of_one_name_are_told_apart_by_badge() -> None:
    w = Wall()
    first, second = (w.person(w.id, name="张伟") for _ in range(2))
    w.plan(first, "duty")
    w.plan(second, "rest")
    badges = [w.county.people[id_].badge_number for id_ in (first, second)]
    assert [row.name for row in w.roster().rows] == [f"张伟 {badge}" for badge in badges]


def test_holidays_are_off_and_named() -> None:
    w = Wall()
    w.month = NOVEMBER.replace(month=10)
    w.plan(w.person(w.id, name="张伟"), "duty")
    roster = w.roster()
    off = [day.number for day in roster.days if day.off]
    assert off == [*range(1, 8), 11, 17, 18, 24, 25, 31]
    assert roster.lead[-1].zh == "放假调休:1日至7日国庆节放假;10日上班(国庆节)。"
    assert "1日至7日国庆节放假；10日上班（国庆节）" in squeezed(w.pdf())


def test_a_month_without_a_roster_is_said_by_unit_and_month() -> None:
    w = Wall()
    w.person(w.id, name="张伟")
    with pytest.raises(InputError) as refused:
        w.roster()
    assert refused.value.message.zh == "城关派出所 2026-11 还没有值班表,请先排班、新建或导入。"


def test_a_unit_and_a_month_are_needed_and_the_unit_is_ours() -> None:
    w = Wall()
    with pytest.raises(InputError, match="unit and month"):
        report_pdf(w.document, TODAY, "duty")
    other = w.unit("铁路派出所", ours=False)
    for unit in (other, -1):
        with pytest.raises(InputError, match="no unit"):
            gather_roster(Request(w.document, TODAY, about=UnitMonth(unit, NOVEMBER)))


def test_a_unit_with_nobody_prints_an_empty_roster() -> None:
    w = Wall()
    assert w.roster().rows == ()
    assert "（无）" in squeezed(pdf(Document(w.county), w.id))


def test_what_counts_nowhere_is_struck_out_and_named_with_its_days() -> None:
    w = Wall()
    other = w.unit("河口派出所")
    for name in ("张伟", "杨帆"):
        w.plan(w.person(w.id, Post.LEADER, name=name), "duty duty")
    document = w.document
    moved, ill = (id_ for id_, person in w.county.people.items() if person.name in ("张伟", "杨帆"))
    w.move(moved, MoveKind.TRANSFER, other, Post.CASE, NOVEMBER.replace(day=2))
    w.absent(ill, AbsenceKind.SICK, NOVEMBER, NOVEMBER)
    document = replace(document, county=w.county)
    roster = gather_roster(Request(document, TODAY, about=UnitMonth(w.id, NOVEMBER)))
    rows = {row.name: row for row in roster.rows}
    signs = {name: [(s.letter, s.struck) for s in row.signs[:2] if s] for name, row in rows.items()}
    assert signs == {"张伟": [("值", False), ("值", True)], "杨帆": [("值", True), ("值", False)]}
    assert [row.sums[0] for row in roster.rows] == [1, 1]
    assert roster.covers[0].numbers[:2] == (1, 1)
    assert [day.leaders for day in roster.days[:2]] == [("张伟",), ("杨帆",)]
    assert [sign.letter for sign in roster.legend] == ["值", "—"]
    said = roster.lead[-1].zh
    assert said == ("划线的班次:张伟11月2日不在本单位工作,所排班次不计;杨帆11月1日已登记请假,所排班次不计。")
    words = squeezed(report_pdf(document, TODAY, "duty", about=UnitMonth(w.id, NOVEMBER)))
    assert "张伟11月2日不在本单位工作" in words
    assert not [word for word in PRIVATE if word in words]


def test_the_roster_of_a_scenario_says_so_under_its_title_and_in_the_workbook() -> None:
    document, unit = station(8)
    about = UnitMonth(unit, NOVEMBER)
    said = "方案“抽调十二人”测算，非现状"
    assert said in squeezed(report_pdf(document, TODAY, "duty", about=about, scenario="抽调十二人"))
    book = load_workbook(BytesIO(report_xlsx(document, TODAY, "duty", about=about, scenario="抽调十二人")))
    assert any(str(cell).startswith(said) for row in book.worksheets[0].values for cell in row)
