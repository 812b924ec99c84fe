"""The forms of scenarios: a new one, its name and note, its base, a copy, adopting it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from planner.document import Document
from planner.edits.scenarios import (
    describe_scenario,
    duplicate_scenario,
    new_scenario,
    rename_scenario,
    set_base,
)
from planner.scenarios.adding import free_name
from planner.scenarios.applying import chain_of
from planner.scenarios.records import Scenario
from planner.tables.scenarios import AS_IT_STANDS
from planner.text import Text, joined, same
from ui.forms.fields import choice_field, text_field
from ui.forms.form_dialog import Field

NEW, RENAME = Text("新建方案", "New scenario"), Text("方案名称和说明", "Name and note of a scenario")
BASE, DUPLICATE = Text("更换基础", "Change the base"), Text("复制方案", "Duplicate the scenario")
ADOPT, REMOVE = Text("采用方案", "Adopt the scenario"), Text("删除方案", "Remove the scenario")
NEW_INTRO = Text(
    "方案从现状或另一方案出发,加上有日期的变动;名册本身不变。",
    "A scenario starts from the county as it stands or from another scenario and adds dated changes;"
    " the roster itself stays as it is.",
)
BASE_INTRO = Text(
    "“{name}”的变动改为加在所选基础上;做不成的会列为“无法实施”。",
    "The changes of “{name}” then follow those of the base chosen; what cannot be made is listed.",
)
ADOPT_INTRO = Text(
    "采用“{name}”:{n} 项变动写入名册和口径,成为有日期的记录,将来的仍在将来生效。{with_}"
    "采用后方案{names}不再列出;这是一步操作,可以撤销。",
    "Adopting “{name}” writes {n} changes into the county as dated records; what lies ahead stays ahead."
    " {with_}The scenarios adopted ({names}) are then no longer listed; it is one step and can be undone.",
)
_WITH = Text("其中包括基础方案的变动。", "Those of its bases are among them. ")
_OFF = Text("停用的 {n} 项不写入。", "{n} switched off are left out. ")
_COPY_NAME = Text("{name} 副本", "{name} copy")
_NAME, _NOTE = Text("名称", "Name"), Text("说明", "Note")
_STANDS = 0  # among the bases one can choose


def name_field(start: str) -> Field:
    """Return the field of a scenario's name."""
    return text_field("scenario", Text("方案名称", "Name of the scenario"), start, needed=True)


def new_fields(document: Document, selected: int | None) -> Sequence[Field]:
    """Return the fields of a new scenario on the county as it stands; the one selected is offered next."""
    others = [id_ for id_ in document.scenarios if id_ != selected]
    return (
        text_field("name", _NAME, needed=True),
        _base_field(document, None, others if selected is None else (selected, *others)),
        text_field("note", _NOTE),
    )


def made(document: Document, values: Mapping[str, Any]) -> Document:
    """Return the document with the new scenario."""
    return new_scenario(document, values["name"], _base_of(values), values["note"])


def rename_fields(scenario: Scenario) -> Sequence[Field]:
    """Return the fields of a name and a note."""
    return text_field("name", _NAME, scenario.name, needed=True), text_field("note", _NOTE, scenario.note)


def renamed(document: Document, scenario: int, values: Mapping[str, Any]) -> Document:
    """Return the document with a scenario under the name and note given."""
    return describe_scenario(rename_scenario(document, scenario, values["name"]), scenario, values["note"])


def base_fields(document: Document, scenario: Scenario) -> Sequence[Field]:
    """Return the field of another base: none that stands on the scenario itself."""
    known = document.scenarios
    others = [id_ for id_ in known if scenario.id not in (one.id for one in chain_of(known, id_))]
    return (_base_field(document, scenario.base, others),)


def rebased(document: Document, scenario: int, values: Mapping[str, Any]) -> Document:
    """Return the document with a scenario on the base chosen, itself where that is the one it has."""
    base = _base_of(values)
    return document if document.scenarios[scenario].base == base else set_base(document, scenario, base)


def duplicate_fields(document: Document, scenario: Scenario) -> Sequence[Field]:
    """Return the field of a copy's name."""
    return (name_field(free_name(document, _COPY_NAME.format(name=scenario.name).zh)),)


def duplicated(document: Document, scenario: int, values: Mapping[str, Any]) -> Document:
    """Return the document with a copy of a scenario."""
    return duplicate_scenario(document, scenario, values["scenario"])


def adopt_words(document: Document, scenario: Scenario) -> Text:
    """Return what adopting a scenario will do."""
    chain = chain_of(document.scenarios, scenario.id)
    changes = [change for one in chain for change in one.changes]
    off = sum(not change.enabled for change in changes)
    with_ = _WITH if len(chain) > 1 else Text("", "")
    if off:
        more = _OFF.format(n=off)
        with_ = Text(with_.zh + more.zh, with_.en + more.en)
    names = joined(same(f"“{one.name}”") for one in chain)
    return ADOPT_INTRO.format(name=scenario.name, n=len(changes) - off, with_=with_, names=names)


def _base_field(document: Document, start: int | None, offered: Sequence[int]) -> Field:
    bases = {_STANDS: AS_IT_STANDS, **{id_: same(document.scenarios[id_].name) for id_ in offered}}
    known = start if start in bases else None
    return choice_field("base", Text("基础", "Base"), bases, _STANDS if known is None else known)


def _base_of(values: Mapping[str, Any]) -> int | None:
    return None if values["base"] == _STANDS else values["base"]
