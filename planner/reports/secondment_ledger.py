"""抽调借调人员台账: who is away, borrowed by whom, for how long, what is overdue, who has come back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from planner.county.in_force import carried_out, ends_secondment
from planner.county.records import BorrowLevel, County, Move, Posting, Secondment
from planner.county.state import Placed, Standing, State, state
from planner.policy.policy import Policy
from planner.reports.figures import unit_labels
from planner.reports.paper import Ratio, Request
from planner.tables.names import LEVELS, POSTS
from planner.text import Text, same

_OUTSIDE = Text("局外单位(未写明)", "an outside unit, not named")


class Part(StrEnum):
    """In which part of the ledger somebody is listed."""

    DRAWN_OFF = "drawn_off"  # from a station upward: what the rule counts
    OTHER = "other"  # between stations, from headquarters, temporary: neither violates nor is returned
    SENT_OUT = "sent_out"  # by the organisation
    RETURNED = "returned"


PARTS: Mapping[Part, Text] = {
    Part.DRAWN_OFF: Text("从派出所抽调借调(计入指标)", "Drawn off from stations (what the target counts)"),
    Part.OTHER: Text("其他借调(不计入指标)", "Other secondments (not counted by the target)"),
    Part.SENT_OUT: Text("组织选派(另列)", "Sent out by the organisation (listed apart)"),
    Part.RETURNED: Text("已返岗", "Returned"),
}


def borrow_level(record: Secondment) -> BorrowLevel:
    """Return who borrows; whoever is no unit of the bureau is never the bureau, whatever was recorded."""
    outside = record.to_unit is None and record.level is BorrowLevel.BUREAU
    return BorrowLevel.OTHER if outside else record.level


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One secondment on the date: its person, its borrower, its days."""

    part: Part
    number: int
    record: Secondment
    name: str
    badge: str
    home: str
    position: Text
    borrower: Text
    days: int | None
    overdue: int | None
    kept: bool
    last_day: date | None  # of those who came back

    @property
    def level(self) -> Text:
        """Who borrows, in words."""
        return LEVELS[borrow_level(self.record)]

    @property
    def approval(self) -> Text:
        """Approver, number and end of what is kept with approval; empty for all others."""
        r = self.record
        if not r.kept_with_approval:
            return same("")
        end = r.kept_until.isoformat() if r.kept_until else ""
        words = [w for w in (r.approver, r.approval) if w]
        zh = [*words, f"至 {end}" if end else "未注明截止"]
        en = [*words, f"until {end}" if end else "no end given"]
        return Text(",".join(zh), ", ".join(en))


@dataclass(frozen=True, slots=True)
class BorrowerRow:
    """What one borrowing unit owes: people, person-days, and the share of them sent back (清退率)."""

    level: BorrowLevel
    borrower: Text
    away: int
    kept: int
    overdue: int
    person_days: int
    unknown_days: int  # people whose start is not recorded
    returned: int

    @property
    def return_rate(self) -> Ratio | None:
        """Those sent back among all it ever borrowed; None before anybody came back."""
        return Ratio(self.returned, self.returned + self.away) if self.returned else None


@dataclass(frozen=True, slots=True)
class SecondmentLedger:
    """What the ledger says, by part and in sum."""

    rows: Sequence[LedgerRow]
    borrowers: Sequence[BorrowerRow]

    def part(self, part: Part) -> Sequence[LedgerRow]:
        """Return the rows of one part."""
        return [row for row in self.rows if row.part is part]

    def total(self) -> BorrowerRow:
        """Return the sum over all borrowers."""
        b = self.borrowers
        sums = [sum(getattr(row, f) for row in b) for f in ("away", "kept", "overdue", "person_days")]
        rest = [sum(getattr(row, f) for row in b) for f in ("unknown_days", "returned")]
        return BorrowerRow(BorrowLevel.BUREAU, Text("合计", "Total"), *sums, *rest)


def gather_secondments(request: Request) -> SecondmentLedger:
    """Return the ledger on the date: those away by level and borrower, others apart, then the returned."""
    finder = _Finder(request.state)
    found = [row for record in request.document.county.secondments.values() if (row := finder.row(record))]
    parts, levels = list(Part), list(BorrowLevel)
    found.sort(
        key=lambda r: (
            parts.index(r.part),
            levels.index(borrow_level(r.record)),
            r.borrower.zh,
            r.record.from_ or date.min,
        )
    )
    numbers: dict[Part, int] = defaultdict(int)
    rows = []
    for row in found:
        numbers[row.part] += 1
        rows.append(replace(row, number=numbers[row.part]))
    return SecondmentLedger(rows, list(_borrowers(rows)))


