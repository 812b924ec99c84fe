"""The four large figures of the overview: books beside present, now beside after approved moves, margins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from planner.audit.ledgers import LEDGER_NAMES, Ledger
from planner.audit.results import Audit, Gravity, Margin, Target
from planner.audit.rules.field_time import AREA_WORDS
from planner.audit.rules.station_share import percent
from planner.county.state import Standing
from planner.policy.settings import RULES
from planner.text import Text, joined, same

Verdict = Literal["met", "not_met", "violation", "warning", "no_data"]
VERDICTS: dict[Verdict, Text] = {
    "met": Text("达标", "met"),
    "not_met": Text("未达标", "not met"),
    "violation": Text("违规", "violation"),
    "warning": Text("余量小", "margin small"),
    "no_data": Text("无数据,不评价", "no data, not judged"),
}
FIELD_TIME, DRAWN_OFF = Text("在辖区工作时间", "Field time"), Text("被抽调借调", "Drawn off")
_PEOPLE = Text("{n} 人", "{n}")
_REQUIRED = Text("要求 ≥ {share}", "required ≥ {share}")
_OF = Text("{ledger} {n}/{base}", "{ledger} {n}/{base}")
_BOOKS = Text("在编 {percent}({n}/{base})", "books {percent} ({n}/{base})")
_AFTER = Text("批准调动后 {value}", "after approved moves {value}")
_SHORT, _MET = Text("缺 {n} 人", "{n} short"), Text("达标", "met")
_MARGIN = Text("余量:{parts}", "margin: {parts}")
_EVENTS = {
    "draw_off": Text("可再抽调 {n} 人", "{n} draw-offs"),
    "departure": Text("可调离 {n} 人", "{n} departures"),
    "headquarters_recruit": Text("机关可进 {n} 人", "{n} headquarters recruits"),
}
_STATIONS_SHORT = Text("{m}/{n} 个所未达标,共缺 {k} 人", "{m} of {n} stations not met, {k} short")
_STATIONS_MET = Text("{n} 个所均达标", "all {n} stations met")
_WITH_ALL_OFFICER = Text("含全员化所 {percent}", "with all-officer stations {percent}")
_FIRST = Text("最先跌破:{unit}(可减 {n} 人)", "first to break: {unit} (can lose {n})")
_DUE, _NONE_DUE = Text("应返岗 {n} 人", "{n} must return"), Text("无应返岗人员", "nobody must return")
_WHERE = Text(
    "局内 {inside} · 局外 {outside} · 经批准保留 {kept}", "inside {inside} · outside {outside} · kept {kept}"
)
_ALLOWED = Text("允许 {n} 人", "allowed: {n}")
_BELOW = Text("{n} 人未达标", "{n} officers below")
_HOURS = Text("{field}/{worked} 小时", "{field} of {worked} hours")
_SILENT = Text("{n} 人无数据,不评价", "{n} without data, not judged")
_NO_RECORDS = Text("尚无值班、考勤数据", "no duty or attendance records yet")


@dataclass(frozen=True, slots=True)
class Figure:
    """One large figure: its value, what it means, and the targets it can be traced to (present first)."""

    key: str
    title: Text
    value: Text
    verdict: Verdict
    meaning: Text  # the verdict with its number
    lines: tuple[Text, ...]  # books, requirement, margin
    after: Text | None  # None: no approved move is pending
    targets: tuple[Target, ...] = ()


def figures(now: Audit, after: Audit) -> tuple[Figure, ...]:
    """Return the figures of the county; `after` counts approved moves too, and is `now` if none wait."""
    found = (
        _station_share(now, after),
        _community_share(now, after),
        _field_time(now),
        _drawn_off(now, after),
    )
    return tuple(figure for figure in found if figure is not None)


def ratio_words(target: Target | None) -> str:
    """Write a measured share for reading, rounded down; a dash where there is nothing to divide by."""
    if target is None or not target.denominator:
        return "—"
    return f"{percent(target.numerator, target.denominator)}%"


def _traceable(audit: Audit, rule: str) -> tuple[Target, ...]:
    ledgers = (Ledger.PRESENT, Ledger.BOOKS, Ledger.EFFECTIVE)
    return tuple(t for ledger in ledgers if (t := audit.target(rule, ledger)) is not None)


def _books_line(books: Target) -> Text:
    return _BOOKS.format(percent=ratio_words(books), n=books.numerator, base=books.denominator)


def _after_words(now: Audit, after: Audit, value: Text) -> Text | None:
    return None if after is now else _AFTER.format(value=value)


def _station_share(now: Audit, after: Audit) -> Figure | None:
    targets = _traceable(now, "station_share")
    if not targets:
        return None
    here, books = targets[0], targets[1]
    margins = [m for m in now.margins if m.rule == "station_share"]
    tight = any(f.rule == "station_share" for f in now.findings)
    verdict: Verdict = "not_met" if not here.met else "warning" if tight else "met"
    required = _REQUIRED.format(share=here.required_words)
    present = _OF.format(ledger=LEDGER_NAMES[Ledger.PRESENT], n=here.numerator, base=here.denominator)
    return Figure(
        "station_share",
        RULES["station_share"],
        same(ratio_words(here)),
        verdict,
        _SHORT.format(n=here.shortfall) if not here.met else VERDICTS[verdict],
        (_books_line(books), dotted(present, required), *_margin_line(margins)),
        _after_words(now, after, same(ratio_words(after.target("station_share")))),
        targets,
    )


def _margin_line(margins: Iterable[Margin]) -> tuple[Text, ...]:
    parts = [_EVENTS[m.event].format(n=m.count) for m in margins]
    return (_MARGIN.format(parts=joined(parts)),) if parts else ()


def dotted(*parts: Text) -> Text:
    """Join short statements on one line."""
    return Text(" · ".join(p.zh for p in parts), " · ".join(p.en for p in parts))


def _community_share(now: Audit, after: Audit) -> Figure | None:
    targets = _traceable(now, "community_share")
    if not targets:
        return None
    here, books = targets[0], targets[1]
    stations = [
        t for t in now.targets if (t.rule, t.ledger) == (here.rule, here.ledger) and t.unit is not None
    ]
    short = [t for t in stations if not t.met]
    counts = {"n": len(stations), "m": len(short), "k": sum(t.shortfall for t in short)}
    meaning = (_STATIONS_SHORT if short else _STATIONS_MET).format(**counts)
    present = _OF.format(ledger=LEDGER_NAMES[Ledger.PRESENT], n=here.numerator, base=here.denominator)
    lines = [
        _books_line(books),
        dotted(present, _REQUIRED.format(share=here.required_words)),
        *_community_extra(now),
    ]
    return Figure(
        "community_share",
        RULES["community_share"],
        same(ratio_words(here)),
        "not_met" if short else "met" if stations else "no_data",
        meaning,
        tuple(lines),
        _after_words(now, after, same(ratio_words(after.target("community_share")))),
        targets,
    )


def _community_extra(now: Audit) -> list[Text]:
    """Return the total with 全员化 stations where there are any, else the station that breaks first."""
    judged, with_all = now.community_totals.judged, now.community_totals.with_all_officer
    if with_all != judged and with_all[1]:
        return [_WITH_ALL_OFFICER.format(percent=f"{percent(*with_all)}%")]
    first = min((m for m in now.margins if m.rule == "community_share"), key=lambda m: m.count, default=None)
    return [_FIRST.format(unit=now.state.unit_name(first.unit), n=first.count)] if first else []


def _field_time(now: Audit) -> Figure:
    required = now.state.policy.share("field_time.required")
    here = now.target("field_time")
    if here is not None:
        area = AREA_WORDS[now.state.policy.choice("counting.area")]
        hours = _HOURS.format(field=here.numerator, worked=here.denominator)
        return Figure(
            "field_time",
            FIELD_TIME,
            same(ratio_words(here)),
            "met" if here.met else "not_met",
            VERDICTS["met"] if here.met else _BELOW.format(n=here.shortfall),
            (dotted(hours, _REQUIRED.format(share=here.required_words)), area, *_without_data(now)),
            None,
            (here,),
        )
    return Figure(
        "field_time",
        FIELD_TIME,
        same("—"),
        "no_data",
        VERDICTS["no_data"],
        (_NO_RECORDS, _REQUIRED.format(share=required.words)),
        None,
    )


def _without_data(now: Audit) -> tuple[Text, ...]:
    silent = [f for f in now.findings if f.rule == "field_time" and f.gravity is Gravity.TO_VERIFY]
    return tuple(_SILENT.format(n=len(f.people)) for f in silent)


def _drawn_off(now: Audit, after: Audit) -> Figure | None:
    target = now.target("secondment")
    if target is None:
        return None
    away = [p for p in now.state.placed.values() if p.drawn_off]
    outside = sum(p.standing is Standing.SECONDED_OUTSIDE for p in away)
    kept = sum(now.state.is_kept(p) for p in away)
    lines = (
        _WHERE.format(inside=len(away) - outside, outside=outside, kept=kept),
        _ALLOWED.format(n=target.required),
    )
    then = after.target("secondment")
    return Figure(
        "drawn_off",
        DRAWN_OFF,
        _PEOPLE.format(n=target.numerator),
        "met" if target.met else "violation",
        _NONE_DUE if target.met else _DUE.format(n=len(away) - kept),
        lines,
        _after_words(now, after, _PEOPLE.format(n=then.numerator)) if then else None,
        (target,),
    )
