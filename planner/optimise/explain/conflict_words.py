"""The members of a conflict in words: a target, or a limit at a unit with its number and people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from planner.audit.ledgers import SCALE
from planner.county.records import Post
from planner.optimise.constraints.planned import planning_ledger
from planner.optimise.doubts import who
from planner.optimise.explain.bench import Bench
from planner.optimise.explain.levers import WHOLE, Family, Goal, Lever
from planner.optimise.explain.shortfall_words import counted
from planner.optimise.movable import BAR_NAMES, Bar
from planner.optimise.proposal import level_title
from planner.text import Text, joined, same

NAMED = 4


@dataclass(frozen=True, slots=True)
class Member:
    """One target or limit of a conflict: `kind` is a planning rule or a family of limits."""

    kind: str
    text: Text
    rule: str | None  # the planning rule, None for a limit
    units: tuple[int, ...]
    people: tuple[int, ...]
    post: str | None = None


_TARGETS: Mapping[str, Text] = {
    "secondment": Text("被抽调民警一律返岗", "everybody drawn off returns"),
    "station_minimum": Text("{unit}最低 {n} 人", "{unit} has at least {n}"),
    "station_share": Text(
        "派出所警力占比不低于 {n}(全局 {base} 人,须有 {least} 人)",
        "the station share is at least {n} ({least} of {base} officers)",
    ),
    "community_share": Text("{unit}社区民警占比不低于 {n}", "{unit} has a community share of at least {n}"),
    "field_time": Text("{unit}警力够用于值班等任务", "{unit} has the hours for its obligations"),
}
_TEAMS = {Post.COMMAND_ROOM: Text("综合指挥室", "command room"), Post.CASE: Text("案件办理队", "case team")}
_LIMITS: Mapping[Family, Text] = {
    Family.CAP: Text("本次限定{level}不超过 {n}", "{level} held at {n} at most by the question"),
    Family.MINIMUM: Text("{unit}最低保留 {n} 人", "{unit} keeps at least {n}"),
    Family.KEPT: Text(
        "经批准保留的抽调 {k} 人不返岗:{who}", "draw-offs kept with approval stay away ({k}): {who}"
    ),
    Family.PINNED: Text("已锁定的 {k} 人不动:{who}", "the pinned stay ({k}): {who}"),
    Family.HANDOVER: Text("{unit}最多调出 {n} 人", "{unit} hands over at most {n}"),
    Family.MAXIMUM: Text("{unit}最高 {n} 人", "{unit} has at most {n}"),
    Family.TWO_TEAMS: Text("{unit}的{team}至少 {n} 人", "the {team} of {unit} keeps at least {n}"),
    Family.WOMEN: Text("{unit}至少女民警 {n} 人", "women at {unit}: at least {n}"),
    Family.KIN: Text("近亲属 {n} 对不得调入同一单位", "pairs of relatives are kept apart ({n})"),
    Family.OUTSIDE: Text("局外单位不归还 {k} 人:{who}", "those with outside units stay there ({k}): {who}"),
}
_EXCLUDED = Text("按口径不可调 {k} 人({why}):{who}", "the policy excludes {k} ({why}): {who}")
HOLDS = Text("各项要求可以同时成立,没有冲突。", "All that is required can hold together; nothing conflicts.")
MET = Text("“{rule}”没有缺口,与其他要求没有冲突。", "“{rule}” is not short and conflicts with nothing.")
CAN = Text(
    "“{rule}”可以与目前没有缺口的各项同时成立,没有冲突。",
    "“{rule}” can hold together with all that is not short; nothing conflicts.",
)
GIVES_WAY = Text(
    "“{rule}”可以与目前没有缺口的各项同时成立;它有缺口,是因为先满足排序在前的要求。",
    "“{rule}” can hold together with all that is not short; it is short because what comes before it in the"
    " priority order is served first.",
)
UNKNOWN = Text(
    "时间用尽或已停止,尚未查明哪些要求不能同时成立。",
    "Stopped or out of time before it was known what cannot hold together.",
)
_CONFLICT = Text(
    "以下 {k} 项不能同时成立{short}:{rules}{limits}。{drop}",
    "These {k} cannot all hold{short}: {rules}{limits}. {drop}",
)
_ALONE = Text("“{one}”单独就不能成立{short}。", "“{one}” cannot hold even by itself{short}.")
_AT_LEAST = Text(",至少差 {n} 人", ", at least {n} short")
_SHORT = Text(",现差 {n} 人", ", {n} short as it stands")
_LIMIT_PART = Text(";{limits}", "; {limits}")
_AND_MORE = Text("{some}等 {k} 项", "{some} and more, {k} in all")
_FEWER = Text(
    "已找到的这组要求相互矛盾,尚未缩到最少。",
    "They do contradict each other, but fewer of them might as well.",
)
_DROP = Text(
    "放开其中任一项,其余即可同时成立:如不再要求“{one}”,所列其余各项缺口为 0。",
    "Drop any one and the rest can hold: without “{one}” nothing of the rest is short.",
)


def member_of(item: Goal | Lever, bench: Bench) -> Member:
    """Return a target or a limit as a member."""
    return _limit(item, bench) if isinstance(item, Lever) else _target(item, bench)


def _target(goal: Goal, bench: Bench) -> Member:
    rule, unit = goal
    before = bench.ground.before
    state = before.state
    ledger = planning_ledger(state)
    whole = SCALE[ledger]
    n: object = ""
    base, least = before.ledgers.base[ledger], 0
    if rule in ("station_share", "community_share"):
        share = state.policy.share(f"{rule}.required")
        n, least = share.words, share.least(base)
    elif rule == "station_minimum":
        target = before.target(rule, ledger, unit)
        n = target.required if target is not None else ""
    words = _TARGETS[rule].format(
        unit=state.unit_name(unit), n=n, base=base // whole, least=counted(least, whole)
    )
    stations = tuple(u.id for u in state.stations())
    return Member(rule, words, rule, (unit,) if unit is not None else stations, ())


def _limit(lever: Lever, bench: Bench) -> Member:
    ground = bench.ground
    state = ground.before.state
    whole = lever.family in WHOLE
    people = tuple(p for p, family in ground.people.items() if whole and family is lever.family)
    text = _LIMITS.get(lever.family, _EXCLUDED).format(
        unit=state.unit_name(lever.unit),
        n=ground.required.get(lever, 0),
        k=len(people),
        who=who(state.placed[p] for p in people),
        why=BAR_NAMES[Bar(lever.family)] if lever.family not in _LIMITS else "",
        team=_TEAMS[Post(lever.post)] if lever.post is not None else "",
        level=level_title(lever.capped) if lever.capped is not None else "",
    )
    homes = dict.fromkeys(u for p in people if (u := state.placed[p].home) is not None)
    units = tuple(homes) if whole else (lever.unit,) if lever.unit is not None else ()
    return Member(str(lever.family), text, None, units, people, lever.post)


def sentence_of(members: Sequence[Member], short: int, at_least: bool, minimal: bool) -> Text:
    """Return what cannot hold together, and what dropping one of it does where the set is minimal.

    `at_least` says that no plan lacks fewer people than are short.
    """
    rules = [m.text for m in members if m.rule is not None]
    limits = [m.text for m in members if m.rule is None]
    one = limits[0] if limits else rules[0]
    lacking = (_AT_LEAST if at_least else _SHORT).format(n=short) if short else same("")
    if len(members) == 1:
        return _ALONE.format(one=one, short=lacking)
    return _CONFLICT.format(
        k=len(members),
        short=lacking,
        rules=_some(rules),
        limits=(_LIMIT_PART if rules else same("{limits}")).format(limits=_some(limits))
        if limits
        else same(""),
        drop=_DROP.format(one=one) if minimal else _FEWER,
    )


def _some(parts: Sequence[Text]) -> Text:
    some = joined(parts[:NAMED])
    return some if len(parts) <= NAMED else _AND_MORE.format(some=some, k=len(parts))
