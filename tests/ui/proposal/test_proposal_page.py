from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from planner.county.records import MoveStatus, Post, UnitKind
from planner.document import Document
from planner.edits.moves import approve
from planner.edits.policy import set_policy_value
from planner.optimise.planning import plan
from planner.optimise.proposal import Proposal
from planner.optimise.recount import after_moves
from planner.optimise.running import Limits, OnProgress, Stop
from planner.samples.generate import generate
from planner.text import Text, same
from tests.planner.building import TODAY, Building
from tests.planner.samples.as_county import as_county
from tests.ui.proposal.pages import Open, drawn_county, figures, proposed, said, settled
from ui.background import Failed
from ui.proposal.questions import Questions
from ui.shell import Shell

_EDIT = same("edit")


def test_the_movable_range_stands_first_before_anything_is_solved(opened: Open, qtbot: QtBot) -> None:
    page = opened(drawn_county())
    qtbot.waitUntil(lambda: bool(page.range.model.rows))
    assert page.tabs.tabData(page.tabs.currentIndex()) == "range"
    assert page.range.heading.text() == "机关 8 人:可调 8 人;派出所 3 人:可调 3 人"
    assert page.proposal is None
    assert page.answer.isHidden()


def test_proposing_shows_moves_that_a_recount_bears_out(opened: Open, qtbot: QtBot) -> None:
    page = opened(Document(as_county(generate(7, 180))))
    proposal = proposed(page, qtbot)
    assert page.moves.isVisible()
    rows = page.moves.model.rows
    assert [row.move for row in rows] == list(proposal.moves)
    assert page.moves.ticked == {move.person for move in proposal.moves}
    after = after_moves(proposal.before.state, [row.move for row in rows])
    target = after.target("station_share")
    assert target is not None
    assert target.met
    assert figures(page)[0] == "36.6% → 40.0%"
    assert "最少需单位间交流 3 人" in said(page)
    assert "若局外单位归还 3 人" in said(page)
    assert page.behind.people.count() == len(proposal.to_negotiate) == 3
    assert page.behind.levels.topLevelItemCount() == len(proposal.levels) == 8


def test_the_window_is_told_how_far_the_work_is(opened: Open, qtbot: QtBot) -> None:
    heard: list[str] = []
    page = opened(drawn_county())
    show = page.bar.show_progress

    def listen(progress: Any) -> None:
        show(progress)
        heard.append(page.bar.words.text())

    page.bar.show_progress = listen  # type: ignore[method-assign]
    proposed(page, qtbot)
    [transfers] = [words for words in heard if "求解“单位间交流”" in words]
    assert "目前最好 2 · 下界 2 · 已证明" in transfers
    assert "秒" in transfers


def test_stopping_keeps_the_best_so_far(opened: Open, qtbot: QtBot) -> None:
    def waiting(
        document: Document, on: date, limits: Limits, on_progress: OnProgress, stop: Stop
    ) -> Proposal:
        def hear(event: Any) -> None:
            on_progress(event)
            if event.level == "shortage:station_minimum":
                stop.wait(20)

        return plan(document, on, limits, hear, stop)

    page = opened(drawn_county(), Questions(plan=waiting))
    page.bar.propose_button.click()
    qtbot.waitUntil(lambda: "最低警力" in page.bar.words.text(), timeout=20_000)
    assert page.bar.stop_button.isVisible()
    page.bar.stop_button.click()
    qtbot.waitUntil(lambda: not page.running, timeout=20_000)
    assert page.proposal is not None
    assert page.proposal.status == "stopped"
    assert "已停止" in said(page)
    assert "最少需" not in said(page)
    assert len(page.moves.model.rows) == len(page.proposal.moves)
    assert page.bar.propose_button.isVisible()


