"""Who works away from home: the 借调 sheet first, then the roster's own columns, then its remarks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from planner.county.records import Category, Secondment, SecondmentKind, SecondmentSource, UnitKind
from planner.files.cells import badge, person_name, read_column
from planner.files.columns import Columns, Reading
from planner.files.issues import IssueKind
from planner.files.remarks import ToldStay, told_stay
from planner.files.roster import RosterPeople
from planner.files.stays import Place, StayColumns, place_of, read_stays
from planner.files.tables import Table
from planner.files.unit_kinds import infer_kind
from planner.files.unit_names import unit_words
from planner.files.vocabulary import AWAY
from planner.files.who import PeopleIndex
from planner.text import Text

_TWICE = Text(
    "此行与本表第 {row} 行是同一次借调,只计一次。", "This row is the same stay as row {row}; counted once."
)
ENDS_EARLY = Text(
    "结束日期早于开始日期,按原样保留,请核对。", "An end lies before the start; both are kept, please verify."
)
_NO_STATION = Text(
    "本局没有“{place}”,按局外单位处理,请核对名称。",
    "The bureau has no “{place}”; taken as a place outside it, check the name.",
)
_NO_PLACE = Text(
    "没有写借调到哪里,按局外单位处理。", "It is not said where to; taken as a place outside the bureau."
)
_HOME = Text(
    "借调单位就是本人的编制单位,未记为借调。",
    "The borrowing unit is the home unit; no secondment is recorded.",
)
_TWO_PLACES = Text(
    "借调表记载在“{first}”,此处为“{second}”,按借调表采用。",
    "The secondments say “{first}”, here it is “{second}”; the secondments are followed.",
)
_RETURNED = Text(
    "借调表记载已从“{first}”返回,此处仍在该单位,按借调表采用。",
    "The secondments say returned from “{first}”, here still there; the secondments are followed.",
)
_WORKING = Text(
    "借调单位“{first}”与实际工作单位“{second}”不一致,按借调单位采用。",
    "Seconded to “{first}” but working at “{second}”; the secondment is followed.",
)
_STATUS = Text(
    "人员状态为“{words}”但没有写明借调单位,按局外单位处理,请补充。",
    "The status is “{words}” but no borrowing unit is given; taken as outside the bureau, please complete.",
)
_TOLD = Text(
    "备注写有“{words}”,此人没有借调记录:按借调到“{place}”计,请核实。",
    "The remarks say “{words}” and there is no record: taken as seconded to “{place}”, please verify.",
)
_NOT_TAKEN = Text(
    "备注写有“{words}”,已按您的选择不计为借调。",
    "The remarks say “{words}”; by your choice it is not taken as a secondment.",
)
_TO_VERIFY = Text(
    "备注写有“{words}”,可能是借调或抽调:没有借调记录,未计入,请核实。",
    "The remarks say “{words}”, which may be a draw-off: there is no record, none is counted, please verify.",
)


@dataclass(frozen=True, slots=True)
class AskedRemark:
    """A draw-off of the remarks, for the person to confirm."""

    person: int
    key: str
    words: str
    place: str
    answer: bool | None
    sheet: str
    row: int


@dataclass
class Stays:
    """Every secondment found, by person, and the remarks to confirm."""

    records: list[Secondment] = field(default_factory=list)
    by_person: dict[int, list[int]] = field(default_factory=dict)  # places in `records`
    remarks: list[AskedRemark] = field(default_factory=list)

    def add(self, record: Secondment) -> None:
        """Keep a record."""
        self.by_person.setdefault(record.person, []).append(len(self.records))
        self.records.append(record)

    def of(self, person: int) -> list[tuple[int, Secondment]]:
        """Return somebody's records with their places."""
        return [(i, self.records[i]) for i in self.by_person.get(person, ())]


