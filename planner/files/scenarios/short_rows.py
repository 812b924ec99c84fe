"""What a row of a sheet 方案 says where it has no column of its own for it, as with the eight columns."""

from __future__ import annotations

import re

from planner.county.records import AbsenceKind
from planner.files.columns import Reading
from planner.files.vocabulary import vocabulary
from planner.policy.setting_names import setting_called
from planner.scenarios.records import CHANGE_NAMES, ChangeKind
from planner.text import compact

Said = dict[str, str]  # the words of a row by field
_NAMES = {compact(word): kind for kind, name in CHANGE_NAMES.items() for word in (name.zh, name.en)}
_INTO = re.compile(
    r"\s*(?:[-=—]*>|[→⇒➔、,，;；/]|合并到|合并至|合并入|撤并到|撤并至|并入|并到|合入|\binto\b)\s*"
)
_PLACES = ("unit", "officer", "post")  # in which a row without 指标 may name its setting


def kind_called(word: str, said: Said, reading: Reading) -> ChangeKind | None:
    """Return the kind of change a row means by its word, the user's own decisions first."""
    code = reading.coded.code("change", word)
    if code is not None:
        return ChangeKind(code)
    if compact(word) in vocabulary().lists["changes"]["transfer_or_post_change"]:
        return ChangeKind.TRANSFER if said["unit"] else ChangeKind.POST_CHANGE
    if _leave_called(word, reading):
        return ChangeKind.LEAVE
    return _NAMES.get(compact(word))


def _leave_called(word: str, reading: Reading) -> str:
    code = reading.coded.code("absence_kind", word) or ""
    return "" if code == AbsenceKind.OTHER else code


def told_fully(kind: ChangeKind | None, said: Said, reading: Reading) -> Said:
    """Return the words of a row, each under the field that its kind of change looks for it."""
    full = dict(said)
    if kind is ChangeKind.TARGET:
        _tell_target(full)
    elif kind in (ChangeKind.MERGE_STATION, ChangeKind.CLOSE_STATION) and not full["into"]:
        stations = [part for part in _INTO.split(full["unit"]) if part]
        if len(stations) == 2:
            full["unit"], full["into"] = stations
        else:
            full["into"], full["post"] = full["post"], ""  # of no use to a station that goes
    elif kind is ChangeKind.LEAVE and not full["value"]:
        full["value"] = _leave_called(said["change"], reading)
    return full


def _tell_target(said: Said) -> None:
    """Take the setting from where another column names it, and its value from 数量."""
    if not said["key"]:
        named = [place for place in _PLACES if said[place]]
        known = [place for place in named if setting_called(said[place])]
        for place in (known or named)[:1]:
            said["key"], said[place] = said[place], ""
    if not said["value"]:
        said["value"], said["number"] = said["number"], ""
