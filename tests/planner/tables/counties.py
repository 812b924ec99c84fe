"""One small county with something of everything a table shows."""

from __future__ import annotations

from datetime import date

from planner.county.records import (
    AbsenceKind,
    BorrowLevel,
    Category,
    Post,
    SecondmentKind,
    SecondmentSource,
    Sex,
    UnitKind,
)
from planner.document import Document
from planner.edits.moves import propose_move
from tests.planner.building import TODAY, Building


def varied() -> Document:
    b = Building()
    city = b.unit(
        "城关派出所", short_name="城关所", authorised=9, population=30_000, two_teams_one_office=True
    )
    river = b.unit("河口派出所", short_name="河口所", two_teams_one_office=False)
    office = b.unit("政工室", UnitKind.ADMINISTRATIVE, minimum=2)
    b.person(city, Post.LEADER, beat="1", name="王宇", sex=Sex.MALE, birth=date(1985, 3, 1), pin="所长")
    b.person(
        city, Post.COMMUNITY, name="李静", sex=Sex.FEMALE, birth=date(1990, 7, 15), extra={"民族": "彝族"}
    )
    away = b.person(city, Post.CASE, name="张伟")
    b.second(away, office, from_=date(2026, 1, 1), until=date(2026, 6, 30), kind=SecondmentKind.BORROW)
    outside = b.person(river, name="杨帆")
    b.second(
        outside,
        to_outside="州公安局",
        level=BorrowLevel.PREFECTURE,
        from_=date(2026, 3, 1),
        kept_with_approval=True,
        kept_until=date(2026, 12, 31),
    )
    suspected = b.person(river, Post.COMMUNITY, name="赵敏")
    b.second(suspected, office, source=SecondmentSource.REMARKS, to_verify=True)
    ill = b.person(river, name="孙立")
    b.absent(ill, AbsenceKind.LONG_SICK, date(2026, 10, 1))
    b.person(office, category=Category.AUXILIARY, name="周明")
    mover = b.person(office, Post.OFFICE, name="吴刚", joined_police=date(2012, 8, 1))
    return propose_move(Document(b.county), mover, river, Post.COMMUNITY, TODAY)
