"""The margins in plain words: what the county can still bear, and which station breaks first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from planner.audit.results import Audit, Margin
from planner.reports.figures import unit_labels
from planner.text import Text, joined, same

_SHARE = Text(
    "派出所警力占比还可承受:再抽调 {draw_off} 人,或派出所减员 {departure} 人,或机关新增 {recruit} 人。",
    "The station share can still bear {draw_off} more drawn off, or {departure} leaving stations, or"
    " {recruit} recruited to headquarters.",
)
_BROKEN = Text("派出所警力占比已低于要求,没有余量。", "The station share is below its line: no margin.")
_FIRST = Text(
    "最先触线的派出所:{stations},再减少 {n} {who}即不达标。",
    "Stations that break first: {stations}; {n} {who} fewer breaks the line.",
)
_MANY = Text("{named}等 {n} 个", "{named} and others, {n} in all")
_NAMED = 4
_WHO = {
    "station_minimum": Text("名民警", "officer(s)"),
    "community_share": Text("名社区民警", "community officer(s)"),
}


def margin_sentences(audit: Audit) -> Sequence[Text]:
    """Return what the lines can bear; for a line already broken, that there is no margin."""
    return [*_station_share(audit), *_first_to_break(audit)]


def _station_share(audit: Audit) -> Iterator[Text]:
    target = audit.target("station_share")
    if target is None:
        return
    if not target.met:
        yield _BROKEN
        return
    counts = {m.event: m.count for m in audit.margins if m.rule == "station_share"}
    yield _SHARE.format(
        draw_off=counts.get("draw_off", 0),
        departure=counts.get("departure", 0),
        recruit=counts.get("headquarters_recruit", 0),
    )


def _first_to_break(audit: Audit) -> Iterator[Text]:
    """Yield, for the rules that judge stations, those whose line breaks at the fewest departures."""
    labels = unit_labels(audit.state)
    for rule, who in _WHO.items():
        margins = [m for m in audit.margins if m.rule == rule and m.event == "departure" and m.unit]
        if margins:
            least = min(m.count for m in margins)
            first = [m for m in margins if m.count == least]
            yield _FIRST.format(stations=_names(first, labels), n=least + 1, who=who)


def _names(margins: Sequence[Margin], labels: Mapping[int, str]) -> Text:
    named = joined(same(labels[m.unit]) for m in margins[:_NAMED] if m.unit is not None)
    return named if len(margins) <= _NAMED else _MANY.format(named=named, n=len(margins))