def _borrowers(rows: Sequence[LedgerRow]) -> Iterator[BorrowerRow]:
    by_unit: dict[tuple[BorrowLevel, str], list[LedgerRow]] = defaultdict(list)
    for row in rows:
        if row.part in (Part.DRAWN_OFF, Part.RETURNED):
            by_unit[borrow_level(row.record), row.borrower.zh].append(row)
    levels = list(BorrowLevel)
    for (level, _), members in sorted(
        by_unit.items(), key=lambda item: (levels.index(item[0][0]), item[0][1])
    ):
        away = [r for r in members if r.part is Part.DRAWN_OFF]
        yield BorrowerRow(
            level,
            members[0].borrower,
            len(away),
            sum(r.kept for r in away),
            sum(r.overdue is not None for r in away),
            sum(r.days or 0 for r in members),
            sum(r.days is None for r in members),
            len(members) - len(away),
        )


class _Finder:
    """Places every secondment of a county; what a person's one needs is looked up once."""

    def __init__(self, now: State) -> None:
        self._now = now
        self._labels = unit_labels(now)
        self._moves = carried_out(now.county, now.date, "in_force")
        self._postings: dict[int, dict[int, Posting]] = defaultdict(dict)
        for posting in now.county.postings.values():
            self._postings[posting.person][posting.id] = posting

    def row(self, record: Secondment) -> LedgerRow | None:
        """Return the row of a record; None where it has not begun or its person never counted."""
        now = self._now
        if record.from_ is not None and record.from_ > now.date:
            return None
        last = self._last_day(record)
        placed = now.placed[record.person]
        if last is None:
            if placed.secondment is None or placed.secondment.id != record.id or not placed.standing.counts:
                return None
            part = self._part(placed)
        else:
            placed = self._as_it_was(record, last)
            if not placed.drawn_off:
                return None
            part = Part.RETURNED
        return self._filled(record, placed, part, last)

    def _last_day(self, record: Secondment) -> date | None:
        """Return the last day away of somebody who is back: the recorded one, or the day before a move."""
        if record.returned_on is not None and record.returned_on < self._now.date:
            return record.returned_on
        for move in self._moves.get(record.person, ()):
            if ends_secondment(move, record):
                return move.effective - timedelta(days=1)
        return None

    def _as_it_was(self, record: Secondment, last: date) -> Placed:
        county, person = self._now.county, record.person
        moves: dict[int, Move] = {m.id: m for m in self._moves.get(person, ()) if m.effective <= last}
        alone: County = replace(
            county,
            people={person: county.people[person]},
            postings=self._postings[person],
            secondments={record.id: record},
            absences={},
            moves=moves,
        )
        policy: Policy = self._now.policy
        return state(alone, last, policy).placed[person]

    @staticmethod
    def _part(placed: Placed) -> Part:
        if placed.drawn_off:
            return Part.DRAWN_OFF
        return Part.SENT_OUT if placed.standing is Standing.SENT_OUT else Part.OTHER

    def _filled(self, record: Secondment, placed: Placed, part: Part, last: date | None) -> LedgerRow:
        kept = self._is_kept(record)
        posting, home = placed.posting, placed.home
        position = posting.position if posting else ""
        return LedgerRow(
            part,
            0,
            record,
            placed.person.name,
            placed.person.badge_number,
            self._labels.get(home, "") if home is not None else "",
            same(position) if position else POSTS[placed.post],
            self._borrower(record),
            self._days(record, last),
            self._overdue(record) if part is Part.DRAWN_OFF else None,
            kept and part is Part.DRAWN_OFF,
            last,
        )

    def _borrower(self, record: Secondment) -> Text:
        if record.to_unit is not None:
            return same(self._labels[record.to_unit])
        return same(record.to_outside) if record.to_outside else _OUTSIDE

    def _is_kept(self, record: Secondment) -> bool:
        end = record.kept_until
        return record.kept_with_approval and (end is None or end >= self._now.date)

    def _days(self, record: Secondment, last: date | None) -> int | None:
        """Return the days away up to the date or the return, both ends included."""
        if record.from_ is None:
            return None
        return max(0, ((last or self._now.date) - record.from_).days + 1)

    def _overdue(self, record: Secondment) -> int | None:
        """Return the days past the planned end, or past the end of the approval; None where not overdue."""
        end = record.kept_until if record.kept_with_approval else record.until
        return (self._now.date - end).days if end is not None and end < self._now.date else None