def test_unticking_a_move_that_is_only_left_out_changes_the_figures_without_solving(
    opened: Open, qtbot: QtBot
) -> None:
    page = opened(drawn_county())
    proposal = proposed(page, qtbot)
    page.moves.replan_box.setChecked(False)
    assert figures(page)[2:] == ["0/1 → 1/1", "1 人 → 0 人"]
    view = page.moves.view
    view.setFocus()
    returning = next(row.id for row in page.moves.model.rows if row.move.kind == "return")
    view.select_rows({returning})
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert not page.running
    settled(page, qtbot)
    assert returning not in page.moves.ticked
    assert figures(page)[2:] == ["0/1(不变)", "1 人(不变)"]
    assert page.moves.accept_button.text() == "采纳勾选的 2 项"
    qtbot.keyClick(view, Qt.Key.Key_Space)
    settled(page, qtbot)
    assert figures(page)[2:] == ["0/1 → 1/1", "1 人 → 0 人"]
    assert page.proposal is proposal


def test_all_and_none_are_ticked_among_the_rows_in_view(opened: Open, qtbot: QtBot) -> None:
    page = opened(drawn_county())
    proposed(page, qtbot)
    page.moves.replan_box.setChecked(False)
    page.moves.bar.choose("return")
    page.moves.none_button.click()
    assert len(page.moves.ticked) == 2
    page.moves.bar.clear()
    page.moves.none_button.click()
    assert not page.moves.accept_button.isEnabled()
    page.moves.all_button.click()
    assert len(page.moves.ticked) == 3
    settled(page, qtbot)


def test_a_click_on_the_box_ticks_and_a_double_click_shows_the_card(
    opened: Open, qtbot: QtBot, shell: Shell
) -> None:
    page = opened(drawn_county())
    proposed(page, qtbot)
    model = page.moves.model
    first = model.index(0, 0)
    assert first.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    view = page.moves.view.frozen if page.moves.view.frozen.isVisible() else page.moves.view
    box = view.visualRect(first)
    qtbot.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.left() + 10, box.center().y())
    )
    assert model.shown[0].id not in page.moves.ticked
    with qtbot.waitSignal(shell.navigation.card_requested) as card:
        page.moves.view.doubleClicked.emit(model.index(0, 3))
    assert card.args == [model.shown[0].id]
    settled(page, qtbot)


def test_moves_are_copied_as_a_sheet_reads_them(opened: Open, qtbot: QtBot) -> None:
    page = opened(drawn_county())
    proposed(page, qtbot)
    page.moves.view.selectRow(0)
    page.moves.view.copy(titles=True)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("姓名\t警号\t类别\t现单位")
    assert len(lines) == 2


def test_accepting_some_is_one_undo_step(opened: Open, qtbot: QtBot, shell: Shell) -> None:
    page = opened(drawn_county())
    proposed(page, qtbot)
    page.moves.replan_box.setChecked(False)
    before = shell.open_document.document
    left_out = page.moves.model.shown[0].id
    page.moves.model.tick([left_out], False)
    page.moves.date.setDate(page.moves.date.date().addDays(7))
    page.moves.accept_button.click()
    moves = shell.open_document.document.county.moves.values()
    assert {m.person for m in moves} == page.moves.ticked
    assert {(m.status, m.effective) for m in moves} == {(MoveStatus.PROPOSED, TODAY + timedelta(days=7))}
    assert shell.open_document.undo_stack.count() == 1
    assert "已采纳 2 项" in shell.messages.words.text()
    assert [row.status for row in page.moves.model.rows].count(MoveStatus.PROPOSED) == 2
    assert page.answer.warning.isHidden()  # only proposed: nothing counts differently
    shell.open_document.undo_stack.undo()
    assert shell.open_document.document is before
    settled(page, qtbot)


def test_once_approved_the_figures_after_moves_differ_and_the_proposal_is_out_of_date(
    opened: Open, qtbot: QtBot, shell: Shell
) -> None:
    page = opened(drawn_county())
    proposed(page, qtbot)
    page.moves.date.setDate(page.moves.date.date().addDays(7))
    page.moves.accept_button.click()
    opened_document = shell.open_document
    assert opened_document.audit_after_approved is opened_document.audit
    ids = list(opened_document.document.county.moves)
    opened_document.apply(_EDIT, lambda document: approve(document, ids, TODAY))
    assert not opened_document.audit.complies
    assert opened_document.audit_after_approved.complies
    assert page.answer.warning.isVisible()
    assert not page.moves.accept_button.isEnabled()
    settled(page, qtbot)


