"""A report filled in: its title, its sentences, its rows in one language, ready to print."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import date
from typing import Any

from planner.reports.counting import counting_rule, short_counting_rule
from planner.reports.figures import counts, day_words, people, percentage
from planner.reports.paper import Amount, Cell, Ratio, Report, Request, Sheet
from planner.reports.privacy import is_private
from planner.reports.wording import worded
from planner.text import Language, Text

CHROME: Mapping[str, Text] = {
    "internal": Text("内部资料 注意保管", "Internal – keep safe"),
    "as_of": Text("统计日期", "As of"),
    "file": Text("文件", "File"),
    "page": Text("第 {n} 页 共 {all} 页", "Page {n} of {all}"),
    "filled_by": Text("填报人:", "Filled in by:"),
    "checked_by": Text("审核人:", "Checked by:"),
    "head": Text("单位负责人(盖章):", "Head of unit (seal):"),
    "date": Text("年  月  日", "Date:"),
    "nobody": Text("(无)", "(none)"),
}
_WITHIN = Text("方案“{name}”测算,非现状", "What if: scenario “{name}”, not the county as it stands")
_WITHIN_SOME = Text("方案测算,非现状", "What if: a scenario, not the county as it stands")


def within(request: Request) -> Text:
    """Return the line that says a paper is of a scenario; empty for the county as it stands."""
    if not request.scenario:
        return Text("", "")
    return (_WITHIN_SOME if is_private(request.scenario) else _WITHIN).format(name=request.scenario)


def within_first(request: Request) -> Text:
    """Return that line as a sentence that stands before others."""
    line = within(request)
    return Text(f"{line.zh}。", f"{line.en}. ") if line.zh else line


def title_of(report: Report[Any], request: Request) -> Text:
    """Return a report's title: its own, else the declared one with the county's name."""
    if report.titled is not None:
        return report.titled(request)
    county = request.document.county.name
    return Text(f"{county}{report.title.zh}", f"{county} · {report.title.en}" if county else report.title.en)


def filled(report: Report[Any], request: Request, language: Language) -> dict[str, object]:
    """Return everything the template of a report draws, as plain values in one language."""
    body = report.gather(request)
    policy = request.document.policy.on(request.on)
    texts = {
        "title": title_of(report, request),
        "within": within(request),
        "counting": counting_rule(policy),
        "counting_short": short_counting_rule(policy),
        "day": day_words(request.on),
        "source": request.source,
        "lead": list(report.lead(body)),
        "labels": {**CHROME, **report.labels},
        "drawn": report.drawn(body) if report.drawn else {},
    }
    values = {key: plain(value, language) for key, value in texts.items()}
    return {**values, "language": language, "tables": [_table(s, body, language) for s in report.sheets]}


def _table(sheet: Sheet[Any, Any], body: object, language: Language) -> dict[str, object]:
    columns = [c for c in sheet.columns if c.printed]
    rows = sheet.rows(body)
    groups = [_heading(sheet.group(row), language) if sheet.group else "" for row in rows]
    total = sheet.total(body) if sheet.total and rows else None
    return {
        "key": sheet.key,
        "title": worded(sheet.title, language),
        "columns": [
            {"title": worded(c.title, language), "width": c.width, "align": c.align} for c in columns
        ],
        "rows": [
            {"group": group, "cells": [printed(c.value(row), language) for c in columns]}
            for group, row in zip(groups, rows, strict=True)
        ],
        "total": None if total is None else [printed(total.get(c.key), language) for c in columns],
    }


def _heading(words: Text, language: Language) -> str:
    heading = worded(words, language)
    return heading[:1].upper() + heading[1:]


def printed(cell: Cell, language: Language) -> str:
    """Write a cell as it is printed; a share with its counts."""
    match cell:
        case None:
            return ""
        case Text():
            return worded(cell, language)
        case Ratio():
            return f"{counts(cell)} {percentage(cell)}" if cell.whole else "—"
        case Amount():
            return people(cell.hundredths)
        case date():
            return cell.isoformat()
        case _:
            return str(cell)


def plain(value: object, language: Language) -> Any:
    """Return a value as JSON holds it: texts in one language, shares in words, records by field."""
    match value:
        case Text():
            return worded(value, language)
        case Ratio():
            words = {"percent": percentage(value), "counts": counts(value)}
            return {"part": value.part, "whole": value.whole, **words}
        case Amount() | date():
            return printed(value, language)
        case Mapping():
            return {str(key): plain(item, language) for key, item in value.items()}
        case str() | int() | None:
            return value
        case list() | tuple():
            return [plain(item, language) for item in value]
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        raise TypeError(f"{type(value).__name__} cannot be printed")
    fields = [f.name for f in dataclasses.fields(value)]
    derived = [name for name, member in vars(type(value)).items() if isinstance(member, property)]
    return {name: plain(getattr(value, name), language) for name in (*fields, *derived)}
