from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from planner.county.records import MoveKind, Post
from planner.document import Document
from planner.errors import InputError
from planner.text import Text, same
from tests.planner.building import TODAY, share_county
from ui.open_document import OpenDocument


@pytest.fixture
def document(qtbot: QtBot) -> OpenDocument:
    opened = OpenDocument(TODAY)
    opened.open(Document(share_county(5, 5).county), None)
    return opened


def _named(name: str) -> Callable[[Document], Document]:
    return lambda d: replace(d, county=replace(d.county, name=name))


def _refuse(_: Document) -> Document:
    raise InputError(Text("不行。", "No."))


def test_an_edit_after_an_undo_forgets_what_was_undone(document: OpenDocument) -> None:
    for name in ("甲", "乙"):
        document.apply(same(name), _named(name))
    document.undo_stack.undo()
    document.apply(same("丙"), _named("丙"))
    assert (document.undo_label, document.redo_label) == (same("丙"), None)
    document.undo_stack.undo()
    assert (document.undo_label, document.document.county.name) == (same("甲"), "甲")


def test_undoing_everything_gives_the_same_document_back(document: OpenDocument) -> None:
    first = document.document
    document.apply(same("甲"), _named("甲"))
    document.undo_stack.undo()
    assert document.document is first
    assert document.is_saved


def test_an_edit_that_is_refused_leaves_everything_as_it_was(document: OpenDocument, qtbot: QtBot) -> None:
    before = document.document
    with qtbot.assertNotEmitted(document.changed), pytest.raises(InputError):
        document.apply(same("甲"), _refuse)
    assert document.document is before
    assert document.undo_label is None


def test_an_edit_that_changes_nothing_is_no_step(document: OpenDocument, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(document.changed):
        document.apply(same("甲"), lambda d: d)
    assert document.undo_stack.count() == 0


def test_one_edit_is_told_once(document: OpenDocument) -> None:
    told: list[str] = []
    document.changed.connect(lambda: told.append(document.document.county.name))
    document.apply(same("甲"), _named("甲"))
    assert told == ["甲"]


def test_an_import_is_not_saved_yet(document: OpenDocument) -> None:
    document.open(Document(), None, saved=False)
    assert not document.is_saved
    document.open(Document(), None)
    assert document.is_saved


def test_what_is_edited_while_it_is_being_saved_stays_unsaved(document: OpenDocument) -> None:
    document.apply(same("甲"), _named("甲"))
    written = document.document
    document.apply(same("乙"), _named("乙"))
    document.mark_saved(written, Path("甲.jingli"))
    assert not document.is_saved
    assert document.path == Path("甲.jingli")


def test_another_date_is_no_edit_and_has_no_effect_to_show(document: OpenDocument) -> None:
    document.apply(same("甲"), _named("甲"))
    assert document.previous_audit is not None
    document.go_to(date(2026, 1, 1))
    assert document.previous_audit is None
    assert document.audit.state.date == date(2026, 1, 1)
    assert document.undo_stack.count() == 1


def test_the_audit_after_moves_is_the_audit_itself_where_none_is_pending(document: OpenDocument) -> None:
    assert document.audit_after_approved is document.audit
    b = share_county(5, 5)
    station, office = b.county.units
    mover = next(p.person for p in b.county.postings.values() if p.unit == office)
    b.move(mover, MoveKind.TRANSFER, station, Post.CASE, date(2027, 1, 1))
    document.open(Document(b.county), None)
    target = document.audit_after_approved.target("station_share")
    assert target is not None
    assert target.numerator == 6