def test_a_change_of_the_document_makes_it_out_of_date_until_proposed_again(
    opened: Open, qtbot: QtBot, shell: Shell
) -> None:
    page = opened(drawn_county())
    proposed(page, qtbot)
    shell.open_document.apply(
        _EDIT, lambda document: set_policy_value(document, "station_minimum.required", 6)
    )
    assert "已过期" in page.answer.warning.text()
    assert page.answer.warning.isVisible()
    assert not page.moves.accept_button.isEnabled()
    page.answer.again_button.click()
    qtbot.waitUntil(lambda: not page.running, timeout=20_000)
    assert page.answer.warning.isHidden()
    assert page.moves.accept_button.isEnabled()
    assert "仍有缺口:派出所最低警力差 1 人" in said(page)
    settled(page, qtbot)


def test_hard_rules_that_cannot_hold_are_explained(opened: Open, qtbot: QtBot) -> None:
    document = set_policy_value(drawn_county(), "station_minimum.required", 30)
    page = opened(set_policy_value(document, "station_minimum.enforcement", "hard"))
    proposal = proposed(page, qtbot)
    assert proposal.status == "infeasible"
    assert proposal.explanation is not None
    assert proposal.explanation.zh in said(page)
    assert page.nothing.isVisible()


def test_a_county_in_order_is_told_so(opened: Open, qtbot: QtBot) -> None:
    b = Building()
    b.people(6, b.unit("城关派出所"), Post.COMMUNITY)
    b.people(3, b.unit("政工室", UnitKind.ADMINISTRATIVE))
    page = opened(Document(b.county, b.policy))
    proposed(page, qtbot)
    assert "无需调整" in said(page)


def test_where_nobody_may_be_moved_the_page_says_why(opened: Open, qtbot: QtBot) -> None:
    b = Building()
    b.people(2, b.unit("城关派出所"), Post.LEADER)
    page = opened(Document(b.county, b.policy))
    qtbot.waitUntil(lambda: bool(page.range.model.rows))
    assert page.range.heading.text() == "没有可调整的人员:单位负责人 2 人。"
    proposed(page, qtbot)
    assert "没有可调整的人员:单位负责人 2 人。" in said(page)


def test_without_a_county_the_page_says_what_to_do(opened: Open) -> None:
    page = opened(Document())
    assert page.empty.isVisible()
    assert "Ctrl+O" in page.empty.text()
    page.propose()
    assert not page.running


def test_another_document_takes_the_proposal_away(opened: Open, qtbot: QtBot, shell: Shell) -> None:
    page = opened(drawn_county())
    proposed(page, qtbot)
    page.propose()
    shell.open_document.open(Document(), None)
    assert not page.running
    assert page.proposal is None
    settled(page, qtbot)
    assert page.proposal is None


def test_a_fault_of_the_engine_is_told_and_leaves_the_page_ready(
    opened: Open, qtbot: QtBot, shell: Shell
) -> None:
    def faulty(*_: Any) -> Proposal:
        raise RuntimeError("withheld")

    page = opened(drawn_county(), Questions(plan=faulty))
    with qtbot.waitSignal(shell.background.failed) as told:
        page.propose()
    [failed] = told.args
    assert isinstance(failed, Failed)
    assert "withheld" in failed.details
    assert page.bar.propose_button.isVisible()
    assert page.proposal is None


def test_everything_follows_the_language_and_the_theme(opened: Open, qtbot: QtBot, shell: Shell) -> None:
    page = opened(drawn_county())
    proposed(page, qtbot)
    settled(page, qtbot)
    for language, theme, button in (("en", "dark", "Propose again (F5)"), ("zh", "light", "重新提出 (F5)")):
        shell.language.choose(language)
        shell.theme.choose(theme)
        assert page.bar.propose_button.text() == button
        assert page.bar.propose_button.shortcut().toString() == "F5"
    shell.language.choose("en")
    assert "Within this policy and the movable range" in said(page)
    assert page.tabs.tabText(1) == "Proposed moves 3"
    assert page.range.heading.text() == "Headquarters 8: 8 movable; Stations 3: 3 movable"
    assert page.moves.accept_button.text() == "Accept the 3 ticked"
    assert isinstance(page.range.sentence, Text)
