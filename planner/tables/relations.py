"""The relations (亲属关系): who may have to avoid whom, seen from one of the two."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from planner.county.records import Relation
from planner.county.state import Placed, State
from planner.document import Document
from planner.edits.relations import correct_relations
from planner.tables.column import Choice, Column, Table, Values
from planner.tables.kinds import words
from planner.text import Language, Text, compact, same

KIN: Mapping[str, Text] = {
    "夫妻": Text("夫妻", "spouses"),
    "直系血亲": Text("直系血亲", "direct line of descent"),
    "三代以内旁系血亲": Text("三代以内旁系血亲", "collateral within three generations"),
    "近姻亲": Text("近姻亲", "close in-laws"),
}  # the four kinds of 公务员法 Art. 74; other words stay as they were written


class RelationRow(NamedTuple):
    """A relation on the date, as one of the two people sees it."""

    record: Relation
    own: Placed
    relative: Placed
    state: State

    @property
    def id(self) -> int:
        """The record's id."""
        return self.record.id

    @property
    def kind(self) -> Text:
        """How the two are related."""
        return KIN.get(self.record.kind, same(self.record.kind))


def relation_rows(state: State) -> list[RelationRow]:
    """Return every relation as it was recorded."""
    placed = state.placed
    return [
        RelationRow(r, placed[r.person], placed[r.relative], state) for r in state.county.relations.values()
    ]


def relatives_rows(state: State, person: int) -> list[RelationRow]:
    """Return the relations of one person, whoever was recorded first."""
    rows = (row for row in relation_rows(state) if person in (row.record.person, row.record.relative))
    return [r if r.record.person == person else r._replace(own=r.relative, relative=r.own) for r in rows]


def a_kind(text: str, _: Document) -> str:
    """Return a kind of relation: one of the law's in either language, or other words as they are."""
    wanted = compact(text)
    return next((k for k, w in KIN.items() if wanted in (compact(w.zh), compact(w.en))), text.strip())


KIN_CHOICES = tuple(Choice(kind, named) for kind, named in KIN.items())


def _kind_words(row: RelationRow, language: Language) -> str:
    return row.kind.in_language(language)


COLUMNS: tuple[Column[RelationRow], ...] = (
    words("name", Text("姓名", "Name"), lambda r: r.own.person.name, width=9),
    words("badge_number", Text("警号", "Badge"), lambda r: r.own.person.badge_number, width=9),
    words("relative", Text("亲属姓名", "Relative"), lambda r: r.relative.person.name, width=9),
    words("relative_badge", Text("亲属警号", "Badge"), lambda r: r.relative.person.badge_number, width=9),
    words(
        "relative_unit",
        Text("亲属所在单位", "Works at"),
        lambda r: r.state.working_place(r.relative),
        width=18,
    ),
    Column(
        "kind",
        Text("关系", "Relation"),
        lambda r: r.record.kind,
        _kind_words,
        width=16,
        parse=a_kind,
        choices=lambda _: KIN_CHOICES,
    ),
)


def _apply(document: Document, values: Values, _: date) -> Document:
    return correct_relations(document, values)


TABLE: Table[RelationRow] = Table("relations", Text("亲属关系", "Relatives"), COLUMNS, _apply)
