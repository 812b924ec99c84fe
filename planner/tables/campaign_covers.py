"""Who covers for a campaign, and what it costs: one row for every unit that gives people."""

from __future__ import annotations

from typing import NamedTuple

from planner.audit.rules.station_share import percent
from planner.campaign.answer import cost_words, hours
from planner.campaign.covers import Cover
from planner.campaign.field_cost import StationCost
from planner.campaign.planning import Meaning
from planner.county.records import Person
from planner.tables.column import Column, Table
from planner.tables.kinds import number, told, words
from planner.tables.names import POSTS
from planner.text import Text, joined, same

_NAMED = 4  # colleagues named beside a post; how many more there are is said
_BY = Text("{post}:{people}", "{post}: {people}")
_AND_MORE = Text("{some}等 {n} 人", "{some} and others, {n} in all")
_NOBODY_LEFT = Text("无同岗人员", "nobody of the same post")
_BEAT = Text("责任区“{beat}”({name})可由{takers}接", "beat “{beat}” of {name}: {takers}")
_BEAT_LOST = Text("责任区“{beat}”({name})无人可接", "beat “{beat}” of {name}: nobody to take it")
_FULL = Text("{unit}:{takers}。{cost}", "{unit}: {takers}. {cost}")
_NO_DATA = Text("无数据", "no data")
_DUTY = Text("值班 {n} 人:缺 {before} → {after} 人", "{n} on duty: short {before} → {after}")
_SHARE = Text("{before}% → {after}%", "{before}% → {after}%")
_NONE_LEFT = Text("{before}% → 再无专职", "{before}% → nobody left")


class CoverRow(NamedTuple):
    """A unit that gives people, and what it costs there; no cost at headquarters."""

    cover: Cover
    cost: StationCost | None

    @property
    def id(self) -> int:
        """The unit's id."""
        return self.cover.unit.id

    @property
    def takers(self) -> Text:
        """Who carries on, post by post, and whose beats are left."""
        parts = [
            _BY.format(post=POSTS[post], people=_some(people, _NOBODY_LEFT))
            for post, people in self.cover.colleagues.items()
        ]
        parts += [
            (_BEAT if of.takers else _BEAT_LOST).format(
                beat=of.beat, name=of.holder.name, takers=_some(of.takers, _NOBODY_LEFT)
            )
            for of in self.cover.beats
        ]
        return Text(";".join(p.zh for p in parts), "; ".join(p.en for p in parts))

    @property
    def in_full(self) -> Text:
        """Who carries on, and what a station loses, in sentences."""
        if self.cost is None:
            return _FULL.format(unit=self.cover.unit.name, takers=self.takers, cost=Text("", ""))
        return _FULL.format(unit=self.cover.unit.name, takers=self.takers, cost=cost_words(self.cost))

    @property
    def duty(self) -> Text:
        """How the duty is still manned; empty at headquarters, no data where it is not given."""
        if self.cost is None:
            return Text("", "")
        duty = self.cover.duty
        if duty is None:
            return _NO_DATA
        return _DUTY.format(n=duty.cover, before=duty.short_before, after=duty.short_after)

    @property
    def taken_over(self) -> int | None:
        """The hours of duty the rest take over; None where they are not known."""
        return None if self.cost is None or self.cost.duty is None else hours(self.cost.duty)

    @property
    def share(self) -> Text:
        """The station's field-time share before and after."""
        if self.cost is None:
            return Text("", "")
        before, after = self.cost.tenths
        if before is None:
            return _NO_DATA
        words = _NONE_LEFT if after is None else _SHARE
        return words.format(before=percent(before, 1000), after=percent(after or 0, 1000))


def _some(people: tuple[Person, ...], nobody: Text) -> Text:
    if not people:
        return nobody
    some = joined(same(person.name) for person in people[:_NAMED])
    return some if len(people) <= _NAMED else _AND_MORE.format(some=some, n=len(people))


def cover_rows(meaning: Meaning) -> list[CoverRow]:
    """Return every unit that gives people, in the order of the county."""
    costs = {cost.station.id: cost for cost in meaning.costs}
    return [CoverRow(cover, costs.get(cover.unit.id)) for cover in meaning.covers]


COLUMNS: tuple[Column[CoverRow], ...] = (
    words("unit", Text("单位", "Unit"), lambda r: r.cover.unit.name, width=18),
    number("gone", Text("抽出", "Gone"), lambda r: len(r.cover.gone), width=8),
    number("left", Text("最少在岗", "Fewest left"), lambda r: r.cover.left, width=12),
    number("required", Text("须保留", "Must keep"), lambda r: r.cover.required, width=11),
    told("takers", Text("谁来顶", "Who covers"), lambda r: r.takers, width=44),
    told("duty", Text("值班和工时", "Duty and hours"), lambda r: r.duty, width=24),
    number(
        "lost",
        Text("在辖区时间减少(小时)", "Field hours lost"),
        lambda r: None if r.cost is None else hours(r.cost.lost),
        width=20,
    ),
    number(
        "taken_over", Text("留守者分摊值班(小时)", "Duty taken over (h)"), lambda r: r.taken_over, width=20
    ),
    told("share", Text("在辖区时间占比", "Field-time share"), lambda r: r.share, width=18),
)
TABLE: Table[CoverRow] = Table("campaign_covers", Text("顶岗和代价", "Cover and cost"), COLUMNS)
