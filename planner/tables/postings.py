"""The postings of one person: the history of units and posts on the books."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from planner.county.records import Posting
from planner.county.state import State
from planner.tables import names
from planner.tables.column import Column, Table
from planner.tables.kinds import choice, day, flag, words
from planner.text import Text


class PostingRow(NamedTuple):
    """A posting, in a county."""

    record: Posting
    state: State

    @property
    def id(self) -> int:
        """The record's id."""
        return self.record.id


def posting_rows(state: State, person: int) -> list[PostingRow]:
    """Return the postings of a person, the latest first."""
    own = [p for p in state.county.postings.values() if p.person == person]
    own.sort(key=lambda p: p.from_ or date.min, reverse=True)
    return [PostingRow(posting, state) for posting in own]


COLUMNS: tuple[Column[PostingRow], ...] = (
    words("unit", Text("单位", "Unit"), lambda r: r.state.unit_name(r.record.unit), width=18),
    choice("post", Text("岗位", "Post"), lambda r: r.record.post, names.POSTS),
    words("position", Text("职务", "Position"), lambda r: r.record.position),
    flag("dedicated", Text("专职", "Dedicated"), lambda r: r.record.dedicated),
    words("beat", Text("责任区", "Beat"), lambda r: r.record.beat),
    day("from_", Text("开始", "From"), lambda r: r.record.from_),
    day("until", Text("截止", "Until"), lambda r: r.record.until),
)

TABLE: Table[PostingRow] = Table("postings", Text("任职经历", "Postings"), COLUMNS)
