from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from planner.county.records import MoveStatus, Post
from planner.edits.relations import add_relation
from tests.planner.tables.counties import varied
from tests.ui.sessions import Session, Switch
from ui.forms.form_dialog import FormDialog
from ui.officer_card.officer_card import OfficerCard
from ui.officer_card.relation_form import NEW


@pytest.fixture
def card(qtbot: QtBot) -> OfficerCard:
    card = OfficerCard(Session(varied()), Switch())
    qtbot.addWidget(card)
    card.resize(700, 700)
    with qtbot.waitExposed(card):
        card.show()
    return card


def person(card: OfficerCard, name: str) -> int:
    return next(p.id for p in card.open_document.document.county.people.values() if p.name == name)


def test_before_anybody_is_chosen_the_card_says_how(card: OfficerCard) -> None:
    assert card.nobody.isVisible()


def test_the_card_says_where_somebody_counts_and_lists_the_records(card: OfficerCard) -> None:
    card.show_person(person(card, "张伟"))
    assert "张伟" in card.heading.text()
    assert "城关派出所" in card.counted.text()
    assert "政工室" in card.counted.text()
    assert len(card.secondments.model.rows) == 1
    assert len(card.postings.model.rows) == 1
    assert "无" in card.absences.title.text()


def test_fields_are_edited_one_by_one(card: OfficerCard) -> None:
    someone = person(card, "李静")
    card.show_person(someone)
    name, post = card.fields.editors["name"], card.fields.editors["post"]
    assert isinstance(name, QLineEdit)
    assert isinstance(post, QComboBox)
    name.setText("李婧")
    name.editingFinished.emit()
    post.setEditText("办案")
    post.lineEdit().editingFinished.emit()  # type: ignore[union-attr]
    assert card.open_document.document.county.people[someone].name == "李婧"
    assert card.open_document.audit.state.placed[someone].post is Post.CASE
    assert len(card.open_document.history) == 2  # type: ignore[attr-defined]


def test_a_refused_field_is_said_and_shown_as_before(card: OfficerCard) -> None:
    someone = person(card, "李静")
    card.show_person(someone)
    badge = card.fields.editors["badge_number"]
    assert isinstance(badge, QLineEdit)
    before = badge.text()
    badge.setText(card.open_document.document.county.people[person(card, "王宇")].badge_number)
    badge.editingFinished.emit()
    assert card.fault.isVisible()
    assert badge.text() == before


def test_records_are_edited_in_place(card: OfficerCard) -> None:
    card.show_person(person(card, "张伟"))
    model = card.secondments.model
    assert model.setData(model.index(0, model.section_of("reason")), "专案")
    [record] = [s for s in card.open_document.document.county.secondments.values() if s.reason]
    assert record.reason == "专案"


def test_a_transfer_is_proposed_approved_and_taken_back(card: OfficerCard) -> None:
    someone = person(card, "李静")
    card.show_person(someone)
    card.ask_transfer()
    form = card.findChild(FormDialog)
    assert form is not None
    form.fill("unit", "河口派出所")
    form.accept()
    card.approve_moves()
    [move] = [m for m in card.open_document.document.county.moves.values() if m.person == someone]
    assert move.status is MoveStatus.APPROVED
    assert card.open_document.audit.state.placed[someone].home == move.to_unit
    card.take_moves_back()
    card.take_moves_back()
    assert not [m for m in card.open_document.document.county.moves.values() if m.person == someone]


def test_the_card_follows_undo_and_language(card: OfficerCard) -> None:
    card.show_person(person(card, "李静"))
    card.fields.given.emit("remarks", "新")
    card.open_document.undo()  # type: ignore[attr-defined]
    remarks = card.fields.editors["remarks"]
    assert isinstance(remarks, QLineEdit)
    assert remarks.text() == ""
    card.language.to("en")  # type: ignore[attr-defined]
    assert "at own unit" in card.counted.text()


def test_a_relative_is_recorded_shown_on_both_cards_and_removed(card: OfficerCard) -> None:
    one, other = person(card, "李静"), person(card, "王宇")
    card.show_person(one)
    card.ask_relation()
    form = card.findChild(FormDialog)
    assert form is not None
    form.fill("relative", "王宇")
    form.fill("kind", "夫妻")
    form.accept()
    card.show_person(other)
    [row] = card.relations.model.rows
    assert (row.relative.person.id, row.kind.en) == (one, "spouses")
    findings = [f for f in card.open_document.audit.findings if f.rule == "kin_avoidance"]
    assert [set(f.people) for f in findings] == [{one, other}]
    card.remove_relation()
    assert not card.open_document.document.county.relations
    card.open_document.undo()  # type: ignore[attr-defined]
    assert len(card.relations.model.rows) == 1


def test_a_second_relation_of_the_same_two_is_refused_in_the_form(card: OfficerCard) -> None:
    one = person(card, "李静")
    card.open_document.apply(NEW, lambda d: add_relation(d, person(card, "王宇"), one))
    card.show_person(one)
    card.ask_relation()
    form = card.findChild(FormDialog)
    assert form is not None
    form.fill("relative", "王宇")
    form.accept()
    assert "已有登记" in form.fault.text()


def test_of_several_relatives_the_one_to_remove_has_to_be_selected(card: OfficerCard) -> None:
    one = person(card, "李静")
    for name in ("王宇", "张伟"):
        card.open_document.apply(NEW, lambda d, n=name: add_relation(d, one, person(card, n)))
    card.show_person(one)
    card.remove_relation()
    assert card.fault.isVisible()
    assert len(card.open_document.document.county.relations) == 2
