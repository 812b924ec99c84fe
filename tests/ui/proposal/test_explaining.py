from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from planner.county.records import Post, UnitKind
from planner.document import Document
from planner.edits.policy import set_policy_value
from planner.optimise.explain.conflict import Conflict
from planner.optimise.explain.curve import CurvePoint
from planner.optimise.explain.relaxations import WaysOut
from planner.optimise.running import Stop
from planner.tables.priced import Price
from planner.text import same
from tests.planner.building import Building
from tests.ui.proposal.pages import Open, drawn_county, proposed, said, settled
from ui.proposal.proposal_page import ProposalPage
from ui.proposal.questions import Questions, Subject
from ui.proposal.said_panel import SaidPanel
from ui.settings import CURVE_SPLITTER, EQUAL_SPLITTER
from ui.shell import Shell


def short_county() -> Document:
    """As the drawn county, with a station minimum that the minimum kept at headquarters stands against."""
    return set_policy_value(drawn_county(), "station_minimum.required", 7)


def pinned_county() -> Document:
    """A station one officer short; the only ones who could go are pinned or kept away with approval."""
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("政工室", UnitKind.ADMINISTRATIVE, minimum=1)
    b.people(4, station, Post.COMMUNITY)
    b.second(b.person(station, Post.CASE, name="张伟"), office, kept_with_approval=True)
    b.person(office, Post.OFFICE, name="李明", pin="骨干")
    b.people(2, office, Post.LEADER)
    return Document(b.county, b.policy)


def sentences(panels: list[SaidPanel]) -> list[str]:
    return ["\n".join(label.text() for label in (panel.said, *panel.more)) for panel in panels]


def seen(page: ProposalPage, key: str, qtbot: QtBot) -> None:
    page.show_part(key)
    settled(page, qtbot)


def test_the_move_in_hand_is_priced_in_the_background(opened: Open, qtbot: QtBot) -> None:
    page = opened(drawn_county())
    proposed(page, qtbot)
    row = page.moves.view.current_row()
    qtbot.waitUntil(lambda: row.id in page.sections.pricing.tags, timeout=20_000)
    assert page.moves.price.text() == page.sections.pricing.tags[row.id].sentence.zh
    assert page.moves.price.text().startswith(f"若{row.person.name}")
    settled(page, qtbot)


def test_of_moves_passed_quickly_only_the_last_is_priced(opened: Open, qtbot: QtBot) -> None:
    asked: list[int] = []

    def listening(subject: Subject, person: int, what: Price, stop: Stop) -> Any:
        asked.append(person)
        return Questions().price(subject, person, what, stop)

    page = opened(drawn_county(), Questions(price=listening))
    proposed(page, qtbot)
    people = [row.id for row in page.moves.model.shown]
    for person in people:
        page.moves.view.reveal(person)
    qtbot.waitUntil(lambda: people[-1] in page.sections.pricing.tags, timeout=20_000)
    assert asked == people[-1:]
    settled(page, qtbot)


@pytest.mark.parametrize(
    ("name", "price", "words"),
    [("李明", Price.PIN, "若准许调动李明"), ("张伟", Price.KEPT, "若终止张伟")],
    ids=["pin", "kept"],
)
def test_pins_and_kept_draw_offs_have_a_price_that_can_be_tried(
    opened: Open, qtbot: QtBot, name: str, price: Price, words: str
) -> None:
    page = opened(pinned_county())
    proposed(page, qtbot)
    seen(page, "prices", qtbot)
    row = next(row for row in page.prices.model.rows if row.person.name == name)
    assert row.price is price
    page.prices.view.reveal(row.id)
    qtbot.waitUntil(lambda: row.id in page.sections.pricing.tags, timeout=20_000)
    assert page.prices.words.text().startswith(words)
    assert "派出所最低警力由差 1 人变为差 0 人" in page.prices.words.text()
    page.prices.try_button.click()
    settled(page, qtbot)
    assert [move.person for move in page.proposal.moves] == [row.id]  # type: ignore[union-attr]
    assert page.answer.what_if.text().startswith("试算:若")
    assert page.answer.what_if.isVisible()
    page.answer.back_button.click()
    assert not page.proposal.moves  # type: ignore[union-attr]
    assert page.answer.what_if.isHidden()
    settled(page, qtbot)


def test_whoever_is_held_outside_has_a_price_that_can_be_tried(opened: Open, qtbot: QtBot) -> None:
    b = Building()
    station = b.unit("城关派出所")
    b.people(4, station, Post.COMMUNITY)
    held = b.person(station, Post.CASE, name="王芳")
    b.second(held, kept_with_approval=True)
    page = opened(Document(b.county, b.policy))
    proposed(page, qtbot)
    seen(page, "prices", qtbot)
    assert [(row.id, row.price) for row in page.prices.model.rows] == [(held, Price.OUTSIDE)]
    page.prices.view.reveal(held)
    qtbot.waitUntil(lambda: held in page.sections.pricing.tags, timeout=20_000)
    assert page.prices.words.text().startswith("若终止王芳")
    assert "派出所最低警力由差 1 人变为差 0 人" in page.prices.words.text()
    page.prices.try_button.click()
    settled(page, qtbot)
    assert page.proposal is not None
    assert page.proposal.asked.given_back == {held}
    assert page.proposal.level("shortage:station_minimum") == 0
    assert page.printable_proposal is None


