"""The values that changes give: of a policy setting as it reads them, or the kind of a leave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from planner.county.records import AbsenceKind
from planner.document import Document
from planner.errors import InputError
from planner.policy.policy import checked
from planner.policy.setting import Setting, raw_of, written
from planner.policy.settings import SETTINGS
from planner.policy.share import Share
from planner.scenarios.records import Change, ChangeKind
from planner.tables import names, typed
from planner.tables.column import Choice
from planner.tables.policy import value_words
from planner.text import Text, compact, same

_KEY_FIRST = Text("请先选择指标,再填写取值。", "Choose the setting first, then its value.")


def value_of(change: Change, _: Document) -> Text:
    """Return the value of a setting, or the kind of leave, that a change gives."""
    if change.kind is ChangeKind.LEAVE:
        kind = change.value
        return names.ABSENCE_KINDS[AbsenceKind(kind)] if kind in list(AbsenceKind) else same(kind)
    setting = SETTINGS.get(change.key)
    return (
        same(change.value) if setting is None or not change.value else _setting_words(setting, change.value)
    )


def _setting_words(setting: Setting, kept: str) -> Text:
    try:
        return value_words(setting, setting.parse(raw_of(setting, kept)))
    except (ValueError, TypeError):
        return same(kept)


def read_value(words: str, document: Document, change: Change) -> dict[str, object]:
    """Return the field that words mean, by the setting or the kind of the change; or raise InputError."""
    if not words.strip():
        return {"value": ""}
    if change.kind is ChangeKind.LEAVE:
        return {"value": str(typed.a_choice(words, names.ABSENCE_KINDS) or "")}
    setting = SETTINGS.get(change.key)
    if setting is None:
        raise InputError(_KEY_FIRST)
    return {"value": _kept(setting, words, document)}


def _kept(setting: Setting, words: str, document: Document) -> str:
    """Return the words of a value as a change keeps them."""
    match setting.kind:
        case "switch":
            return written(bool(typed.a_flag(words, document)))
        case "choice":
            return typed.a_choice(words, setting.choices or {}) or ""
        case "share":
            value = checked(setting.key, compact(words))
            return value.words if isinstance(value, Share) else str(value)
        case _:
            return str(checked(setting.key, compact(words)))


def value_choices(change: Change) -> Sequence[Choice]:
    """Return the values a change may choose from; none where one is typed."""
    if change.kind is ChangeKind.LEAVE:
        return _choices(names.ABSENCE_KINDS)
    setting = SETTINGS.get(change.key)
    if setting is None:
        return ()
    if setting.kind == "switch":
        return [Choice(True, names.YES), Choice(False, names.NO)]
    return _choices(setting.choices or {})


def _choices(
    choices: Mapping[object, Text] | Mapping[str, Text] | Mapping[AbsenceKind, Text],
) -> list[Choice]:
    return [Choice(value, words) for value, words in choices.items()]
