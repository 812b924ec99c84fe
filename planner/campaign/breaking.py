"""Which lines break, or grow worse, when some people are away for a time: by exact counts, day by day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from planner.audit.ledgers import Ledger, is_community_officer, is_in_base
from planner.audit.rules.community_share import is_judged
from planner.campaign.rooms import DayRoom, station_least
from planner.county.records import Unit
from planner.county.state import Placed, Standing
from planner.policy.settings import RULES
from planner.text import Text, same

KEPT = "minimum_kept"
_NAMES = {**RULES, KEPT: Text("最低保留", "minimum kept")}
_COUNTY = Text("全局", "the county")
_LINE = Text(
    "{unit}·{rule} {before} → {after}(要求 {required},自 {date} 起)",
    "{unit}, {rule}: {before} → {after} ({required} required, from {date})",
)
_WORSE = Text(
    "{unit}·{rule} {before} → {after}(要求 {required},原已不达标,自 {date} 起)",
    "{unit}, {rule}: {before} → {after} ({required} required, not met before, from {date})",
)


@dataclass(frozen=True, slots=True)
class Hurt:
    """A line pushed below what is required, or further below, with its figures on the first day it is so."""

    rule: str  # the rule's id, or that of the minimum kept
    unit: int | None
    date: date
    before: str
    after: str
    required: str
    words: Text


def hurt(days: Sequence[DayRoom], gone: Collection[int]) -> list[Hurt]:
    """Return the lines hurt by people being away, each once; who is away anyhow on a day hurts none."""
    found: dict[tuple[str, int | None], Hurt] = {}
    for day in days:
        for of in _on(day, gone):
            found.setdefault((of.rule, of.unit), of)
    return list(found.values())


class _Leaving:
    """Those who leave their units empty on a day, counted."""

    def __init__(self, day: DayRoom, gone: Collection[int]) -> None:
        known = (day.state.placed.get(id_) for id_ in gone)
        here = [p for p in known if p is not None and _is_here(p)]
        self.units = Counter(p.present_unit for p in here if p.present_unit is not None)
        at_stations = [p for p in here if p.present_unit in day.station]
        self.community = Counter(p.present_unit for p in at_stations if is_community_officer(p))
        self.drawn = len(at_stations)
        self.in_base = sum(is_in_base(p, day.state) for p in at_stations)


def _is_here(placed: Placed) -> bool:
    return placed.standing is Standing.AT_HOME and placed.secondment is None


def _on(day: DayRoom, gone: Collection[int]) -> Iterator[Hurt]:
    leaving, policy = _Leaving(day, gone), day.state.policy
    if day.by_rule is not None and leaving.drawn and leaving.drawn > day.by_rule:
        most, n = policy.count("secondment.allowed"), day.drawn
        yield _hurt(day, "secondment", None, str(n), str(n + leaving.drawn), str(most), day.by_rule < 0)
    if day.by_share is not None and leaving.in_base and leaving.in_base > day.by_share:
        yield _share(day, leaving.in_base)
    for id_, n in leaving.units.items():
        unit = day.state.county.units[id_]
        if unit.is_station:
            yield from _of_station(day, unit, n, leaving.community[id_])
        elif id_ in day.kept and day.own[id_] - n < day.kept[id_]:
            own, kept = day.own[id_], day.kept[id_]
            yield _hurt(day, KEPT, id_, str(own), str(own - n), str(kept), False)


def _share(day: DayRoom, n: int) -> Hurt:
    base, required = day.ledgers.base[Ledger.PRESENT], day.state.policy.share("station_share.required")
    here = required.least(base) + (day.by_share or 0)
    figures = f"{here}/{base}", f"{here - n}/{base}"
    return _hurt(day, "station_share", None, *figures, required.words, (day.by_share or 0) < 0)


def _of_station(day: DayRoom, station: Unit, n: int, community: int) -> Iterator[Hurt]:
    policy, now = day.state.policy, day.ledgers.unit(Ledger.PRESENT, station.id)
    least = station_least(station.minimum, policy)
    if now.officers - n < least:
        figures = str(now.officers), str(now.officers - n), str(least)
        yield _hurt(day, "station_minimum", station.id, *figures, now.officers < least)
    if not policy.is_on("community_share") or not is_judged(station):
        return
    required = policy.share("community_share.required")
    c, of = now.community - community, now.officers - n
    was = required.shortfall(now.community, now.officers)
    if required.shortfall(c, of) > was:
        figures = f"{now.community}/{now.officers}", f"{c}/{of}", required.words
        yield _hurt(day, "community_share", station.id, *figures, was > 0)


def _hurt(
    day: DayRoom, rule: str, unit: int | None, before: str, after: str, required: str, broken: bool
) -> Hurt:
    words = (_WORSE if broken else _LINE).format(
        unit=_COUNTY if unit is None else same(day.state.unit_name(unit)),
        rule=_NAMES[rule],
        before=before,
        after=after,
        required=required,
        date=day.date,
    )
    return Hurt(rule, unit, day.date, before, after, required, words)
