"""The roster: every row that is a person becomes one, with the posting it says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from planner.county.records import AbsenceKind, Category, Person, Post, Posting, Serving, Sex
from planner.files.cells import as_text, badge, name_key, person_name, read_column
from planner.files.columns import Columns, Reading
from planner.files.heads import is_unit_head
from planner.files.issues import IssueKind
from planner.files.tables import Table
from planner.files.unit_names import unit_words
from planner.files.vocabulary import vocabulary
from planner.text import Text, compact

_REPEATED = Text(
    "此行与第 {row} 行是同一人,只计一次。", "This row is the same person as row {row}; counted once."
)
_PINS_DIFFER = Text(
    "此行与第 {row} 行是同一人而“锁定”不同(第 {row} 行:{first};此行:{this}),采用第 {row} 行,请改成一致。",
    "This row is the person of row {row} with another pin (row {row}: {first}; here: {this}); row {row} is"
    " used, make them agree.",
)
_NO_PIN = Text("空白", "blank")
_TAKEN = Text(
    "警号 {badge} 与第 {row} 行重复而人员不同,两人均保留,此人暂编为 {new}。",
    "Badge number {badge} stands in row {row} too, for somebody else; both are kept, this one as {new}.",
)
_BLANK = Text("单位空白:保留,只计入全县。", "The unit is blank: kept, and counted in the county only.")
_NO_COLUMN = Text(
    "没有识别到单位列:所有人员只计入全县,请指定哪一列是单位。",
    "There is no column of units: everybody counts in the county only; say which column is the unit.",
)
_SOLE = Text("此行只有编号、没有其他内容,不计。", "This row holds nothing but a number; it is not counted.")
_DECISIVE = Text(
    "岗位“{words}”含义未知,暂按“其他”,请确认是否为社区民警或领导。",
    "The post “{words}” is unknown and taken as other; confirm whether it is a community officer or a head.",
)


@dataclass
class RosterPeople:
    """The people of the roster and what the further readers need to know of them, row by row."""

    people: dict[int, Person] = field(default_factory=dict)
    postings: dict[int, Posting] = field(default_factory=dict)  # by person
    homes: dict[int, int | None] = field(default_factory=dict)  # person -> place of the home unit
    statuses: dict[int, str] = field(default_factory=dict)  # codes that are neither serving nor left
    rows: list[tuple[Table, Sequence[int | None]]] = field(default_factory=list)  # people of each row
    stated_badges: dict[str, list[int]] = field(default_factory=dict)  # as in the file -> people
    extras: dict[int, dict[str, str]] = field(default_factory=dict)


class RosterReader:
    """Reads one roster sheet after the other into the same people."""

    def __init__(self, reading: Reading, first_id: int, rows: int, single_unit: int | None) -> None:
        self._reading = reading
        self._next = first_id
        self._rows = rows  # of all sheets: a posting's id is its person's, so much further on
        self._single = single_unit
        self._first_rows: dict[tuple[object, ...], tuple[int, int]] = {}
        self._first_pins: dict[int, str] = {}
        self.found = RosterPeople()

    def read(self, table: Table) -> None:
        """Read the rows of a table, all of which are people."""
        columns = Columns(table, self._reading)
        homes = self._homes(table)
        names = read_column(table.cells("name"), person_name)
        badges = read_column(table.cells("badge_number"), badge)
        ids = self._identities(table, names, badges, homes)
        extras: list[dict[str, str]] = [{} for _ in table.rows]
        self._own_columns(table, extras)
        self._people(columns, names, badges, ids, extras)
        self._postings(columns, ids, homes)
        columns.settle(ids, extras)
        self.found.extras.update((id_, extra) for id_, extra in zip(ids, extras, strict=True) if id_)
        self._complain_of_blank_units(table, ids, homes)
        self.found.rows.append((table, ids))

    def _homes(self, table: Table) -> Sequence[int | None]:
        if self._single is not None and not table.has("unit"):
            return [self._single] * len(table.rows)
        names = self._reading.names
        return read_column(table.cells("unit"), lambda cell: names.find(unit_words(cell)))

    def _identities(
        self, table: Table, names: Sequence[str], badges: list[str], homes: Sequence[int | None]
    ) -> list[int | None]:
        """Give everybody an id; a repeated row gets none, a badge number given twice is changed in place."""
        ids: list[int | None] = []
        pins = read_column(table.cells("pin"), as_text)
        for place, (name, number, home) in enumerate(zip(names, badges, homes, strict=True)):
            known = self._repeats(table, place, name, number, home)
            if known is not None:
                self._compare_pins(table, place, pins[place], *known)
                self._complain(
                    IssueKind.REPEATED_ROW, _REPEATED.format(row=known[1]), table, place, None, known[0]
                )
                ids.append(None)
                continue
            id_ = self._next
            self._next += 1
            self._first_pins[id_] = pins[place]
            ids.append(id_)
            self.found.homes[id_] = home
            if number:
                others = self.found.stated_badges.setdefault(number, [])
                if others:
                    badges[place] = self._renumber(table, place, number, id_, others)
                others.append(id_)
        return ids

    def _compare_pins(self, table: Table, place: int, pin: str, person: int, row: int) -> None:
        """Complain of a repeated row that pins otherwise than the first one, whose pin is used."""
        first = self._first_pins[person]
        if pin != first:
            message = _PINS_DIFFER.format(row=row, first=first or _NO_PIN, this=pin or _NO_PIN)
            self._complain(IssueKind.CONTRADICTION, message, table, place, "pin", person)

    def _repeats(
        self, table: Table, place: int, name: str, number: str, home: int | None
    ) -> tuple[int, int] | None:
        """Return the person and row that a row repeats: badge, name and unit, or without one of these all."""
        if number and name:
            key: tuple[object, ...] = (number, name_key(name), home)
        elif number or name:
            running = table.header.column("number")
            key = tuple(c for i, c in enumerate(table.rows[place]) if running is None or i != running.index)
            if sum(c != "" for c in key) < (2 if number else 4):
                return None
        else:
            return None
        known = self._first_rows.setdefault(key, (self._next, table.numbers[place]))
        return None if known[0] == self._next else known

    def _renumber(self, table: Table, place: int, number: str, id_: int, others: Sequence[int]) -> str:
        serial = len(others) + 1
        while (new := f"{number}-{serial}") in self.found.stated_badges:
            serial += 1
        self.found.stated_badges[new] = []
        first = self.found.people.get(others[0])
        row = first.source_row if first else self._row_of(table, others[0])
        message = _TAKEN.format(badge=number, row=row, new=new)
        self._complain(IssueKind.DUPLICATE_BADGE, message, table, place, "badge_number", id_)
        return new

    def _row_of(self, table: Table, person: int) -> int | None:
        return next((row for id_, row in self._first_rows.values() if id_ == person), None)

    def _own_columns(self, table: Table, extras: Sequence[dict[str, str]]) -> None:
        for column in table.header.columns:
            kept = column.field is None
            if column.field == "identity_number":
                kept = self._reading.choices.identity_numbers
            if not kept:
                continue
            for extra, words in zip(extras, read_column(table.at(column.index), as_text), strict=True):
                if words:
                    extra[column.heading] = words

    def _people(
        self,
        columns: Columns,
        names: Sequence[str],
        badges: Sequence[str],
        ids: Sequence[int | None],
        extras: Sequence[dict[str, str]],
    ) -> None:
        table = columns.table
        codes_of = columns.codes("category", Category.SWORN, Category.UNKNOWN)
        categories = [_CATEGORIES[c] for c in codes_of]
        statuses = columns.codes("status", Serving.SERVING, Serving.UNKNOWN)
        self._keep_words(table, "category", categories, extras)
        self._keep_words(table, "status", statuses, extras)
        sexes = [_SEXES.get(c) for c in columns.codes("sex", "", "", ask=False)]
        births, works = columns.dates("birth"), columns.dates("joined_work")
        joins, leaves = columns.dates("joined_police"), columns.dates("left_on")
        ranks, grades = columns.texts("rank"), columns.texts("grade")
        qualifications, pins = columns.texts("qualification"), columns.texts("pin")
        specials, remarks = columns.texts("special"), columns.texts("remarks")
        codes = {words: vocabulary().special_codes(words) for words in set(specials)}
        not_pinned = _not_pinned(pins)
        people, known = self.found.people, self.found.stated_badges
        rows = zip(
            ids, names, badges, sexes, births, categories, statuses, ranks, grades, works, joins, leaves,
            qualifications, specials, pins, remarks, extras, table.numbers, strict=True,
        )  # fmt: skip
        for (
            id_, name, number, sex, birth, category, status, rank, grade, work, join, leave,
            qualification, special, pin, remark, extra, row,
        ) in rows:  # fmt: skip
            if id_ is None:
                continue
            if status not in _SERVING:
                self.found.statuses[id_] = status
            people[id_] = Person(
                id_,
                name or number or f"未填{row}",
                number,
                not (number and known.get(number)),
                not name,
                sex,
                birth,
                category,
                _SERVING.get(status, Serving.SERVING),
                False,
                rank,
                grade,
                work,
                join,
                leave,
                qualification,
                special,
                codes[special],
                "" if pin in not_pinned else pin,
                remark,
                extra,
                row,
            )

    def _keep_words(
        self, table: Table, field_: str, codes: Sequence[str], extras: Sequence[dict[str, str]]
    ) -> None:
        """Keep a cell's own words where they say more than the code: 文职辅警 is more than auxiliary."""
        heading = table.heading(field_)
        if heading is None:
            return
        plain = _PLAIN[field_]
        said = dict(zip(table.cells(field_), codes, strict=True))
        more = {c: w for c, code in said.items() if (w := as_text(c)) and w != plain.get(code)}
        if more:
            for extra, cell in zip(extras, table.cells(field_), strict=True):
                if cell in more:
                    extra[heading] = more[cell]

    def _postings(self, columns: Columns, ids: Sequence[int | None], homes: Sequence[int | None]) -> None:
        table = columns.table
        post_words, positions = columns.texts("post"), columns.texts("position")
        codes = self._reading.coded
        decisive = vocabulary().lists["posts"]["decisive"]
        posts = {w: Post(codes.code("post", w) or Post.OTHER) for w in set(post_words)}
        unknown = {
            w for w in posts if w and codes.code("post", w) is None and any(d in compact(w) for d in decisive)
        }
        columns.ask_words("post", unknown)
        heads = {w: is_unit_head(w) for w in set(positions)}
        dedicated, beats = columns.yes_no("dedicated"), columns.texts("beat")
        since, in_position = columns.dates("in_unit_since"), columns.dates("in_position_since")
        rows = zip(ids, homes, post_words, positions, dedicated, beats, since, in_position, strict=True)
        for place, (id_, home, words, position, full, beat, unit_since, position_since) in enumerate(rows):
            if id_ is None:
                continue
            if words in unknown:
                message = _DECISIVE.format(words=words)
                self._complain(IssueKind.UNKNOWN_WORD, message, table, place, "post", id_)
            self.found.postings[id_] = Posting(
                id_ + self._rows,
                id_,
                None if home is None else home + 1,
                Post.LEADER if heads[position] else posts[words],
                words,
                position,
                full,
                beat,
                None,
                None,
                unit_since,
                position_since,
            )

    def _complain_of_blank_units(
        self, table: Table, ids: Sequence[int | None], homes: Sequence[int | None]
    ) -> None:
        if not table.has("unit"):
            if self._single is None:
                self._reading.complaints.add(IssueKind.BLANK_UNIT, _NO_COLUMN, table.name)
            return
        for place, (id_, home) in enumerate(zip(ids, homes, strict=True)):
            if id_ is not None and home is None:
                self._complain(IssueKind.BLANK_UNIT, _BLANK, table, place, "unit", id_)

    def _complain(
        self, kind: IssueKind, message: Text, table: Table, place: int, field_: str | None, person: int
    ) -> None:
        heading = table.heading(field_) if field_ else None
        self._reading.complaints.add(kind, message, table.name, table.numbers[place], heading, person)

    def finished(self) -> RosterPeople:
        """Return everybody, with made-up badge numbers where the file has none."""
        found = self.found
        taken = {p.badge_number for p in found.people.values()}
        serial = 1
        for id_, person in found.people.items():
            if not person.badge_number:
                while f"X{serial:05d}" in taken:
                    serial += 1
                found.people[id_] = replace(person, badge_number=f"X{serial:05d}")
                serial += 1
        return found


