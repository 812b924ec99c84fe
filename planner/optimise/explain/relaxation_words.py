"""A way out in words: what to do, with units or people, and what it does to every shortage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from models.allocation.requirements import TRANSFERS
from planner.county.state import State
from planner.optimise.doubts import who
from planner.optimise.explain.adding import BEATS, MARKS, RECRUITS, TARGET
from planner.optimise.explain.bench import Bench
from planner.optimise.explain.levers import Family
from planner.optimise.explain.relaxing import Draft
from planner.optimise.movable import BAR_NAMES, Bar
from planner.policy.policy import Policy
from planner.policy.settings import RULES, SETTINGS
from planner.text import Text, joined, same

NAMED = 4  # units told one by one in a sentence; the rest is a number
_ACTIONS: Mapping[str, Text] = {
    Family.CAP: Text(
        "把本次提问限定的单位间交流人数由 {cap_before} 人提高到 {cap_after} 人,多调 {n} 人。",
        "Let the question allow more transfers, {cap_before} → {cap_after}: {n} more.",
    ),
    Family.MINIMUM: Text(
        "调低最低保留人数共 {n} 人:{changes}。", "Lower the minimum kept by {n} in all: {changes}."
    ),
    Family.KEPT: Text(
        "终止经批准保留的抽调 {n} 人,令其返岗:{who}。",
        "End the draw-offs kept with approval, so that these return ({n}): {who}.",
    ),
    Family.PINNED: Text("解除 {n} 人的锁定并准许调动:{who}。", "Unpin these and let them move ({n}): {who}."),
    Family.OUTSIDE: Text("协调局外单位归还 {n} 人:{who}。", "Have outside units give back {n}: {who}."),
    Family.MAXIMUM: Text(
        "提高派出所最高人数共 {n} 人:{changes}。", "Raise the maximum of stations by {n} in all: {changes}."
    ),
    Family.TWO_TEAMS: Text(
        "修改口径(对所有派出所生效):{settings};用于{units},共少留 {n} 人。",
        "Change the policy, for all stations: {settings}. It is needed at {units}, {n} in all.",
    ),
    Family.HANDOVER: Text(
        "修改口径(对所有单位生效):{settings};用于{units},共多调 {n} 人。",
        "Change the policy, for all units: {settings}. It is needed at {units}, {n} in all.",
    ),
    Family.WOMEN: Text(
        "修改口径(对所有监管场所生效):{settings};用于{units},共少留 {n} 人。",
        "Change the policy, for all custody units: {settings}. It is needed at {units}, {n} in all.",
    ),
    Family.KIN: Text(
        "修改口径:不执行任职回避(对所有人生效);用于近亲属 {n} 对:{who}。",
        "Change the policy, for everybody: kin avoidance off. It is needed for pairs ({n}): {who}.",
    ),
    RECRUITS: Text("增配民警 {n} 人:{changes}。", "Add officers, {n} in all: {changes}."),
    BEATS: Text("请 {n} 名所领导包联责任区:{who}。", "Have station leaders hold a beat ({n}): {who}."),
    MARKS: Text(
        "将{units}标为社区民警全员化,共免补社区民警 {n} 人。",
        "Mark as all-officer beat duty: {units}. That spares in community posts: {n}.",
    ),
    TARGET: Text(
        "把要求降到可达到的水平:{targets}(相当于少补 {n} 人)。",
        "Lower what is required to what can be reached: {targets}. People that spares: {n}.",
    ),
}
_EXCLUDED = Text(
    "准许调动 {n} 名按口径排除的民警({why}):{who}。",
    "Let those move whom the policy excludes ({why}), {n} in all: {who}.",
)
_BECOMES = Text("{unit} {before}→{after} 人", "{unit} {before} → {after}")
_MORE_AT = Text("{unit} {n} 人", "{unit} {n}")
_AND_MORE = Text("{some}等 {k} 个单位", "{some} and others, {k} units in all")
_NUMBERS = ("planning.handover_limit", "planning.custody_women", "two_teams.command_room", "two_teams.case")
_SETTING = Text("“{title}”{before}→{after}", "“{title}” {before} → {after}")
_LOWERED = Text("{rule} {before}→{after}", "{rule} {before} → {after}")
_EFFECT = Text(
    "{parts},各项合计差 {before}→{after} 人。", "{parts}; all rules together {before} → {after} short."
)
_CHANGE = Text("{rule}差 {before}→{after} 人", "{rule} {before} → {after} short")
_ROW = Text("{name}(花名册第 {row} 行)", "{name} (roster row {row})")


def action_of(draft: Draft, bench: Bench) -> Text:
    """Return what to do, in one sentence with its units or people."""
    state = bench.ground.before.state
    placed = [state.placed[p] for p in draft.people]
    words = _ACTIONS.get(draft.family) or _EXCLUDED.format(
        n="{n}", who="{who}", why=BAR_NAMES[Bar(draft.family)]
    )
    policy = draft.asked.policy or state.policy
    return words.format(
        n=draft.amount,
        who=who(placed),
        units=_listed([same(state.unit_name(u)) for u in draft.given]),
        changes=_listed([_becomes(draft, unit, n, state) for unit, n in draft.given.items()]),
        settings=joined(_settings(state.policy, policy)),
        cap_before=bench.ground.asked.caps.get(TRANSFERS, 0),
        cap_after=draft.asked.caps.get(TRANSFERS, 0),
        targets=joined(_targets(draft, state)) if draft.family == TARGET else "",
    )


def _becomes(draft: Draft, unit: int, n: int, state: State) -> Text:
    name = state.unit_name(unit)
    if draft.family == Family.MINIMUM:
        after = draft.asked.minimums[unit]
        return _BECOMES.format(unit=name, before=after + n, after=after)
    if draft.family == Family.MAXIMUM:
        after = draft.asked.maximums[unit]
        stated = state.county.units[unit].maximum
        return _BECOMES.format(unit=name, before=after - n if stated is None else stated, after=after)
    return _MORE_AT.format(unit=name, n=n)


def _settings(before: Policy, after: Policy) -> Iterable[Text]:
    for key in _NUMBERS:
        if before.count(key) != after.count(key):
            yield _SETTING.format(title=SETTINGS[key].title, before=before.count(key), after=after.count(key))


def _targets(draft: Draft, state: State) -> Iterable[Text]:
    policy = draft.asked.policy
    assert policy is not None  # a lower target is another policy
    for rule in ("station_share", "community_share", "station_minimum"):
        key = f"{rule}.required"
        before, after = state.policy.value(key), policy.value(key)
        if before != after:
            yield _LOWERED.format(rule=RULES[rule], before=_said(before), after=_said(after))


def _said(value: object) -> str:
    return str(getattr(value, "words", value))


def _listed(parts: list[Text]) -> Text:
    some = joined(parts[:NAMED])
    return some if len(parts) <= NAMED else _AND_MORE.format(some=some, k=len(parts))


def effect_of(before: Mapping[str, int], after: Mapping[str, int]) -> Text:
    """Return what becomes of every shortage that changes, and of all together."""
    changed = [
        _CHANGE.format(rule=RULES[level.partition(":")[2]], before=n, after=after.get(level, 0))
        for level, n in before.items()
        if n != after.get(level, 0)
    ]
    return _EFFECT.format(parts=joined(changed), before=sum(before.values()), after=sum(after.values()))


def rows_of(draft: Draft, bench: Bench) -> tuple[Text, ...]:
    """Return everybody and every unit an action is about, people with their rows in the roster."""
    state = bench.ground.before.state
    people = (state.placed[p].person for p in draft.people)
    named = [
        same(p.name) if p.source_row is None else _ROW.format(name=p.name, row=p.source_row) for p in people
    ]
    return (*named, *(same(state.unit_name(u)) for u in draft.given))
