from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.county.records import Post, UnitKind
from planner.document import Document
from planner.edits.policy import set_policy_value
from planner.optimise.asked import AS_IT_STANDS, Asked
from planner.optimise.planning import plan
from planner.optimise.proposal import Proposal
from planner.optimise.running import Limits, OnProgress, Stop
from tests.planner.building import Building
from tests.ui.proposal.pages import Open, drawn_county, figures, proposed, said, settled
from tests.ui.windows import Scene
from ui.proposal.proposal_page import ProposalPage
from ui.proposal.questions import Questions
from ui.settings import REPLANNING
from ui.shell import Shell


class Counted:
    """The real planner, which remembers what it was asked, and may wait until it is told to end."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.waits = False
        self.stopped: list[Stop] = []

    def __call__(
        self,
        document: Document,
        on: date,
        limits: Limits,
        on_progress: OnProgress,
        stop: Stop,
        asked: Asked = AS_IT_STANDS,
    ) -> Proposal:
        self.asked.append(asked)
        if self.waits:
            stop.wait(20)
            self.stopped.append(stop)
        return plan(document, on, limits, on_progress, stop, asked=asked)


def transfers(page: ProposalPage) -> list[int]:
    return [row.id for row in page.moves.model.rows if row.kind == "transfer"]


def test_whoever_is_unticked_stays_and_somebody_else_is_proposed(opened: Open, qtbot: QtBot) -> None:
    page = opened(drawn_county())
    first = proposed(page, qtbot)
    left = transfers(page)[0]
    page.moves.model.tick([left], False)
    assert page.running
    settled(page, qtbot)
    assert page.proposal is not None
    assert page.proposal.asked.staying == {left}
    assert left not in {move.person for move in page.proposal.moves}
    assert page.proposal.level("transfers") == first.level("transfers")
    row = next(row for row in page.moves.model.rows if row.id == left)
    assert (row.stays, row.kind) == (True, "stays")
    assert page.moves.ticked == {move.person for move in page.proposal.moves}
    assert "按 1 人不动重排后:各级目标都不变。" in said(page)
    assert figures(page)[2:] == ["0/1 → 1/1", "1 人 → 0 人"]


def test_what_it_costs_that_somebody_stays_is_told_level_by_level(opened: Open, qtbot: QtBot) -> None:
    page = opened(drawn_county())
    proposed(page, qtbot)
    returning = next(row.id for row in page.moves.model.rows if row.kind == "return")
    page.moves.model.tick([returning], False)
    settled(page, qtbot)
    assert "按 1 人不动重排后:抽调借调缺口 0→1 人" in said(page)


def test_ticking_again_brings_the_earlier_plan_back_without_solving(opened: Open, qtbot: QtBot) -> None:
    planner = Counted()
    page = opened(drawn_county(), Questions(plan=planner))
    first = proposed(page, qtbot)
    left = transfers(page)[0]
    page.moves.model.tick([left], False)
    settled(page, qtbot)
    page.moves.model.tick([left])
    settled(page, qtbot)
    assert page.proposal is first
    assert len(planner.asked) == 2
    assert not any(row.stays for row in page.moves.model.rows)
    assert "重排" not in said(page)


def test_of_several_quick_unticks_only_the_newest_is_planned(opened: Open, qtbot: QtBot) -> None:
    planner = Counted()
    page = opened(drawn_county(), Questions(plan=planner))
    proposed(page, qtbot)
    both = transfers(page)
    for person in both:
        page.moves.model.tick([person], False)
    settled(page, qtbot)
    assert [asked.staying for asked in planner.asked] == [frozenset(), frozenset(both)]
    assert {row.id for row in page.moves.model.rows if row.stays} == set(both)


def test_an_untick_takes_the_place_of_a_plan_that_is_still_worked_on(opened: Open, qtbot: QtBot) -> None:
    planner = Counted()
    page = opened(drawn_county(), Questions(plan=planner))
    proposed(page, qtbot)
    one, other = transfers(page)
    planner.waits = True
    page.moves.model.tick([one], False)
    qtbot.waitUntil(lambda: len(planner.asked) == 2)
    planner.waits = False
    page.moves.model.tick([other], False)
    settled(page, qtbot)
    assert len(planner.stopped) == 1
    assert page.proposal is not None
    assert page.proposal.asked.staying == {one, other}


def test_planning_again_is_shown_and_stopping_it_keeps_the_plan_in_view(opened: Open, qtbot: QtBot) -> None:
    planner = Counted()
    page = opened(drawn_county(), Questions(plan=planner))
    first = proposed(page, qtbot)
    planner.waits = True
    page.moves.model.tick([transfers(page)[0]], False)
    assert page.bar.stop_button.isVisible()
    assert page.bar.words.text().startswith("重排:")
    assert not page.moves.accept_button.isEnabled()
    qtbot.waitUntil(lambda: len(planner.asked) == 2)
    page.bar.stop_button.click()
    assert not page.running
    settled(page, qtbot)
    assert page.proposal is first
    assert page.moves.accept_button.isEnabled()
    assert page.moves.accept_button.text() == "采纳勾选的 2 项"


def test_selection_and_keyboard_stay_where_they_are(opened: Open, qtbot: QtBot) -> None:
    page = opened(drawn_county())
    proposed(page, qtbot)
    view, left = page.moves.view, transfers(page)[0]
    view.setFocus()
    view.reveal(left)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    settled(page, qtbot)
    assert view.current_row().id == left
    assert [row.id for row in view.selected_rows()] == [left]
    assert view.hasFocus()
    assert "按您的要求不动" in page.moves.reason.text()


def test_accepting_takes_the_plan_that_re_formed(opened: Open, qtbot: QtBot, shell: Shell) -> None:
    page = opened(drawn_county())
    proposed(page, qtbot)
    left = transfers(page)[0]
    page.moves.model.tick([left], False)
    settled(page, qtbot)
    assert page.proposal is not None
    page.moves.accept_button.click()
    recorded = {move.person for move in shell.open_document.document.county.moves.values()}
    assert recorded == {move.person for move in page.proposal.moves}
    assert left not in recorded
    settled(page, qtbot)


def test_where_nobody_can_take_the_place_the_row_stays_to_be_ticked_again(opened: Open, qtbot: QtBot) -> None:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("政工室", UnitKind.ADMINISTRATIVE)
    b.people(4, station, Post.COMMUNITY)
    b.second(b.person(station, Post.CASE), office)
    b.people(3, office, Post.LEADER)
    page = opened(set_policy_value(Document(b.county, b.policy), "station_minimum.enforcement", "hard"))
    first = proposed(page, qtbot)
    [person] = [move.person for move in first.moves]
    page.moves.model.tick([person], False)
    settled(page, qtbot)
    assert page.proposal is not None
    assert page.proposal.status == "infeasible"
    assert page.moves.isVisible()
    page.moves.model.tick([person])
    settled(page, qtbot)
    assert page.proposal is first


def test_the_choice_only_to_leave_out_is_remembered_and_turned_on_again_plans(
    opened: Open, qtbot: QtBot
) -> None:
    page = opened(drawn_county())
    first = proposed(page, qtbot)
    page.moves.replan_box.click()
    left = transfers(page)[0]
    page.moves.model.tick([left], False)
    settled(page, qtbot)
    assert page.proposal is first
    assert page._shell.settings.get(REPLANNING) == "off"
    page.moves.replan_box.click()
    settled(page, qtbot)
    assert page.proposal is not None
    assert page.proposal.asked.staying == {left}


def test_in_the_real_window_a_failing_planner_leaves_the_plan_in_view(qtbot: QtBot) -> None:
    scene = Scene(qtbot, drawn_county())
    page = scene.page("proposal", ProposalPage)
    first = proposed(page, qtbot)

    def faulty(*_: Any) -> Proposal:
        raise RuntimeError("withheld")

    page.proposing._planning = faulty
    with qtbot.waitSignal(scene.shell.background.failed):
        page.moves.model.tick([transfers(page)[0]], False)
    assert page.proposal is first
    assert page.moves.accept_button.isEnabled()
    settled(page, qtbot)
