"""The form of a change: what its kind asks for, chosen from what the scenario knows by then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QComboBox, QLineEdit

from planner.document import Document
from planner.edits.scenarios import add_change, correct_change, new_scenario
from planner.errors import InputError
from planner.policy.settings import SETTINGS
from planner.scenarios.records import CHANGE_NAMES, Change
from planner.tables import typed
from planner.tables.change_fields import FORMS, NOTE, Asked
from planner.tables.change_words import FIELDS, listed
from planner.tables.changes import read_change
from planner.tables.policy import value_words
from planner.text import Language, Text
from ui.forms.fields import date_field
from ui.forms.form_dialog import Field, FormDialog

NEW, EDIT = Text("新增变动:{kind}", "Add a change: {kind}"), Text("修改变动:{kind}", "Change: {kind}")
_SEVERAL = Text(
    "姓名或警号;多人用“、”分隔,每人一项变动",
    "names or badge numbers; several by commas, one change each",
)
_NOW = Text("现为 {value}", "now {value}")


def title(form: Text, change: Change) -> Text:
    """Return what the form of a change is called."""
    return form.format(kind=CHANGE_NAMES[change.kind])


def about(change: Change) -> Text:
    """Return what a change of this kind does, as its form begins."""
    return FORMS[change.kind].about


def change_fields(change: Change, known: Document, *, several: bool) -> Sequence[Field]:
    """Return the fields of a change as it stands; `several` lets more than one officer be named."""
    form = FORMS[change.kind]
    return (
        date_field("date", form.date, change.date, needed=True),
        *(_field(asked, change, known, several=several) for asked in (*form.fields, NOTE)),
    )


def _field(asked: Asked, change: Change, known: Document, *, several: bool) -> Field:
    kept = FIELDS[asked.key]
    return Field(
        asked.key,
        asked.title,
        typed.a_text,
        (kept.start or kept.words)(change, known),
        kept.choices(known, change) if kept.choices is not None else None,
        date=asked.key == "until",
        needed=asked.needed,
        hint=_SEVERAL if several and asked.key == "person" else asked.hint,
    )


def added(
    document: Document, scenario: int, change: Change, values: Mapping[str, Any], known: Document
) -> Document:
    """Return the document with what the form says at the end of a scenario, one change for each officer."""
    for words in _one_by_one(values):
        fields = read_change(change, words, known)
        document = add_change(document, scenario, change.kind, values["date"], **fields)
    return document


def begun(document: Document, change: Change, values: Mapping[str, Any], known: Document) -> Document:
    """Return the document with a new scenario, named by the form, that begins with what the form says."""
    made = new_scenario(document, values["scenario"])
    return added(made, max(made.scenarios), change, values, known)


def corrected(document: Document, change: Change, values: Mapping[str, Any], known: Document) -> Document:
    """Return the document with a change as the form says."""
    fields = read_change(change, _words(values), known)
    return correct_change(document, change.id, date=values["date"], **fields)


def _words(values: Mapping[str, Any]) -> dict[str, str]:
    return {key: value for key, value in values.items() if isinstance(value, str)}


def _one_by_one(values: Mapping[str, Any]) -> Iterator[Mapping[str, str]]:
    words = _words(values)
    if len(people := listed(words.get("person", ""))) < 2:
        yield words
        return
    for person in people:
        yield {**words, "person": person}


def follow_choices(dialog: FormDialog, change: Change, known: Document, language: Language) -> None:
    """Offer what goes with what is chosen in a form: values of its setting, another unit than its own."""
    _follow_setting(dialog, change, known, language)
    _follow_unit(dialog, change, known, language)


def _follow_unit(dialog: FormDialog, change: Change, known: Document, language: Language) -> None:
    unit, into = dialog.editors.get("unit"), dialog.editors.get("into")
    if not isinstance(unit, QComboBox) or not isinstance(into, QComboBox):
        return

    def follow(words: str) -> None:
        assert isinstance(into, QComboBox)
        _offer_choices(into, "into", _with(change, "unit", words, known), known, language)

    unit.currentTextChanged.connect(follow)
    follow(unit.currentText())


def _follow_setting(dialog: FormDialog, change: Change, known: Document, language: Language) -> None:
    """Offer the values of the setting that is chosen in a form, and say which one holds now."""
    key, value = dialog.editors.get("key"), dialog.editors.get("value")
    if not isinstance(key, QComboBox) or not isinstance(value, QComboBox):
        return
    line = value.lineEdit()
    assert line is not None

    def follow(words: str) -> None:
        assert isinstance(value, QComboBox)
        assert line is not None
        _offer_values(value, line, _with(change, "key", words, known), known, language)

    key.currentTextChanged.connect(follow)
    follow(key.currentText())


def _with(change: Change, key: str, words: str, known: Document) -> Change:
    """Return a change with what a field of its form says so far, empty where that means nothing."""
    for said in (words, ""):
        try:
            fields: dict[str, Any] = FIELDS[key].read(said, known, change)
            return replace(change, **fields)
        except InputError:
            continue
    return change


def _offer_choices(box: QComboBox, key: str, change: Change, known: Document, language: Language) -> None:
    """Offer other choices of a field; what was typed into it stays."""
    given, choices = box.currentText(), FIELDS[key].choices
    assert choices is not None
    box.clear()
    box.addItems(["", *(choice.words.in_language(language) for choice in choices(known, change))])
    completer = box.completer()
    assert completer is not None
    completer.setModel(box.model())
    box.setEditText(given)


def _offer_values(
    box: QComboBox, line: QLineEdit, change: Change, known: Document, language: Language
) -> None:
    _offer_choices(box, "value", change, known, language)
    setting = SETTINGS.get(change.key)
    now = _NOW.format(value=value_words(setting, known.policy.value(setting.key))) if setting else None
    line.setPlaceholderText(now.in_language(language) if now is not None else "")
