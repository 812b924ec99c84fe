from __future__ import annotations

from datetime import date
from fractions import Fraction

from planner.audit.field_hours import Hours
from planner.county.duty import Attended, Mark
from planner.policy.policy import default_policy
from planner.tables.duty_grid import DayHead, GridCell, GridRow
from planner.tables.duty_margins import DayMargin, PersonMargin, PostMargin
from planner.text import Text
from tests.planner.building import Building
from ui.duty.words import (
    cell_words,
    day_cells,
    day_lacks,
    day_titles,
    day_words,
    days_words,
    field_words,
    share_words,
)

POLICY = default_policy()
MARGIN = PersonMargin(2, 16, 2, 1, Hours(79, 100), None, False, Fraction(0))


def _row(cell: GridCell) -> GridRow:
    b = Building()
    person = b.person(b.unit("城关派出所"), name="李静")
    return GridRow(b.county.people[person], Text("民警", "officer"), (cell,), MARGIN)


def test_shares_and_days_never_look_better_than_they_are() -> None:
    assert share_words(Hours(7999, 10000)) == "79.9%"
    assert share_words(Hours(4, 5)) == "80%"
    assert share_words(None) == "—"
    assert [days_words(Fraction(n, 8)) for n in (0, 8, 12, 1)] == ["", "1", "1.5", "0.1"]


def test_a_cell_tells_what_was_planned_and_what_was_done() -> None:
    codes = POLICY.duty_codes
    attended = Attended("beat", "meeting", Mark.LATE, "县政府")
    cell = GridCell(codes["duty"], "值", True, None, True, attended)
    head = DayHead(date(2026, 11, 2), False, None)
    assert cell_words(_row(cell), cell, head, codes).zh.splitlines() == [
        "李静 2026-11-02 星期一 · 工作日",
        "值班 · 在岗 24 小时,计 8 小时",
        "实际:下社区/会议、县政府、迟到",
        "已锁定(Ctrl+L 解锁)",
    ]


def test_a_cell_that_cannot_be_says_so() -> None:
    cell = GridCell(None, "elsewhere", False, None, False)
    head = DayHead(date(2026, 10, 1), True, Text("国庆节", "National Day"))
    assert cell_words(_row(cell), cell, head, {}).en.splitlines() == [
        "李静 2026-10-01 Th · day off · National Day",
        "the policy has no code “elsewhere”",
        "does not work here on this day",
        "contradicts this day and counts nowhere: please correct",
    ]
    assert day_words(head).zh == "2026-10-01 星期四 · 休息日 · 国庆节"


def test_margins_say_what_is_required_and_who_is_judged() -> None:
    assert day_cells(DayMargin(1, 0, 2)) == ("1", "0", "1")
    assert day_cells(DayMargin(3, 1, 2)) == ("3", "1", "")
    assert [title.zh for title, _ in day_titles(DayMargin(3, 1, 2))] == ["值班(应 2)", "其中民警", "缺"]
    row = _row(GridCell(None, "", False, None, True))
    required = POLICY.share("field_time.required")
    assert field_words(row, MARGIN.planned, required).zh.endswith("要求 80%(非专职社区民警,不评价)")
    assert field_words(row, None, required).zh == "李静:无数据,不评价"


def test_posts_of_custody_units_have_lines_of_their_own() -> None:
    codes = POLICY.duty_codes
    posts = (PostMargin(codes["custody_leader"], 1, 1), PostMargin(codes["custody_patrol"], 1, 2))
    margin = DayMargin(2, 2, 2, posts)
    assert [title.zh for title, _ in day_titles(margin)][2:4] == ["带班所领导(应 1)", "监区巡视(应 2)"]
    assert day_cells(margin) == ("2", "2", "1", "1", "")
    assert day_lacks(margin) == (False, False, False, True, False)