class SecondmentReader:
    """Reads who is away from the sheets of one import."""

    def __init__(self, reading: Reading, roster: RosterPeople, index: PeopleIndex) -> None:
        self._reading = reading
        self._roster = roster
        self._index = index
        self.stays = Stays()

    def read_sheet(self, table: Table) -> None:
        """Read the rows of the 借调 sheet."""
        columns = Columns(table, self._reading)
        stays = read_stays(columns, self._reading)
        people = match_people(table, self._reading, self._index)
        first: dict[tuple[object, ...], int] = {}
        for row, person in enumerate(people):
            if person is None:
                continue
            place = stays.places[row]
            if place is None:
                self._complain(IssueKind.CONTRADICTION, _NO_PLACE, table, row, "seconded_to", person)
                place = Place(None)
            if place.unit is not None and place.unit == self._roster.homes[person]:
                self._complain(IssueKind.CONTRADICTION, _HOME, table, row, "seconded_to", person)
                continue
            record = stays.record(row, person, place)
            self._question_record(table, row, record)
            key = (person, place.key, record.from_)
            if key in first:
                self._complain(
                    IssueKind.REPEATED_ROW, _TWICE.format(row=first[key]), table, row, None, person
                )
                continue
            first[key] = table.numbers[row]
            self.stays.add(record)
        columns.settle(people)

    def read_roster(self, table: Table, people: Sequence[int | None]) -> None:
        """Read what the roster's own columns say of people being away."""
        columns = Columns(table, self._reading)
        stays = read_stays(columns, self._reading)
        columns.settle(people, [self._roster.extras.get(p or 0, {}) for p in people])
        known = {c: place_of(unit_words(c), self._reading) for c in set(table.cells("working_unit"))}
        working = [known[c] for c in table.cells("working_unit")]
        told = read_column(table.cells("remarks"), lambda c: told_stay(c) if isinstance(c, str) else None)
        for row, person in enumerate(people):
            if person is None:
                continue
            if stays.places[row] is not None:
                self._seconded(table, stays, row, person)
            if working[row] is not None:
                self._works(table, stays, working[row], row, person)
            if person in self._roster.statuses:
                self._by_status(table, stays, row, person)
            if told[row] is not None:
                self._told(table, stays, told[row], row, person)

    def _seconded(self, table: Table, stays: StayColumns, row: int, person: int) -> None:
        place = stays.places[row]
        assert place is not None
        if place.unit is not None and place.unit == self._roster.homes[person]:
            self._complain(IssueKind.CONTRADICTION, _HOME, table, row, "seconded_to", person)
            return
        record = stays.record(row, person, place)
        self._question_record(table, row, record)
        for index, known in self.stays.of(person):
            if place_key(known) == place.key:
                self.stays.records[index] = _completed(known, record)
                if known.returned_on is not None and record.returned_on is None:
                    message = _RETURNED.format(first=self._words(place))
                    self._complain(IssueKind.CONTRADICTION, message, table, row, "seconded_to", person)
                return
        open_ = next((r for _, r in self.stays.of(person) if r.returned_on is None), None)
        if open_ is not None and record.returned_on is None:
            message = _TWO_PLACES.format(first=self._place_words(open_), second=self._words(place))
            self._complain(IssueKind.CONTRADICTION, message, table, row, "seconded_to", person)
            return
        self.stays.add(record)

    def _question_record(self, table: Table, row: int, record: Secondment) -> None:
        """List a station that is none of the bureau's, and dates that contradict each other."""
        outside = record.to_outside
        if outside and infer_kind(outside).kind is UnitKind.STATION:
            message = _NO_STATION.format(place=outside)
            self._complain(IssueKind.UNKNOWN_UNIT, message, table, row, "seconded_to", record.person)
        ends = [d for d in (record.until, record.returned_on, record.kept_until) if d is not None]
        if record.from_ is not None and ends and min(ends) < record.from_:
            self._complain(IssueKind.CONTRADICTION, ENDS_EARLY, table, row, "from", record.person)

    def _works(self, table: Table, stays: StayColumns, place: Place | None, row: int, person: int) -> None:
        assert place is not None
        records = self.stays.of(person)
        open_ = next((r for _, r in records if r.returned_on is None), None)
        if open_ is not None:
            if place_key(open_) != place.key and open_.kind is not SecondmentKind.TEMPORARY:
                message = _WORKING.format(first=self._place_words(open_), second=self._words(place))
                self._complain(IssueKind.CONTRADICTION, message, table, row, "working_unit", person)
            return
        if place.unit is not None and place.unit == self._roster.homes[person]:
            return
        if any(place_key(r) == place.key for _, r in records):
            message = _RETURNED.format(first=self._words(place))
            self._complain(IssueKind.CONTRADICTION, message, table, row, "working_unit", person)
            return
        self.stays.add(stays.record(row, person, place, SecondmentSource.WORKING_UNIT))

    def _by_status(self, table: Table, stays: StayColumns, row: int, person: int) -> None:
        """A status such as 借调 without any place."""
        code = self._roster.statuses[person]
        if code not in AWAY or any(r.returned_on is None for _, r in self.stays.of(person)):
            return
        told = told_stay(self._roster.people[person].remarks)
        if told is not None and told.unit:
            return
        cell = str(table.cells("status")[row])
        self._complain(IssueKind.CONTRADICTION, _STATUS.format(words=cell), table, row, "status", person)
        record = stays.record(row, person, Place(None))
        self.stays.add(replace(record, kind=SecondmentKind(code), to_verify=True))

    def _told(self, table: Table, stays: StayColumns, told: ToldStay | None, row: int, person: int) -> None:
        assert told is not None
        who = self._roster.people[person]
        if who.category not in (Category.SWORN, Category.PROBATIONER, Category.UNKNOWN):
            return
        if any(r.returned_on is None for _, r in self.stays.of(person)):
            return
        place = self._told_place(told.unit)
        if place is None:
            message = _TO_VERIFY.format(words=who.remarks)
            self._complain(IssueKind.REMARKS, message, table, row, "remarks", person)
            return
        if place.unit is not None and place.unit == self._roster.homes[person]:
            return
        key = who.name if who.made_up_badge else who.badge_number
        answer = self._reading.choices.remarks.get(key)
        words = self._words(place)
        self.stays.remarks.append(
            AskedRemark(person, key, who.remarks, words, answer, table.name, table.numbers[row])
        )
        message = _NOT_TAKEN if answer is False else _TOLD
        if answer is not True:
            self._complain(
                IssueKind.REMARKS,
                message.format(words=who.remarks, place=words),
                table,
                row,
                "remarks",
                person,
            )
        if answer is not False:
            record = stays.record(row, person, place, SecondmentSource.REMARKS)
            self.stays.add(replace(record, kind=told.kind, to_verify=answer is None))

    def _told_place(self, words: str) -> Place | None:
        """Return the place that remarks name: 刑侦大队专班 is the unit it begins with."""
        place = place_of(words, self._reading)
        if place is None or place.unit is not None:
            return place
        unit = self._reading.names.at_the_beginning(words)
        return place if unit is None else Place(unit)

    def _words(self, place: Place) -> str:
        return place.outside if place.unit is None else self._reading.names.names[place.unit]

    def _place_words(self, record: Secondment) -> str:
        return self._words(Place(None if record.to_unit is None else record.to_unit - 1, record.to_outside))

    def _complain(
        self, kind: IssueKind, message: Text, table: Table, row: int, field_: str | None, person: int
    ) -> None:
        heading = table.heading(field_) if field_ else None
        self._reading.complaints.add(kind, message, table.name, table.numbers[row], heading, person)


