"""Trying something: what is assumed adds up, is said wherever the plan is used, and is never printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pytestqt.qtbot import QtBot

from planner.document import Document
from planner.edits.policy import set_policy_value
from planner.optimise.asked import AS_IT_STANDS, Asked
from planner.optimise.explain.relaxations import Relaxation
from planner.optimise.planning import plan
from planner.optimise.proposal import Proposal
from planner.optimise.running import Limits, OnProgress, Stop
from planner.samples.generate import generate
from planner.text import same
from tests.planner.samples.as_county import as_county
from tests.ui.proposal.pages import Open, drawn_county, proposed, said, settled
from tests.ui.windows import Scene
from ui.pages import proposal_to_print
from ui.proposal.proposal_page import ProposalPage
from ui.proposal.questions import Questions
from ui.shell import Shell


class Listening:
    """The real planner, which remembers what it was asked of which document."""

    def __init__(self) -> None:
        self.heard: list[tuple[Document, Asked]] = []

    def __call__(
        self,
        document: Document,
        on: date,
        limits: Limits,
        on_progress: OnProgress,
        stop: Stop,
        asked: Asked = AS_IT_STANDS,
    ) -> Proposal:
        self.heard.append((document, asked))
        return plan(document, on, limits, on_progress, stop, asked=asked)


def way(words: str, asked: Asked = AS_IT_STANDS, document: Document | None = None) -> Relaxation:
    """Return a relaxation of a question, or one that needs another county."""
    county = document.county if document is not None else None
    return Relaxation("minimum_kept", same(words), same(""), 1, 1, 0, asked, county, (), (), ())


def grown(document: Document) -> Document:
    """Return the document with a name of its own, as one with more officers would be another county."""
    return replace(document, county=replace(document.county, name="试算县"))


def lowered(document: Document) -> Asked:
    """Return the question of a policy that requires fewer officers in a station."""
    return Asked(policy=set_policy_value(document, "station_minimum.required", 4).policy)


def transfers(page: ProposalPage) -> list[int]:
    return [row.id for row in page.moves.model.rows if row.kind == "transfer"]


def prints(page: ProposalPage, proposal: Proposal | None) -> bool:
    """Return whether the page prints a proposal, beside what duty rosters say of it."""
    printed = page.printable_proposal
    if printed is None or proposal is None:
        return False
    return replace(printed, confirmed=None) == replace(proposal, confirmed=None)


def test_a_what_if_can_be_accepted_but_is_not_printed(opened: Open, qtbot: QtBot, shell: Shell) -> None:
    document = drawn_county()
    page = opened(document)
    first = proposed(page, qtbot)
    assert prints(page, first)
    page._try_relaxation(way("把最低警力降为 4 人。", lowered(document)))
    settled(page, qtbot)
    assert page.current_proposal is page.proposal is not first
    assert page.printable_proposal is None
    assert page.shows_what_if
    assert "试算:把最低警力降为 4 人。" in page.answer.what_if.text()
    assert "不作为正式名册打印" in page.answer.what_if.text()
    page.accept_ticked()
    assert "方案是试算" in shell.messages.words.text()
    assert "把最低警力降为 4 人。" in shell.messages.words.text()
    page.answer.back_button.click()
    assert prints(page, first)
    settled(page, qtbot)


def test_a_plan_around_those_who_stay_is_no_what_if(opened: Open, qtbot: QtBot, shell: Shell) -> None:
    page = opened(drawn_county())
    proposed(page, qtbot)
    page.moves.model.tick([transfers(page)[0]], False)
    settled(page, qtbot)
    assert prints(page, page.proposal)
    page.accept_ticked()
    assert "试算" not in shell.messages.words.text()
    settled(page, qtbot)


def test_a_limit_on_transfers_keeps_who_stays(opened: Open, qtbot: QtBot) -> None:
    page = opened(drawn_county())
    proposed(page, qtbot)
    left = transfers(page)[0]
    page.moves.model.tick([left], False)
    settled(page, qtbot)
    page._try_cap(1)
    settled(page, qtbot)
    assert page.proposal is not None
    assert (page.proposal.asked.staying, page.proposal.asked.caps) == ({left}, {"transfers": 1})
    assert left not in {move.person for move in page.proposal.moves}
    assert "指定 1 人不动。单位间交流最多 1 人。" in page.answer.what_if.text()
    assert page.printable_proposal is None


def test_another_limit_takes_the_place_of_the_first(opened: Open, qtbot: QtBot) -> None:
    page = opened(drawn_county())
    proposed(page, qtbot)
    for most in (1, 0):
        page._try_cap(most)
        settled(page, qtbot)
    assert "单位间交流最多 0 人。" in page.answer.what_if.text()
    assert "最多 1 人" not in page.answer.what_if.text()


def test_what_is_tried_next_is_tried_on_the_changed_county(opened: Open, qtbot: QtBot) -> None:
    planner, document = Listening(), drawn_county()
    page = opened(document, Questions(plan=planner))
    proposed(page, qtbot)
    page._try_relaxation(way("增配 1 人。", document=grown(document)))
    settled(page, qtbot)
    page._try_relaxation(way("把最低警力降为 4 人。", lowered(document)))
    settled(page, qtbot)
    page._try_cap(1)
    settled(page, qtbot)
    assert [asked.county.name for asked, _ in planner.heard[1:]] == ["试算县"] * 3
    assert planner.heard[-1][1].policy == lowered(document).policy
    words = page.answer.what_if.text()
    assert "增配 1 人。把最低警力降为 4 人。单位间交流最多 1 人。" in words
    assert not page.moves.accept_button.isEnabled()


def test_on_a_changed_county_an_untick_plans_again_too(opened: Open, qtbot: QtBot) -> None:
    planner, document = Listening(), drawn_county()
    page = opened(document, Questions(plan=planner))
    proposed(page, qtbot)
    page._try_relaxation(way("增配 1 人。", document=grown(document)))
    settled(page, qtbot)
    left = transfers(page)[0]
    page.moves.model.tick([left], False)
    settled(page, qtbot)
    asked_of, asked = planner.heard[-1]
    assert (asked_of.county.name, asked.staying) == ("试算县", {left})
    assert next(row for row in page.moves.model.rows if row.id == left).stays
    assert not page.moves.accept_button.isEnabled()


def test_an_equal_plan_keeps_what_holds_once_outside_units_give_back(opened: Open, qtbot: QtBot) -> None:
    page = opened(Document(as_county(generate(7, 180))))
    first = proposed(page, qtbot)
    assert first.once_outside_returned is not None
    page.show_part("equal")
    page.equal.work.ask_button.click()
    settled(page, qtbot)
    page.equal.plans_view.selectRow(1)
    page.equal.use_button.click()
    settled(page, qtbot)
    assert page.proposal is page.equal.plans.shown[1].plan.proposal
    assert "若局外单位归还 3 人" in said(page)
    assert page.equal.use_button.text() == "方案 B 即当前方案"


def test_the_preview_is_given_no_what_if_and_says_so(qtbot: QtBot) -> None:
    scene = Scene(qtbot, drawn_county())
    page = scene.page("proposal", ProposalPage)
    proposed(page, qtbot)
    assert prints(page, page.proposal)
    assert proposal_to_print(scene.shell) == (page.printable_proposal, False)
    page._try_cap(0)
    settled(page, qtbot)
    assert proposal_to_print(scene.shell) == (None, True)
    preview = scene.window.show_print_preview()
    preview.choose("proposal")
    assert "是试算,不能作为正式名册打印" in preview.messages.words.text()
    qtbot.waitUntil(lambda: preview.is_ready, timeout=20_000)
    preview.choose("findings")
    assert preview.messages.isHidden()
    qtbot.waitUntil(lambda: preview.is_ready, timeout=20_000)
    preview.close()
    settled(page, qtbot)
