"""What `jingli duty` takes and says: a unit by name, its month as JSON, lines or a file."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from planner.audit.frontier_words import sentences
from planner.audit.frontiers import frontiers
from planner.command_line.contract import Json
from planner.county.belonging import duty_units
from planner.county.records import Unit
from planner.county.state import state
from planner.document import Document
from planner.errors import InputError
from planner.optimise.duty.shortfall import shortfall_sentences
from planner.reports.kinds import OF_A_MONTH
from planner.reports.paper import PaperSize, UnitMonth
from planner.text import Language, Text, compact

if TYPE_CHECKING:
    from planner.optimise.duty.filling import DutyProposal
    from planner.optimise.duty.shortfall import Shortfall

_UNKNOWN = Text(
    "没有名为“{name}”的本局单位,请核对 --unit;可用:{known}。",
    "No unit of the bureau is called “{name}”; check --unit. Known: {known}.",
)
_NO_UNITS = Text(
    "本局没有派出所或监管场所,请核对单位类别。",
    "The bureau has no station or custody unit; check the kinds of the units.",
)
_TWICE = Text(
    "名为“{name}”的单位不止一个,请用全称:{known}。",
    "More than one unit is called “{name}”; use the full name: {known}.",
)
_WANTED = Text(
    "值班表是一个单位一个月的,请用 --unit 和 --month 指明。",
    "A duty roster is of one unit and month: give --unit and --month.",
)
_UNWANTED = Text(
    "--unit、--month 和 --paper 只用于值班表(--kind duty),请去掉。",
    "--unit, --month and --paper are for the duty roster (--kind duty) alone; leave them out.",
)
_STATUS = {
    "optimal": Text("已证明最优", "proven optimal"),
    "feasible": Text("时间用尽,为当前最好的值班表", "out of time: the best found so far"),
    "infeasible": Text("锁定的单元格互相矛盾", "the locked cells contradict each other"),
    "stopped": Text("已停止,为当前最好的值班表", "stopped: the best found so far"),
}
_HEAD = Text("{unit} {month} 值班表:{status}", "{unit}, {month}: duty roster, {status}")
_BOUND = Text("目标值 {objective},下界 {bound}", "Objective {objective}, bound {bound}")
_ALL_WELL = Text("指标口径的各项要求均满足。", "Every rule of the policy is met.")
_SHORT = Text("不足之处:", "Short:")
_FRONTIER = Text("可同时做到什么:", "What can hold together:")
_WISHES = Text("另请注意:", "Also to note:")


def unit_named(document: Document, name: str) -> Unit:
    """Return the bureau's unit of a full or short name; raise InputError with the known names if none."""
    ours = [unit for unit in document.county.units.values() if unit.ours]
    wanted = compact(name)
    found = [u for u in ours if compact(u.name) == wanted] or [
        u for u in ours if u.short_name and compact(u.short_name) == wanted
    ]
    if len(found) == 1:
        return found[0]
    with_duty = duty_units(document.county) or ours
    said, listed = (_TWICE, found) if found else (_UNKNOWN, with_duty)
    raise InputError(said.format(name=name, known=_listed(listed)))


def units_of(document: Document, name: str | None) -> list[int]:
    """Return the unit of a name, or without one all that keep duty rosters; InputError where none does."""
    if name is not None:
        return [unit_named(document, name).id]
    units = duty_units(document.county)
    if not units:
        raise InputError(_NO_UNITS)
    return [unit.id for unit in units]


def duty_json(document: Document, proposal: DutyProposal) -> Json:
    """Return what `duty --json` prints."""
    return {
        "unit": document.county.units[proposal.unit].name,
        "month": f"{proposal.month:%Y-%m}",
        "status": proposal.status,
        "objective": proposal.objective,
        "bound": proposal.bound,
        "seconds": round(proposal.seconds, 3),
        "cells": [
            {
                "officer": document.county.people[person].badge_number,
                "date": proposal.month.replace(day=day).isoformat(),
                "code": code,
            }
            for (person, day), code in sorted({**proposal.cells, **proposal.leave}.items())
        ],
        "uncovered": [_short_json(document, short) for short in proposal.uncovered],
        "notes": [said.as_json() for said in shortfall_sentences(_wishes(proposal))],
    }