def match_people(
    table: Table,
    reading: Reading,
    index: PeopleIndex,
    fields: tuple[str, str, str] = ("name", "badge_number", "unit"),
) -> list[int | None]:
    """Return whom each row of a further sheet means by these fields; rows that mean nobody are listed."""
    name_, badge_, unit_ = fields
    names = read_column(table.cells(name_), person_name)
    badges = read_column(table.cells(badge_), badge)
    homes = read_column(table.cells(unit_), lambda c: reading.names.find(unit_words(c)))
    people: list[int | None] = []
    for row, (name, number, home) in enumerate(zip(names, badges, homes, strict=True)):
        found = index.find(name, number, home)
        if found.doubt is not None:
            kind = IssueKind.NO_PERSON if found.person is None else IssueKind.CONTRADICTION
            heading = table.heading(name_) or table.heading(badge_)
            reading.complaints.add(kind, found.doubt, table.name, table.numbers[row], heading, found.person)
        people.append(found.person)
    return people


def place_key(record: Secondment) -> object:
    """Return what two records of one place share, before and after units have ids."""
    return Place(None if record.to_unit is None else record.to_unit - 1, record.to_outside).key


def _completed(known: Secondment, roster: Secondment) -> Secondment:
    """Return the record of the 借调 sheet with what only the roster says."""
    blank = {
        name: getattr(roster, name)
        for name in ("from_", "until", "reason", "approval", "approver", "kept_until")
        if not getattr(known, name) and getattr(roster, name)
    }
    kept = known.kept_with_approval or roster.kept_with_approval
    return replace(known, kept_with_approval=kept, **blank)
