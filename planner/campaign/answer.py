"""The plain answer to a campaign, in one sentence, and the ways out in one each."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import ceil

from planner.audit.rules.station_share import percent
from planner.campaign.breaking import Hurt
from planner.campaign.field_cost import StationCost
from planner.campaign.planning import Campaign
from planner.campaign.ways_out import WaysOut
from planner.text import Text, joined

_STATIONS = Text("派出所可抽 {n} 人。", "{n} can come from stations. ")
_ENOUGH = Text(
    "需 {n} 人,机关可抽 {office} 人,派出所可抽 {station} 人,够。",
    "{n} wanted: {office} can come from headquarters, {station} from stations; that is enough.",
)
_SHORT = Text(
    "需 {n} 人,机关可抽 {office} 人,派出所可抽 {station} 人,缺 {short} 人。",
    "{n} wanted: {office} can come from headquarters, {station} from stations; {short} are missing.",
)
_MORE = Text("全县只有民警 {all} 人,需要 {n} 人。", "The whole county has {all} officers; {n} are wanted.")
_FEWER = Text("减少人数:现在最多可抽 {n} 人。", "Fewer people: {n} can be had now.")
_SHORTER = Text("缩短时间:到 {end} 为止可抽足 {n} 人。", "Shorter: all {n} can be had until {end}.")
_APPROVED = Text(
    "经批准保留:{k} 名派出所民警经批准后可去,其余指标不变差。",
    "Approved: {k} station officers may go if they are kept with approval; no other line grows worse.",
)
_LATER = Text(
    "推迟:最早自 {date} 起可抽足 {n} 人。", "Later: all {n} can be had from {date} at the earliest."
)
_NOT_LATER = Text(
    "推迟:今后 12 个月内没有一天可抽足 {n} 人。",
    "Later: on no day of the next 12 months can all {n} be had.",
)
_UNSEARCHED = Text("推迟:尚未查完。", "Later: not searched to the end.")
_OUTSIDE = Text("请局外支援:{k} 人。", "Ask for helpers from outside: {k}.")
_HOLDS = Text("所选 {n} 人去后没有指标跌破或变差。", "With these {n} away no line breaks or grows worse.")
_NOBODY = Text("尚未勾选人员。", "Nobody is ticked.")
_BREAKS = Text("所选 {n} 人去后:{lines}。", "With these {n} away: {lines}.")
_COST = Text("抽出 {n} 人:{hours}。", "{n} gone: {hours}.")
_HOURS = Text("在辖区时间减少 {lost} 小时", "{lost} hours of field time lost")
_OWN = Text("去者 {own} 小时", "{own} of those who go")
_SHARE = Text(
    "占比 {before}% → {after}%(−{points} 个百分点)", "share {before}% → {after}% (−{points} points)"
)
_LAST = Text("占比 {before}% → 再无专职社区民警", "share {before}% → no dedicated officer left")
_DUTY = Text("留守者分摊值班 {duty} 小时", "{duty} hours of duty taken over")
_UNKNOWN = Text("值班负担无数据(未填每日值班人数)", "duty: no data (no duty cover given)")


def answer(campaign: Campaign) -> Text:
    """Return whether the people can be had, from where, and how many are missing."""
    found, wanted = campaign.spared, campaign.change.number or 0
    office, station = len(found.office), len(found.station)
    said = _STATIONS.format(n=station) if station else _sentence(found.why)
    if wanted > found.everybody:
        return _MORE.format(n=wanted, all=found.everybody)
    short = max(0, wanted - office - station)
    counts = (_SHORT if short else _ENOUGH).format(n=wanted, office=office, station=station, short=short)
    return Text(said.zh + counts.zh, said.en + counts.en)


def _sentence(why: Text) -> Text:
    """Return a reason as a sentence of its own, with a blank after the English one."""
    return Text(why.zh, f"{why.en[:1].upper()}{why.en[1:]} ")


def ways_words(ways: WaysOut, wanted: int) -> list[Text]:
    """Return every way out in a sentence, those that help only."""
    later = _UNSEARCHED if not ways.searched else _NOT_LATER.format(n=wanted)
    if ways.later is not None:
        later = _LATER.format(date=ways.later, n=wanted)
    said = [_FEWER.format(n=ways.most)]
    if ways.shorter is not None:
        said.append(_SHORTER.format(end=ways.shorter, n=wanted))
    if ways.approvals is not None:
        said.append(_APPROVED.format(k=ways.approvals))
    return [*said, later, _OUTSIDE.format(k=wanted - ways.most)]


def hurt_words(hurts: Sequence[Hurt], n: int) -> Text:
    """Return what breaks with so many chosen, or that nothing does."""
    if not n:
        return _NOBODY
    return _BREAKS.format(n=n, lines=joined(of.words for of in hurts)) if hurts else _HOLDS.format(n=n)


def cost_words(cost: StationCost) -> Text:
    """Return what one station loses: hours, by whom, and points of its field-time share."""
    said = [_HOURS.format(lost=hours(cost.lost)), _OWN.format(own=hours(cost.own))]
    said.append(_UNKNOWN if cost.duty is None else _DUTY.format(duty=hours(cost.duty)))
    before, after = cost.tenths
    if before is not None:
        said.append(_share(before, after))
    parts = Text(",".join(p.zh for p in said), ", ".join(p.en for p in said))
    return _COST.format(n=cost.gone, hours=parts)


def _share(before: int, after: int | None) -> Text:
    """Return a station's field-time share before and after, in tenths of a percent."""
    if after is None:
        return _LAST.format(before=percent(before, 1000))
    figures = {"before": before, "after": after, "points": before - after}
    return _SHARE.format(**{key: percent(n, 1000) for key, n in figures.items()})


def hours(value: Fraction) -> int:
    """Return hours for reading, rounded up so that a cost never looks smaller than it is."""
    return ceil(value)