def list_lone_badges(
    table: Table, rows: Sequence[tuple[int, object]], known: set[str], reading: Reading
) -> None:
    """List rows that hold nothing but a number nobody has; those of somebody known are a blank tail."""
    listed = set(known)
    for number, cell in rows:
        words = badge(cell)  # type: ignore[arg-type]
        if words not in listed:
            listed.add(words)
            heading = table.heading("badge_number")
            reading.complaints.add(IssueKind.IGNORED_ROW, _SOLE, table.name, number, heading)


def _not_pinned(pins: Sequence[str]) -> frozenset[str]:
    """Return the cells of 锁定 that say no."""
    return frozenset(p for p in set(pins) if vocabulary().code("ours", p) == "no")


_CATEGORIES: Mapping[str, Category] = {str(c): c for c in Category}
_SEXES: Mapping[str, Sex] = {str(s): s for s in Sex}
_SERVING: Mapping[str, Serving] = {str(s): s for s in Serving}
_PLAIN: Mapping[str, Mapping[str, str]] = {
    "category": {
        Category.SWORN: "民警",
        Category.PROBATIONER: "试用期民警",
        Category.AUXILIARY: "辅警",
        Category.SUPPORT: "工勤",
    },
    "status": {Serving.SERVING: "在职", AbsenceKind.LONG_SICK: "长期病假"},
}