def test_trying_that_a_mover_stays_unticks_the_move(opened: Open, qtbot: QtBot) -> None:
    page = opened(drawn_county())
    proposed(page, qtbot)
    seen(page, "prices", qtbot)
    row = next(row for row in page.prices.model.rows if row.price is Price.STAYING)
    page.prices.view.reveal(row.id)
    qtbot.waitUntil(lambda: row.id in page.sections.pricing.tags, timeout=20_000)
    page.prices.try_button.click()
    settled(page, qtbot)
    assert page.proposal is not None
    assert page.proposal.asked.staying == {row.id}


def test_what_is_missing_stands_with_ways_out_that_can_be_tried(opened: Open, qtbot: QtBot) -> None:
    page = opened(short_county())
    first = proposed(page, qtbot)
    seen(page, "missing", qtbot)
    missing = page.missing
    assert missing.statements
    assert missing.relaxations
    told = missing.shortages.toPlainText()
    assert all(part in told for part in ("城关派出所", "办法:", "效果:"))
    assert all("效果:" in words for words in sentences(missing.panels))
    buttons = [panel.button for panel in missing.panels if panel.button is not None]
    assert len(buttons) == len(missing.relaxations) <= 3
    way = next(way for way in missing.relaxations if way.county is None)
    buttons[missing.relaxations.index(way)].click()
    settled(page, qtbot)
    assert page.proposal is not None
    assert page.proposal.asked == way.asked
    assert sum(lv.value for lv in page.proposal.levels if lv.name.startswith("shortage:")) == way.short_after
    assert way.action.zh in page.answer.what_if.text()
    page.answer.back_button.click()
    assert page.proposal is first
    settled(page, qtbot)


def test_a_way_out_that_changes_the_roster_is_only_to_be_looked_at(
    opened: Open, qtbot: QtBot, shell: Shell
) -> None:
    page = opened(short_county())
    proposed(page, qtbot)
    seen(page, "missing", qtbot)
    way = next(way for way in page.missing.relaxations if way.county is not None)
    page._try_relaxation(way)
    settled(page, qtbot)
    assert page.proposal is not None
    assert "名册还没有这样改" in page.answer.what_if.text()
    assert page.answer.warning.isHidden()
    assert page.current_proposal is None
    assert not page.moves.accept_button.isEnabled()


def test_the_conflict_is_found_on_request_and_can_be_stopped(opened: Open, qtbot: QtBot) -> None:
    held: list[Stop] = []

    def waiting(subject: Subject, stop: Stop) -> Any:
        held.append(stop)
        stop.wait(20)
        return Conflict((), 0, (), same("已停止,尚未查清。"), False)

    page = opened(short_county(), Questions(conflict=waiting))
    proposed(page, qtbot)
    seen(page, "missing", qtbot)
    assert not held
    page.missing.finding.ask_button.click()
    qtbot.waitUntil(lambda: bool(held))
    assert page.missing.finding.stop_button.isVisible()
    page.missing.finding.stop_button.click()
    settled(page, qtbot)
    assert held[0].requested
    assert "已停止,尚未查清。" in sentences(page.missing.panels)
    assert page.missing.finding.ask_button.isVisible()


def test_the_conflict_names_what_cannot_hold_together(opened: Open, qtbot: QtBot) -> None:
    page = opened(short_county())
    proposed(page, qtbot)
    seen(page, "missing", qtbot)
    page.missing.finding.ask_button.click()
    settled(page, qtbot)
    assert page.missing.conflict is not None
    [told] = [words for words in sentences(page.missing.panels) if "不能同时成立" in words]
    assert told.count("•") == len(page.missing.conflict.members) > 1


def test_where_no_way_out_is_found_the_reason_is_told(opened: Open, qtbot: QtBot) -> None:
    page = opened(short_county(), Questions(relaxations=lambda *_: WaysOut((), same("尚未查清。"))))
    proposed(page, qtbot)
    seen(page, "missing", qtbot)
    assert sentences(page.missing.panels) == ["尚未查清。"]


def test_points_that_are_not_proven_say_so(opened: Open, qtbot: QtBot) -> None:
    points = (CurvePoint(0, {"station_share": 2}, 2, True), CurvePoint(1, {"station_share": 1}, 1, False))
    page = opened(drawn_county(), Questions(curve=lambda *_: points))
    proposed(page, qtbot)
    seen(page, "curve", qtbot)
    assert "其中 1 个尚未证明" in page.curve.work.words.text()
    assert page.curve.model.shown[1].point is points[1]


