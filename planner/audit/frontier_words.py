"""The frontiers of a station in words, for the Duty page, the findings and the command line."""

from __future__ import annotations

from collections.abc import Mapping

from planner.audit.frontiers import ALL, Bought, Frontier, Goal, Goals, WayOut
from planner.text import Text, joined

GOALS: Mapping[Goal, Text] = {
    Goal.COVER: Text("值班不少于{cover}人", "{cover} on duty always"),
    Goal.FIELD_TIME: Text("在辖区工作时间 {field}", "{field} field time"),
    Goal.COMMUNITY: Text("社区民警占比 {community}", "{community} community officers"),
    Goal.HOURS: Text("不超工时", "the hours limit"),
}
WAYS: Mapping[WayOut, Text] = {
    WayOut.AUXILIARY: Text("辅警作为值班第二人", "An auxiliary as second person on duty"),
    WayOut.SHARED: Text("与邻所合并值班", "Duty shared with a neighbour station"),
    WayOut.WIDE: Text("所内值班计入在辖区工作时间", "Duty hours counted as field time"),
    WayOut.NO_REPORTS: Text("取消报表", "Reports cut"),
}
READINGS = {
    False: Text("按“本人责任区”口径", "By the officer's own beat"),
    True: Text("按“派出所辖区”口径", "By the station's area"),
}
_ALL_HOLD = Text(
    "{reading},现有民警{n}人,四项可同时做到。", "{reading}, {n} officers can keep all four together."
)
_SOME = Text(
    "{reading},现有民警{n}人,四项不能同时做到;最多可同时做到:{sets}。",
    "{reading}, {n} officers cannot keep all four together; at most: {sets}.",
)
_NOBODY = Text("{reading},现无民警在岗。", "{reading}, no officer is present.")
_SMALLEST = Text(
    "四项同时做到:{all};只受休息限制、不限工时:{rest}。",
    "All four together: {all}; if only rest limits duty: {rest}.",
)
_SIZE = Text("至少需民警{n}人", "at least {n} officers")
_NO_SIZE = Text("再多民警也做不到", "no number of officers will do")
_WAY = Text("{way}:{all};现有民警可同时做到:{sets}。", "{way}: {all}; those present can keep: {sets}.")
_WAY_ALL = Text("{way}:现有民警四项可同时做到({all})。", "{way}: those present can keep all four ({all}).")


def sentences(frontier: Frontier) -> tuple[Text, ...]:
    """Return what holds, the smallest station, and what each way out buys."""
    reading, n = READINGS[frontier.terms.wide], frontier.crew.sworn
    if not n:
        return (_NOBODY.format(reading=reading), _smallest(frontier))
    if frontier.holds:
        return (_ALL_HOLD.format(reading=reading, n=n), _smallest(frontier))
    said = _SOME.format(reading=reading, n=n, sets=_sets(frontier, frontier.sets))
    return (said, _smallest(frontier), *(_bought(frontier, way) for way in frontier.ways))


def _smallest(frontier: Frontier) -> Text:
    return _SMALLEST.format(all=_size(frontier.smallest), rest=_size(frontier.by_rest))


def _bought(frontier: Frontier, bought: Bought) -> Text:
    words = {"way": WAYS[bought.way], "all": _size(bought.smallest)}
    if bought.sets == (ALL,):
        return _WAY_ALL.format(**words)
    return _WAY.format(**words, sets=_sets(frontier, bought.sets))


def _size(n: int | None) -> Text:
    return _SIZE.format(n=n) if n is not None else _NO_SIZE


def _sets(frontier: Frontier, sets: tuple[Goals, ...]) -> Text:
    listed = [_set(frontier, goals) for goals in sets if goals]
    return Text(";或".join(s.zh for s in listed) or "无", "; or ".join(s.en for s in listed) or "none")


def _set(frontier: Frontier, goals: Goals) -> Text:
    terms = frontier.terms
    words = {"cover": terms.cover, "field": terms.field_time.words, "community": terms.community.words}
    return joined(GOALS[goal].format(**words) for goal in Goal if goal in goals)
