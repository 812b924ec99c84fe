"""One row of a sheet 方案 made a change: its officers, its units, its setting and value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from planner.document import Document
from planner.errors import InputError
from planner.files.columns import Reading
from planner.files.duty.people import DutyPeople
from planner.files.duty.where import DutyUnits
from planner.files.issues import IssueKind
from planner.files.scenarios.recruits import recruit_called
from planner.files.scenarios.rows import Row
from planner.files.scenarios.sheet import by_heading
from planner.files.tables import Table
from planner.files.who import Found
from planner.policy.setting_names import setting_called
from planner.scenarios.applying import chain_of
from planner.scenarios.records import Change, ChangeKind, Scenario, unit_opened_by
from planner.scenarios.unread import with_unread
from planner.tables.change_values import read_value
from planner.tables.change_words import listed
from planner.text import Text, compact

_NO_UNIT = Text(
    "没有名为“{name}”的单位,变动已保留,原文记在备注,请补充单位。",
    "No unit is called “{name}”; the change is kept with the words in its note, give its unit.",
)
_KEPT = Text("{doubt}变动已保留,原文记在备注。", "{doubt} The change is kept with the words in its note.")
_NO_INTO = Text(
    "“{name}”没有写明并入哪个所:请填“并入单位”列,没有此列时在“单位”列写“甲派出所→乙派出所”,一行一个被合并的所。",
    "“{name}” names no station to merge into: fill in 并入单位, or without that column write both in 单位 as"
    " “A→B”, a row for each station merged.",
)
_NO_SETTING = Text(
    "没有写明哪项指标:请在“指标”列(没有此列时在“单位”列)写名称或代码,如“派出所警力占比”或 station_share,"
    "在“取值”列(没有此列时在“数量”列)写数值。",
    "The row says no setting: write its title or code, such as station_share, under 指标 (without that column"
    " under 单位), and its value under 取值 (without that column under 数量).",
)
_UNKNOWN_SETTING = Text(
    "没有名为“{words}”的指标,原文保留;请写名称或代码,如“派出所警力占比”或 station_share。",
    "No setting is called “{words}”, the words are kept; write its title or code, such as station_share.",
)
_OUTSIDE = (ChangeKind.SECONDMENT, ChangeKind.CAMPAIGN)
Numbered = Mapping[int, Sequence[tuple[Change, Row]]]  # the changes of each scenario, with their ids


class ChangeReader:
    """Reads rows as changes; words that mean nobody, no unit or no value are listed and kept in the note."""

    def __init__(
        self,
        table: Table,
        document: Document,
        reading: Reading,
        scenarios: Mapping[int, Scenario],
        numbered: Numbered,
    ) -> None:
        self._table, self._document, self._reading, self._scenarios = table, document, reading, scenarios
        self._people, self._units = DutyPeople(document), DutyUnits(document.county)
        noted = (change for s in document.scenarios.values() for change in s.changes)
        self._notes_en = {(change.id, change.note): change.note_en for change in noted}
        self._change_ids = {s.name: [c.id for c in s.changes] for s in scenarios.values()}
        for id_, changes in numbered.items():
            self._change_ids[scenarios[id_].name] = [change.id for change, _ in changes]
        self._opened = _opened(numbered)
        self._lost: dict[str, str] = {}  # words of the row being read, by field

    def read(self, scenario: int, change: Change, row: Row) -> Change:
        """Return the change of a row of a scenario; it comes with its id, kind and date."""
        self._lost = dict(row.unread)
        change = replace(
            change,
            enabled=row.enabled,
            post=row.post,
            number=row.number,
            until=row.until,
            key=self._setting(change.kind, row),
            into=self._unit(scenario, row.into, row, "into"),
        )
        change = replace(change, value=self._value(change, row))
        change = self._with_place(scenario, self._with_people(change, row), row)
        noted = with_unread(row.note, by_heading(self._lost))
        known = self._notes_en.get((change.id, noted.zh), "")
        return replace(change, note=noted.zh, note_en=known or (noted.en if noted.en != noted.zh else ""))

    def _setting(self, kind: ChangeKind, row: Row) -> str:
        key = setting_called(row.key)
        if key is None and row.key:
            self._note(IssueKind.UNKNOWN_WORD, _UNKNOWN_SETTING.format(words=row.key), row, "key")
        elif key is None and kind is ChangeKind.TARGET:
            self._note(IssueKind.UNKNOWN_WORD, _NO_SETTING, row, "key")
        return key or row.key

    def _value(self, change: Change, row: Row) -> str:
        """Return the value of a setting or the kind of a leave; the words where they mean neither."""
        has_meaning = change.kind is ChangeKind.LEAVE or setting_called(change.key) is not None
        if not row.value or not has_meaning:
            return row.value
        try:
            return str(read_value(row.value, self._document, change)["value"])
        except InputError as fault:
            self._note(IssueKind.BAD_NUMBER, fault.message, row, "value" if self._has("value") else "number")
            return row.value

    def _has(self, field: str) -> bool:
        return self._table.has(field)

    def _with_people(self, change: Change, row: Row) -> Change:
        if change.kind is ChangeKind.RECRUIT:
            return replace(change, name=row.officer)
        if change.kind is ChangeKind.CAMPAIGN:
            return replace(change, people=tuple(p for p in self._listed(row) if p is not None))
        return replace(change, person=self._person(row.officer, row.badge, row))

    def _with_place(self, scenario: int, change: Change, row: Row) -> Change:
        """Return a change with its unit; who borrows and is no unit of the bureau is outside it."""
        if change.kind is ChangeKind.OPEN_STATION:
            return replace(change, name=row.unit)
        if change.kind in _OUTSIDE and self._known_unit(scenario, row.unit) is None:
            return replace(change, name=row.unit)
        if change.kind is ChangeKind.MERGE_STATION and row.unit and not row.into:
            self._note(IssueKind.UNKNOWN_UNIT, _NO_INTO.format(name=row.unit), row, "unit")
        return replace(change, unit=self._unit(scenario, row.unit, row, "unit"))

    def _known_unit(self, scenario: int, words: str) -> int | None:
        for one in reversed(chain_of(self._scenarios, scenario)):
            if (opened := self._opened.get((one.id, compact(words)))) is not None:
                return opened
        return self._units.find(words)

    def _unit(self, scenario: int, words: str, row: Row, field: str) -> int | None:
        found = self._known_unit(scenario, words) if words else None
        if found is None and words:
            self._lost[field] = words
            self._note(IssueKind.UNKNOWN_UNIT, _NO_UNIT.format(name=words), row, field)
        return found

    def _listed(self, row: Row) -> Sequence[int | None]:
        names, badges = listed(row.officer), listed(row.badge)
        if len(names) < len(badges):
            names = [""] * len(badges)  # a name left out: the numbers alone tell
        badges += [""] * (len(names) - len(badges))
        return [self._person(name, badge, row) for name, badge in zip(names, badges, strict=True)]

    def _person(self, name: str, badge: str, row: Row) -> int | None:
        if not name and not badge:
            return None
        recruit = None if badge else recruit_called(name, row.scenario, self._change_ids)
        if recruit is not None:
            return recruit
        found = self._people.anywhere(name, badge)
        if found.person is None and name and not badge:
            by_number = self._people.anywhere("", name)  # the officer may be given by badge number
            found = by_number if by_number.person is not None else found
        self._note_doubt(found, name, badge, row)
        return found.person

    def _note_doubt(self, found: Found, name: str, badge: str, row: Row) -> None:
        if found.doubt is None:
            return
        field = "officer" if name or not self._has("badge") else "badge"
        if found.person is not None:
            self._note(IssueKind.CONTRADICTION, found.doubt, row, field, found.person)
        else:
            self._note(IssueKind.NO_PERSON, _KEPT.format(doubt=found.doubt), row, field)
            for lost, words in (("officer", name), ("badge", badge)):
                if words:
                    self._lost[lost] = "、".join(filter(None, (self._lost.get(lost), words)))

    def _note(self, kind: IssueKind, message: Text, row: Row, field: str, person: int | None = None) -> None:
        heading = self._table.heading(field)
        self._reading.complaints.add(kind, message, self._table.name, row.row, heading, person)


def _opened(numbered: Numbered) -> Mapping[tuple[int, str], int]:
    """Return the stations opened by scenario and name: of several of one name the first that is on."""
    found: dict[tuple[int, str], int] = {}
    for id_, changes in numbered.items():
        for change, row in sorted(changes, key=lambda pair: not pair[1].enabled):
            if change.kind is ChangeKind.OPEN_STATION:
                found.setdefault((id_, compact(row.unit)), unit_opened_by(change.id))
    return found
