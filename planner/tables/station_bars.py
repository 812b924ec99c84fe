"""The bar per station against its target, as numbers and words; drawing is for whoever shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from planner.audit.ledgers import Ledger
from planner.audit.results import Audit, Target
from planner.county.records import Unit
from planner.policy.settings import RULES
from planner.policy.share import Share
from planner.tables.figures import ratio_words
from planner.text import Text

BarKind = Literal["community_share", "station_minimum"]
BAR_KINDS: Mapping[BarKind, Text] = {
    "community_share": RULES["community_share"],
    "station_minimum": Text("派出所警力", "Station strength"),
}
_SHARE_TIP = Text(
    "{unit}:社区民警 {n} / 在岗 {base} = {percent}(在编 {books}),{verdict}",
    "{unit}: {n} community officers of {base} present = {percent} (books {books}), {verdict}",
)
_COUNT_TIP = Text(
    "{unit}:在岗 {n} 人(在编 {books} 人),最低 {required} 人,{verdict}",
    "{unit}: {n} present ({books} on the books), at least {required}, {verdict}",
)
_UNJUDGED_TIP = Text("{unit}:实行社区民警全员化,不评价", "{unit}: all-officer beat duty, not judged")
_OFF_TIP = Text("{unit}:本指标未启用,不评价", "{unit}: this rule is off, nothing is judged")
_MET, _SHORT = Text("达标", "met"), Text("缺 {n} 人", "{n} short")


@dataclass(frozen=True, slots=True)
class Bar:
    """One station: heights in percent or people, its own line, and its words; `met` is None if not judged."""

    unit: int
    name: str
    present: float
    books: float
    line: float | None
    met: bool | None
    label: str
    tip: Text


def station_bars(audit: Audit, kind: BarKind) -> list[Bar]:
    """Return a bar for every station of the bureau, in the order of the county."""
    targets = {(t.unit, t.ledger): t for t in audit.targets if t.rule == kind and t.unit is not None}
    make = _share_bar if kind == "community_share" else _count_bar
    bars = []
    for unit in audit.state.stations():
        present, books = targets.get((unit.id, Ledger.PRESENT)), targets.get((unit.id, Ledger.BOOKS))
        if present is None or books is None:
            tip = (_UNJUDGED_TIP if audit.state.policy.is_on(kind) else _OFF_TIP).format(unit=unit.name)
            bars.append(Bar(unit.id, short_name(unit), 0, 0, None, None, "", tip))
        else:
            bars.append(make(unit, present, books))
    return bars


def short_name(unit: Unit) -> str:
    """Return what fits under a bar: the short name, or the full one without 派出所."""
    name = unit.short_name or unit.name
    ending = "派出所" if name.endswith("派出所") else "所"
    return name.removesuffix(ending) if len(name) > len(ending) + 1 else name


def _height(target: Target) -> float:
    return 100 * target.numerator / target.denominator if target.denominator else 0.0


def _verdict(target: Target) -> Text:
    return _MET if target.met else _SHORT.format(n=target.shortfall)


def _share_bar(unit: Unit, present: Target, books: Target) -> Bar:
    assert isinstance(present.required, Share)
    tip = _SHARE_TIP.format(
        unit=unit.name,
        n=present.numerator,
        base=present.denominator,
        percent=ratio_words(present),
        books=ratio_words(books),
        verdict=_verdict(present),
    )
    line = 100 * present.required.numerator / present.required.denominator
    label = f"{present.numerator}/{present.denominator}"
    return Bar(unit.id, short_name(unit), _height(present), _height(books), line, present.met, label, tip)


def _count_bar(unit: Unit, present: Target, books: Target) -> Bar:
    assert isinstance(present.required, int)
    tip = _COUNT_TIP.format(
        unit=unit.name,
        n=present.numerator,
        books=books.numerator,
        required=present.required,
        verdict=_verdict(present),
    )
    counts = (float(present.numerator), float(books.numerator), float(present.required))
    return Bar(unit.id, short_name(unit), *counts, present.met, str(present.numerator), tip)


def bars_caption(kind: BarKind) -> Text:
    """Return what the heights and signs of a chart mean."""
    return _CAPTIONS[kind]


_CAPTIONS: Mapping[BarKind, Text] = {
    "community_share": Text(
        "柱:在岗占比(数字为社区民警/在岗) · 短横:在编占比 · 虚线:要求",
        "bar: share present (community/present) · tick: share on the books · dashed: required",
    ),
    "station_minimum": Text(
        "柱:在岗人数 · 短横:在编人数 · 虚线:最低人数",
        "bar: present · tick: on the books · dashed: minimum",
    ),
}
_ALL_OFFICER, _OFF = Text("全员化", "all-officer"), Text("未启用", "off")


def not_judged_words(audit: Audit, kind: BarKind) -> Text:
    """Return what stands in the place of a bar that is not judged."""
    return _ALL_OFFICER if audit.state.policy.is_on(kind) else _OFF
