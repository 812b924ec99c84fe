"""方案比较: options A, B, C on one page for the leadership; who moves and who stands elsewhere behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from planner.audit.ledgers import LEDGER_NAMES, Ledger
from planner.audit.results import Gravity
from planner.comparison.answers import MONTHS
from planner.comparison.coming import NOT_FORECAST, Coming, coming
from planner.comparison.described import described
from planner.comparison.figures import COUNTY_LINE
from planner.comparison.findings import FindingLine, finding_lines
from planner.comparison.lines import Line
from planner.comparison.moves import MoveLine, move_lines
from planner.comparison.officers import OfficerLine, officer_lines
from planner.comparison.options import Comparison, Option, compared
from planner.comparison.sections import Section, sections
from planner.comparison.timeline import timeline
from planner.policy.settings import RULES
from planner.reports.comparison_plots import curve_plot, timeline_plot
from planner.reports.comparison_tables import move_table, officer_tables, option_name
from planner.reports.figures import labels_of
from planner.reports.paper import Request
from planner.reports.privacy import is_private
from planner.scenarios.records import ChangeKind
from planner.tables.scenarios import AS_IT_STANDS
from planner.text import Text, joined, same

_ABREAST = 6  # options beside each other on one page, the county as it stands among them
_ROOMY = 4  # with more the titles have no room for what is required
_NO_SCENARIOS = Text(
    "本文件尚无方案,以下只列现状;请先在“方案”页建立方案。",
    "This file has no scenarios, so only the county as it stands is shown; make some on the Scenarios page.",
)
_LEAD = Text(
    "带正负号的小字为较现状的增减,▲ 较好,▼ 较差。",
    "Signed, in small type, the difference to the county as it stands: ▲ better, ▼ worse.",
)
_UNPLANNED = Text("调整建议尚未求解:{options}。", "No proposal has been worked out yet: {options}.")
_LATER = Text(
    "下列方案的变动在统计日期之后,以上各项尚未计入:{options}。",
    "These begin after the date judged, so nothing of them is counted yet: {options}.",
)
_BEGINS = Text("{option}({first} 起)", "{option} (from {first})")
_ON = Text("以“{base}”为基础;{what}", "on “{base}”; {what}")
_NOTED = Text("{what}。{note}", "{what}. {note}")
_NOT_PRESENT = Text("不在岗", "not present")
COMPARISON_LABELS = {
    "line": Text("指标", "Line"),
    "now": Text("现状", "now"),
    "moves": Text("各方案涉及人员", "Who moves"),
    "officers": Text("各方案下单位、岗位或在岗情况不同的人员", "Officers who stand otherwise"),
    "continued": Text("(续)", " (continued)"),
}
# On the leadership's page; every line stands in the Excel twin.
_FIRST_PAGE = (
    "strength",
    "secondment:present",
    *(f"{rule}:{ledger}" for rule in ("station_share", "community_share") for ledger in Ledger),
    "station_share:county_short",
    "community_share:county_short",
    "station_minimum:stations",
    "community_share:stations",
    f"findings:{Gravity.VIOLATION}",
    f"findings:{Gravity.NOT_MET}",
    "conflicts",
)


@dataclass(frozen=True, slots=True)
class Card:
    """How an option is introduced."""

    letter: str
    name: Text
    description: Text


@dataclass(frozen=True)
class ComparisonPaper:
    """What the paper says; suspicions and private reasons are left out already."""

    comparison: Comparison
    cards: Sequence[Card]
    sections: Sequence[Section]
    findings: Sequence[FindingLine]
    moves: Sequence[MoveLine]
    officers: Sequence[OfficerLine]


def gather_comparison(request: Request) -> ComparisonPaper:
    """Return what the paper says of the options asked for, or of all scenarios of the document."""
    found = request.compared
    if found is None:
        found = compared(request.document, tuple(request.document.scenarios.values()), request.on)
    found = _with_months(found)
    labels = {
        id_: label for option in found.options for id_, label in labels_of(option.document.county).items()
    }

    def label(unit: int) -> str:
        return labels.get(unit, "")

    return ComparisonPaper(
        found,
        [_card(option, found) for option in found.options],
        sections(found, suspicions=False),
        finding_lines(found, suspicions=False),
        [_printable(move) for move in move_lines(found, label)],
        officer_lines(found, label),
    )


def comparison_lead(body: ComparisonPaper) -> Sequence[Text]:
    """Return the sentences under the title."""
    scenarios = body.comparison.scenarios
    if not scenarios:
        return [_NO_SCENARIOS]
    pairs = zip(body.cards, body.comparison.options, strict=True)
    unplanned = [option_name(card) for card, option in pairs if option.proposal is None]
    lead = [_LEAD, NOT_FORECAST]
    if unplanned:
        lead.append(_UNPLANNED.format(options=joined(unplanned)))
    later = [_begins(body, one) for one in coming(body.comparison)]
    return [*lead, _LATER.format(options=joined(later))] if later else lead


def comparison_drawing(body: ComparisonPaper) -> Mapping[str, object]:
    """Return what the template draws: cards, tables in groups that fit a page, both charts, who moves."""
    return {
        "cards": body.cards[1:],
        "abreast": min(len(body.cards), _ABREAST),
        "groups": [_group(body, options) for options in _groups(len(body.cards))],
        "timeline": timeline_plot(body.comparison),
        "curve": curve_plot(body.comparison),
        "moves": move_table(body.moves, body.cards),
        "officers": officer_tables(body.officers, body.cards, list(_groups(len(body.cards)))),
    }


def _with_months(found: Comparison) -> Comparison:
    """Work out the months that nobody has yet; unlike proposals they take no solver."""
    options = (
        o if o.months is not None else replace(o, months=timeline(o.document, found.on, MONTHS))
        for o in found.options
    )
    return replace(found, options=tuple(options))


def _groups(options: int) -> Iterator[list[int]]:
    """Yield which options stand beside each other, the county as it stands first in every group."""
    abreast = _ABREAST - 1
    for first in range(1, max(options, 2), abreast):
        yield [0, *range(first, min(first + abreast, options))]


def _group(body: ComparisonPaper, options: list[int]) -> Mapping[str, object]:
    rows: list[object] = []
    for section in body.sections:
        rows.append({"section": section.title})
        lines = _told_together(section.lines) if section.key == "reach" else section.lines
        rows += [_row(line, options, section.key != "cost") for line in lines]
    return {"heads": [_head(body.cards[n]) for n in options], "rows": rows}


def _told_together(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of the first page; a share that is the same on several ledgers stands there once."""
    found: dict[object, list[Line]] = {}
    for line in lines:
        if line.key in _FIRST_PAGE:
            rule = line.key.partition(":")[0] if line.is_share else line.key
            said = [v and (v.short, v.counts, v.met) for v in line.values]
            found.setdefault((rule, *said, line.required), []).append(line)
    return [
        same_lines[0] if len(same_lines) == 1 else _of_ledgers(same_lines) for same_lines in found.values()
    ]


