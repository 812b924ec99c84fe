"""The dated changes of a scenario, edited like a sheet, each with whether it can be made."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from planner.document import Document
from planner.edits.refused import RefusedError
from planner.edits.scenarios import correct_change
from planner.errors import InputError
from planner.scenarios.records import CHANGE_NAMES, Change, ChangeKind
from planner.tables import typed
from planner.tables.change_content import content
from planner.tables.change_fields import FORMS, NOTE, Asked
from planner.tables.change_rows import ChangeRow
from planner.tables.change_words import FIELDS, Fields
from planner.tables.column import Choice, Column, Look, Table, Values
from planner.tables.kinds import borrower_choices, choice, day, flag, told, words
from planner.text import Language, Text, same

_NOT_ASKED = Text("“{kind}”不用填写这一项。", "“{kind}” does not ask for this.")
_NEEDED = Text("请填写{title}。", "Fill in: {title}.")
_OF_BASE = Text(
    "这项变动属于基础方案“{name}”,请到该方案中修改。",
    "This change belongs to the base “{name}”; change it there.",
)


def read_change(change: Change, given: Mapping[str, str], document: Document) -> Fields:
    """Return the fields of the record that words mean, by what its kind asks for.

    Raises RefusedError by the key of what cannot be; a setting is read before its value.
    """
    found, reasons = dict[str, object](), dict[tuple[int, str], Text]()
    asked_for = {asked.key: asked for asked in (*FORMS[change.kind].fields, NOTE)}
    for key, asked in asked_for.items():
        if key not in given:
            continue
        try:
            fields = _read(asked, given[key], document, replace(change, **_of_record(found)))
        except InputError as fault:
            reasons[change.id, key] = fault.message
            continue
        found |= fields
    if reasons:
        raise RefusedError(reasons)
    return found


def _read(asked: Asked, given: str, document: Document, change: Change) -> Fields:
    if asked.needed and not given.strip():
        raise InputError(_NEEDED.format(title=asked.title))
    return FIELDS[asked.key].read(given, document, change)


def _of_record(fields: Fields) -> dict[str, Any]:
    return fields


# the table


def changes_table(scenario: int | None, known: Callable[[], Document]) -> Table[ChangeRow]:
    """Return the table of the changes of a scenario; `known` gives who and what its changes may name."""

    def apply(document: Document, values: Values, _: date) -> Document:
        owners = {c.id: s for s in document.scenarios.values() for c in s.changes}
        reasons: dict[tuple[int, str], Text] = {}
        for id_, cells in values.items():
            owner = owners[id_]
            if owner.id != scenario:
                reasons |= {(id_, key): _OF_BASE.format(name=owner.name) for key in cells}
                continue
            change = next(c for c in owner.changes if c.id == id_)
            try:
                document = correct_change(document, id_, **_typed(change, cells, known()))
            except RefusedError as refusal:
                reasons |= refusal.reasons
        if reasons:
            raise RefusedError(reasons)
        return document

    return Table("changes", Text("变动", "Changes"), COLUMNS, apply)


def _typed(change: Change, cells: Mapping[str, object], known: Document) -> Fields:
    """Return the fields that typed cells mean; raise RefusedError by column."""
    found: Fields = {key: cells[key] for key in ("enabled", "date") if key in cells}
    column_of, given, reasons = dict[str, str](), dict[str, str](), dict[tuple[int, str], Text]()
    if found.get("date", change.date) is None:
        reasons[change.id, "date"] = _NEEDED.format(title=FORMS[change.kind].date)
    for column, cell in cells.items():
        if column in found:
            continue
        asked = NOTE if column == NOTE.key else FORMS[change.kind].asks(column)
        if asked is not None:
            column_of[asked.key], given[asked.key] = column, str(cell)
        elif str(cell).strip():
            reasons[change.id, column] = _NOT_ASKED.format(kind=CHANGE_NAMES[change.kind])
        else:
            found |= FIELDS[column].read("", known, change)
    try:
        found |= read_change(change, given, known)
    except RefusedError as refusal:
        reasons |= {(id_, column_of[key]): why for (id_, key), why in refusal.reasons.items()}
    if reasons:
        raise RefusedError(reasons)
    return found


def _field(
    key: str,
    title: Text,
    *,
    look: Look = Look.WORDS,
    width: int = 12,
    choices: Callable[[Document], Sequence[Choice]] | None = None,
) -> Column[ChangeRow]:
    """Return a column of one thing that changes ask for, read by the kind of each change."""

    def written(row: ChangeRow) -> Text:
        form = FORMS[row.change.kind]
        asked, borrower = form.asks(key), form.asks("unit")
        if asked is None and key == "name" and borrower is not None and borrower.key == "to":
            return same("")  # it stands under the unit
        return FIELDS[asked.key if asked is not None else key].words(row.change, row.document)

    def value(row: ChangeRow) -> Any:
        return row.change.number if look is Look.NUMBER else written(row).zh

    def in_language(row: ChangeRow, language: Language) -> str:
        return written(row).in_language(language)

    return Column(key, title, value, in_language, look, width, True, typed.a_text, choices)


def _of(key: str) -> Callable[[Document], Sequence[Choice]]:
    choices = FIELDS[key].choices
    assert choices is not None
    nothing = Change(0, ChangeKind.TRANSFER, date.min)
    return lambda document: choices(document, nothing)


COLUMNS: tuple[Column[ChangeRow], ...] = (
    flag("enabled", Text("启用", "On"), lambda r: r.change.enabled, edit=True, required=True, width=6),
    day("date", Text("日期", "Date"), lambda r: r.change.date, edit=True),
    choice("kind", Text("变动", "Change"), lambda r: r.change.kind, CHANGE_NAMES, width=14),
    told("content", Text("内容", "What it does"), lambda r: content(r.change, r.document), width=34),
    told("state", Text("情况", "State"), lambda r: r.said, width=16),
    _field("person", Text("人员", "Officer"), width=10, look=Look.CHOICE, choices=_of("person")),
    _field("unit", Text("单位", "Unit"), width=16, look=Look.CHOICE, choices=borrower_choices),
    _field("number", Text("数量", "Number"), width=6, look=Look.NUMBER),
    words("badge_number", Text("警号", "Badge"), lambda r: r.badges, width=9),
    _field("into", Text("并入单位", "Into"), width=16, look=Look.CHOICE, choices=_of("into")),
    _field("post", Text("岗位", "Post"), width=10, look=Look.CHOICE, choices=_of("post")),
    _field("until", Text("截止", "Until"), width=11, look=Look.DATE),
    _field("key", Text("指标", "Setting"), width=20, look=Look.CHOICE, choices=_of("key")),
    _field("value", Text("取值", "Value"), width=10),
    _field("name", Text("名称", "Name"), width=14),
    _field("note", Text("备注", "Note"), width=18),
)
