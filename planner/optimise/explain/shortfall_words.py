"""The sentences of a quantified shortage: numbers with units, one action, and what it does."""

from __future__ import annotations

from collections.abc import Mapping

from planner.county.state import State
from planner.text import Text, joined

_NAMED = 4
SHARE = Text(
    "派出所警力占比要求 {required}:全局 {base} 人,派出所须有 {least} 人{by_weight},{reached},差 {n} 人。",
    "The station share must be {required}: stations need {least} of {base} officers{by_weight}, {reached},"
    " {n} short.",
)
SHARE_NOWHERE = Text(
    "派出所警力占比要求 {required}:全局 {base} 人,须有 {least} 人在派出所,本局没有派出所,差 {n} 人。",
    "The station share must be {required}: {least} of {base} officers belong in stations and there is no"
    " station, {n} short.",
)
BY_WEIGHT = Text("(按折算计)", " by weight")
AT_MOST = Text("最多可达 {have} 人", "reach {have} at most")
NOT_PROVEN = Text("本方案达 {have} 人(尚未证明最多)", "reach {have} with this plan (more might be possible)")
AS_IT_STANDS = Text("现有 {have} 人", "have {have} now")
HEADQUARTERS = Text(
    "机关 {k} 个部门现有 {present} 人,最低保留人数合计 {kept} 人,其中可调 {movable} 人,"
    "按最低保留最多调出 {can} 人{going}。",
    "Headquarters units: {k}, with {present} officers; they must keep {kept} together, movable: {movable}, at"
    " most to go by that: {can}{going}.",
)
GOING = Text(",本方案调出 {gave} 人{rest}", ", going with this plan: {gave}{rest}")
ALLOWED = Text(";要达标须只留 {allowed} 人", "; to meet the share they could keep only {allowed}")
OTHER_LIMITS = Text("。另有限制:{limits}", ". There are other limits: {limits}")
MAXIMA = Text("派出所最高人数", "the maxima of stations")
HANDOVER = Text("每个单位最多调出 {n} 人", "at most {n} out of one unit")
WOMEN = Text("监管场所女民警至少 {n} 人", "women in custody units, at least {n}")
KIN = Text("任职回避", "kin avoidance")
CAPS = Text("本次提问限定的调整人数", "the number of changes held by the question")
LOWER = Text("把最低保留人数共调低 {n} 人:{changes}。", "Lower the minimum kept by {n} in all: {changes}.")
_BECOMES = Text("{unit} {before}→{after} 人", "{unit} {before} → {after}")
_AND_MORE = Text("{some}等 {k} 个单位", "{some} and others, {k} units in all")
LESS_SHORT = Text(
    "派出所警力占比由差 {before} 人变为差 {after} 人。",
    "The station share goes from {before} to {after} short.",
)
RECRUIT = Text("给派出所增配民警 {n} 人。", "Add officers to the stations: {n}.")
LOWER_TARGET = Text("把派出所警力占比的要求降到 {to}%。", "Lower the station share required to {to}%.")
NO_STATION = Text(
    "本局没有派出所:请在“单位”页把派出所的类别改为“派出所”。",
    "The bureau has no station: set the kind of the stations on the Units page.",
)
NO_STATION_EFFECT = Text(
    "每把 1 名民警计入派出所,差额由 {n} 人减 1。",
    "Every officer then counted at a station takes 1 off the {n}.",
)
DRAWN_OFF = Text("{unit}仍被抽调 {n} 人未返岗:{who}。", "{unit} still has {n} drawn off: {who}.")
RETURN = Text("令{unit}这 {n} 人返岗。", "Have those named return to {unit} ({n}).")
RETURNED = Text("抽调借调少 {n} 人。", "Drawn off: {n} fewer.")
HOURS = Text(
    "{unit}每月值班等任务需 {needed} 小时,现有人员可用 {available} 小时,差 {n} 人。",
    "{unit} owes {needed} hours of duty a month and its officers have {available}: {n} short.",
)
HOURS_MET = Text("任务工时差 {n} 人变为不差。", "The hours go from short by {n} to enough.")
ADD = Text("为{unit}增配 {n} 人。", "Add officers to {unit}: {n}.")
RAISE_AND_ADD = Text(
    "先把{unit}最高人数由 {most} 人改为不少于 {required} 人,再增配 {n} 人。",
    "Raise the maximum of {unit} from {most} to {required} or more, then add officers: {n}.",
)
ADD_FOR_HOURS = Text(
    "为{unit}增配 {n} 人,不任专职社区民警。",
    "Add officers to {unit} who are not dedicated community officers: {n}.",
)
MINIMUM = Text(
    "{unit}调整后 {have} 人,最低 {required} 人,差 {n} 人。",
    "{unit} has {have} with the plan, the minimum is {required}: {n} short.",
)
MINIMUM_MET = Text(
    "{unit}达到 {required} 人,由差 {n} 人变为不差。", "{unit} reaches {required}: from {n} short to enough."
)
COMMUNITY = Text(
    "{unit}调整后在岗 {present} 人,按 {required} 须有社区民警 {least} 人,有 {have} 人,差 {n} 人。",
    "{unit} has {present} present with the plan; {required} of that in community posts is {least}, it has"
    " {have}: {n} short.",
)
BEATS = Text("请{unit}所领导 {n} 人包联责任区:{who}。", "Have leaders of {unit} hold a beat ({n}): {who}.")
BEATS_EFFECT = Text(
    "社区民警由 {have} 人增至 {then} 人,由差 {n} 人变为不差。",
    "In community posts: {have} → {then}; from {n} short to enough.",
)
MARK = Text("将{unit}标为社区民警全员化(不设两队一室)。", "Mark {unit} as practising all-officer beat duty.")
MARK_EFFECT = Text("该所不再评价社区民警占比,少差 {n} 人。", "It is no longer judged: {n} fewer short.")


def lowered(by_unit: Mapping[int, int], kept: Mapping[int, int], state: State) -> Text:
    """Return the units whose minimum kept is lowered, with both numbers; many are told in part."""
    parts = [
        _BECOMES.format(unit=state.unit_name(u), before=kept[u], after=kept[u] - n)
        for u, n in by_unit.items()
    ]
    some = joined(parts[:_NAMED])
    return some if len(parts) <= _NAMED else _AND_MORE.format(some=some, k=len(parts))


def counted(n: int, whole: int) -> str:
    """Return a number of people on a ledger in which one person is so many units."""
    people, rest = divmod(n, whole)
    return str(people) if not rest else f"{people}.{rest:02d}".rstrip("0")


def sentences(*parts: Text) -> Text:
    """Return sentences one after another."""
    return Text("".join(p.zh for p in parts), " ".join(p.en for p in parts))
