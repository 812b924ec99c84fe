from __future__ import annotations

from datetime import date
from typing import Any

from pytestqt.qtbot import QtBot

from planner.county.records import Post
from planner.document import Document
from planner.errors import InputError
from planner.tables.names import POSTS
from planner.text import Text
from ui.forms.fields import choice_field, date_field, text_field
from ui.forms.form_dialog import FormDialog

FIELDS = (
    text_field("name", Text("姓名", "Name"), needed=True),
    choice_field("post", Text("岗位", "Post"), POSTS, Post.CASE),
    date_field("day", Text("日期", "Day")),
)


def open_form(qtbot: QtBot, given: list[Any], refuse: bool = False) -> FormDialog:
    def submit(values: Any) -> None:
        if refuse:
            raise InputError(Text("不行。", "That cannot be."))
        given.append(dict(values))

    form = FormDialog(Text("表", "Form"), FIELDS, submit, Document(), "en")
    qtbot.addWidget(form)
    form.open()
    return form


def test_typed_words_are_given_as_values(qtbot: QtBot) -> None:
    given: list[Any] = []
    form = open_form(qtbot, given)
    form.fill("name", " 王宇 ")
    form.fill("post", "community")
    form.fill("day", "2026年3月5日")
    form.accept()
    assert given == [{"name": "王宇", "post": Post.COMMUNITY, "day": date(2026, 3, 5)}]


def test_a_missing_or_wrong_value_is_said_in_the_form_which_stays_open(qtbot: QtBot) -> None:
    given: list[Any] = []
    form = open_form(qtbot, given)
    form.accept()
    assert (form.isVisible(), form.fault.text(), given) == (True, "Fill in “Name”.", [])
    form.fill("name", "王宇")
    form.fill("day", "soon")
    form.accept()
    assert "is no date" in form.fault.text()


def test_a_refused_edit_is_said_in_the_form(qtbot: QtBot) -> None:
    form = open_form(qtbot, [], refuse=True)
    form.fill("name", "王宇")
    form.accept()
    assert (form.isVisible(), form.fault.text()) == (True, "That cannot be.")
