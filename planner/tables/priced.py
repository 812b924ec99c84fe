"""Whose price can be asked: who is moved, pinned, barred by the policy, kept away, or held outside."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from planner.county.records import Person
from planner.optimise.movable import BAR_NAMES, LIFTABLE, Bar
from planner.optimise.proposal import Proposal
from planner.tables.column import Column, Table
from planner.tables.kinds import choice, told, words
from planner.text import Text


class Price(StrEnum):
    """What is priced: that a mover stays, that a pin or an approval is lifted, or that one is given back."""

    STAYING = "staying"
    PIN = "pin"
    KEPT = "kept"
    OUTSIDE = "outside"


PRICES: Mapping[Price, Text] = {
    Price.STAYING: Text("拟调,若不动", "moved: if they stay"),
    Price.PIN: Text("不可调,若可调", "barred: if they may move"),
    Price.KEPT: Text("经批准保留,若返岗", "kept: if they return"),
    Price.OUTSIDE: Text("在局外,若归还", "outside: if given back"),
}
_LIFTED: Mapping[Bar, Price] = {
    Bar.KEPT: Price.KEPT,
    Bar.BEYOND: Price.OUTSIDE,
    **dict.fromkeys(LIFTABLE, Price.PIN),
}
_MOVED = Text("拟调至{unit}", "to {unit}")


class PriceRow(NamedTuple):
    """Somebody with what is priced; `tag` is empty until it is known."""

    person: Person
    unit: str
    price: Price
    now: Text
    tag: Text

    @property
    def id(self) -> int:
        """The person's id."""
        return self.person.id


def price_rows(proposal: Proposal, tags: Mapping[int, Text]) -> list[PriceRow]:
    """Return everybody who can be priced, in roster order; `tags` are the prices known so far."""
    before, bars = proposal.before.state, proposal.movable.bars
    moves = {move.person: move for move in proposal.moves}
    rows = []
    for id_, placed in before.placed.items():
        bar = bars.get(id_)
        if id_ in moves:
            price, now = Price.STAYING, _MOVED.format(unit=before.unit_name(moves[id_].to_unit))
        elif bar in _LIFTED:
            assert bar is not None
            price, now = _LIFTED[bar], BAR_NAMES[bar]
        else:
            continue
        unit = before.unit_name(placed.home)
        rows.append(PriceRow(placed.person, unit, price, now, tags.get(id_, Text("", ""))))
    return rows


COLUMNS: tuple[Column[PriceRow], ...] = (
    words("name", Text("姓名", "Name"), lambda r: r.person.name, width=11),
    words("badge_number", Text("警号", "Badge"), lambda r: r.person.badge_number, width=9),
    words("unit", Text("单位", "Unit"), lambda r: r.unit, width=14),
    choice("price", Text("问什么", "What is asked"), lambda r: r.price, PRICES, width=21),
    told("now", Text("现状", "As it stands"), lambda r: r.now, width=18),
    told("tag", Text("代价", "Price"), lambda r: r.tag, width=58),
)
TABLE: Table[PriceRow] = Table("price_tags", Text("代价", "Price tags"), COLUMNS)