def test_a_county_with_nothing_short_is_told_so(opened: Open, qtbot: QtBot) -> None:
    page = opened(drawn_county())
    proposed(page, qtbot)
    seen(page, "missing", qtbot)
    assert page.missing.nothing.text() == "各项计划指标都没有缺口。"
    assert not page.missing.work.isVisible()


def test_a_point_of_the_curve_becomes_a_plan(opened: Open, qtbot: QtBot) -> None:
    page = opened(drawn_county())
    proposed(page, qtbot)
    with qtbot.waitSignal(page.curve.chart.drawn, timeout=20_000):
        page.show_part("curve")
    assert [point.transfers for point in page.curve.points or ()] == [0, 1, 2]
    totals = [point.total for point in page.curve.points or ()]
    assert totals == sorted(totals, reverse=True)
    picture = page.curve.chart.picture
    assert picture is not None
    x, transfers = picture.places[1]
    qtbot.mouseClick(page.curve.chart, Qt.MouseButton.LeftButton, pos=QPoint(round(x) + 2, 60))
    assert page.curve.view.current_row().id == transfers == 1
    assert page.curve.plan_button.text() == "按最多交流 1 人提出"
    page.curve.plan_button.click()
    settled(page, qtbot)
    assert page.proposal is not None
    assert page.proposal.level("transfers") == 1
    assert "单位间交流最多 1 人" in page.answer.what_if.text()
    assert "仍有缺口" in said(page)
    settled(page, qtbot)


def test_before_there_is_a_plan_no_equal_plans_are_offered(opened: Open) -> None:
    page = opened(drawn_county())
    page.show_part("equal")
    equal = page.equal
    assert not equal.work.isVisible()
    assert equal.nothing.isVisible()


def test_equal_plans_stand_with_ages_and_one_can_be_used(opened: Open, qtbot: QtBot) -> None:
    page = opened(drawn_county())
    first = proposed(page, qtbot)
    seen(page, "equal", qtbot)
    assert page.equal.ages_title.text() == "当前方案调整前后的年龄结构"
    assert page.equal.ages.shown[0].age.name.zh == "各派出所合计"
    page.equal.work.ask_button.click()
    settled(page, qtbot)
    rows = page.equal.plans.shown
    assert rows[0].plan.proposal is first
    assert len(rows) > 1
    assert "同等" in page.equal.work.words.text()
    assert not page.equal.use_button.isEnabled()
    page.equal.plans_view.selectRow(1)
    assert page.equal.use_button.text() == "采用方案 B"
    page.equal.use_button.click()
    settled(page, qtbot)
    chosen = rows[1].plan.proposal
    assert page.proposal is chosen
    assert page.moves.ticked == {move.person for move in chosen.moves}
    assert page.moves.isVisible()
    assert len(page.equal.plans.shown) == len(rows)
    assert page.current_proposal is chosen
    assert chosen.level("transfers") == first.level("transfers")


def test_sizes_are_remembered(opened: Open, qtbot: QtBot, shell: Shell) -> None:
    page = opened(drawn_county())
    proposed(page, qtbot)
    for key, part, setting in (
        ("curve", page.curve, CURVE_SPLITTER),
        ("equal", page.equal, EQUAL_SPLITTER),
    ):
        seen(page, key, qtbot)
        part.splitter.splitterMoved.emit(100, 1)
        assert shell.settings.get(setting) == bytes(part.splitter.saveState().data())


def test_explanations_follow_the_language_and_the_theme(opened: Open, qtbot: QtBot, shell: Shell) -> None:
    page = opened(short_county())
    proposed(page, qtbot)
    for key in ("missing", "curve", "equal", "prices"):
        seen(page, key, qtbot)
    shell.theme.choose("dark")
    shell.language.choose("en")
    settled(page, qtbot)
    assert [page.tabs.tabText(n) for n in range(2, 6)] == [
        "What is missing",
        "Price tags",
        "Trade-off",
        "Equal plans",
    ]
    assert page.equal.work.ask_button.text() == "List equal plans"
    assert "To do: " in page.missing.shortages.toPlainText()
    assert page.prices.bar.chips["pin"].text().startswith("Barred: if they may move")


def test_another_document_takes_the_explanations_away(opened: Open, qtbot: QtBot, shell: Shell) -> None:
    page = opened(short_county())
    proposed(page, qtbot)
    for key in ("missing", "curve", "equal"):
        seen(page, key, qtbot)
    shell.open_document.open(drawn_county(), None)
    settled(page, qtbot)
    page.show_part("missing")
    assert page.missing.nothing.text() == "先提出调整建议,再看差在哪里。"
    page.show_part("curve")
    assert page.curve.nothing.isVisible()
    page.show_part("equal")
    assert page.equal.nothing.isVisible()