def all_json(document: Document, month: date, rows: list[Json], left: Sequence[int]) -> Json:
    """Return what `duty --all --json` prints; units that were not reached are named."""
    names = [document.county.units[unit].name for unit in left]
    return {"month": f"{month:%Y-%m}", "units": rows, "not_reached": names}


def duty_summary(document: Document, proposal: DutyProposal, language: Language) -> Iterator[str]:
    """Yield the lines of `duty` without --json."""
    unit = document.county.units[proposal.unit].name
    head = _HEAD.format(unit=unit, month=f"{proposal.month:%Y-%m}", status=_STATUS[proposal.status])
    yield head.in_language(language)
    if not proposal.cells:
        return
    yield _BOUND.format(objective=proposal.objective, bound=proposal.bound).in_language(language)
    if proposal.complies:
        yield _ALL_WELL.in_language(language)
    else:
        yield _SHORT.in_language(language)
        yield from (f"  {said.in_language(language)}" for said in shortfall_sentences(proposal.uncovered))
        yield from (said.in_language(language) for said in _ways_out(document, proposal))
    wishes = shortfall_sentences(_wishes(proposal))
    if wishes:
        yield _WISHES.in_language(language)
        yield from (f"  {said.in_language(language)}" for said in wishes)


def _wishes(proposal: DutyProposal) -> list[Shortfall]:
    return [short for short in proposal.shortages if not short.is_grave]


def _ways_out(document: Document, proposal: DutyProposal) -> Iterator[Text]:
    """Yield what a station can keep together with its people, and what would let it keep all."""
    unit = document.county.units[proposal.unit]
    if unit.is_station:
        yield _FRONTIER
        narrow, wide = frontiers(state(document.county, proposal.month, document.policy), unit)
        is_wide = document.policy.choice("counting.area") == "station"
        yield from (Text(f"  {s.zh}", f"  {s.en}") for s in sentences(wide if is_wide else narrow))


def month_of(document: Document, kind: str, options: Namespace) -> UnitMonth | None:
    """Return whose month a report is of, None for one of the county; InputError where options do not fit."""
    if kind not in OF_A_MONTH:
        if options.unit is not None or options.month is not None or options.paper != PaperSize.FITTING:
            raise InputError(_UNWANTED)
        return None
    if options.unit is None or options.month is None:
        raise InputError(_WANTED)
    return UnitMonth(unit_named(document, options.unit).id, options.month, PaperSize(options.paper))


def write_duty(document: Document, proposals: Sequence[DutyProposal], options: Namespace) -> None:
    """Write the rosters: the document with the months filled, or one roster for the wall."""
    from planner.edits.duty import take_roster

    filled = document
    for proposal in proposals:
        filled = take_roster(filled, proposal.unit, proposal.month, proposal.changed)
    if options.out.suffix.lower() == ".jingli":
        from planner.store import save_document

        save_document(filled, options.out)
        return
    from planner.reports.write import write_report

    (proposal,) = proposals
    about = UnitMonth(proposal.unit, proposal.month, PaperSize(options.paper))
    words: Language = options.language or "zh"
    write_report(
        filled,
        date.today(),
        "duty",
        options.out,
        language=words,
        source=options.file.name,
        about=about,
    )


def _short_json(document: Document, short: Shortfall) -> Json:
    person = document.county.people[short.person] if short.person is not None else None
    return {
        "date": short.day.isoformat() if short.day is not None else None,
        "rule": short.rule,
        "shift": short.shift,
        "officer": person.badge_number if person is not None else None,
        "missing": short.missing,
        "message": short.message.as_json(),
    }


def _listed(units: list[Unit]) -> Text:
    names = [u.name for u in units]
    return Text("、".join(names), ", ".join(names))