def _of_ledgers(lines: Sequence[Line]) -> Line:
    rule, _ = lines[0].key.split(":")
    ledgers = joined(LEDGER_NAMES[Ledger(line.key.split(":")[1])] for line in lines)
    return replace(lines[0], title=COUNTY_LINE.format(rule=RULES[rule], ledger=ledgers))


def _row(line: Line, options: list[int], compares: bool) -> Mapping[str, object]:
    within = line.differ_in_required or (line.is_share and len(line.values) > _ROOMY)
    cells = [_cell(line, n, compares, within) for n in options]
    required = "" if within else line.required_of(options)
    return {"title": line.title, "required": required, "cells": cells}


def _cell(line: Line, n: int, compares: bool, is_required_within: bool) -> Mapping[str, object]:
    value = line.values[n]
    required = line.required[n] if is_required_within else ""
    if value is None:
        return {"words": "—", "counts": "", "required": "", "change": "", "sign": "", "met": "none"}
    better = line.is_better(n)
    return {
        "words": value.short,
        "counts": value.counts,
        "required": required,
        "change": line.change_words(n) if compares else "",
        "sign": "" if better is None else "▲" if better else "▼",
        "met": "none" if value.met is None else "met" if value.met else "short",
    }


def _card(option: Option, found: Comparison) -> Card:
    scenario = option.scenario
    if scenario is None:
        return Card("", AS_IT_STANDS, same(""))
    name = same("") if is_private(scenario.name) else same(scenario.name)
    return Card(option.letter, name, _description(option, found))


def _head(card: Card) -> Mapping[str, object]:
    return {"letter": card.letter, "name": card.name}


def _begins(body: ComparisonPaper, one: Coming) -> Text:
    card = body.cards[body.comparison.options.index(one.option)]
    return _BEGINS.format(option=option_name(card), first=one.first)


def _description(option: Option, found: Comparison) -> Text:
    """Return the changes in words, and the note where it may be printed."""
    scenario = option.scenario
    if scenario is None:
        return same("")
    what = described(option, found.base)
    base = found.base.scenarios.get(scenario.base) if scenario.base is not None else None
    if base is not None and not is_private(base.name):
        what = _ON.format(base=base.name, what=what)
    noted = scenario.note and not is_private(scenario.note)
    return _NOTED.format(what=what, note=scenario.note) if noted else what


def _printable(move: MoveLine) -> MoveLine:
    """Say of somebody on leave only that they are not present."""
    return replace(move, kind=_NOT_PRESENT) if move.code == ChangeKind.LEAVE else move
