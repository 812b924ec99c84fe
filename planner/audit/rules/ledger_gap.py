"""Where the books and the people really there differ."""

from __future__ import annotations

from planner.audit.ledgers import Ledger
from planner.audit.results import Finding, Gravity, Target
from planner.audit.rules import Judgement, Situation
from planner.text import Text

_GAP = Text(
    "{unit}在编 {books} 人,在岗 {present} 人,相差 {gap} 人。",
    "{unit} has {books} on the books and {present} present, a difference of {gap}.",
)


def ledger_gap(situation: Situation) -> Judgement:
    """List, unit by unit, where books and present differ by more than the margin; information only."""
    state, ledgers = situation.state, situation.ledgers
    margin = state.policy.count("ledger_gap.margin")
    names: dict[int, list[int]] = {}
    for p in state.placed.values():
        if p.standing.counts and p.books_unit != p.present_unit:
            for id_ in (p.books_unit, p.present_unit):
                if id_ is not None:
                    names.setdefault(id_, []).append(p.person.id)
    targets, findings = [], []
    for unit in state.county.units.values():
        if not unit.ours:
            continue
        books = ledgers.unit(Ledger.BOOKS, unit.id).officers
        present = ledgers.unit(Ledger.PRESENT, unit.id).officers
        gap = abs(books - present)
        over = max(0, gap - margin)
        targets.append(Target("ledger_gap", unit.id, Ledger.PRESENT, gap, None, margin, over, over == 0))
        if over:
            message = _GAP.format(unit=unit.name, books=books, present=present, gap=gap)
            findings.append(
                Finding(
                    "ledger_gap",
                    Gravity.WARNING,
                    unit.id,
                    tuple(names.get(unit.id, ())),
                    gap,
                    margin,
                    over,
                    Ledger.PRESENT,
                    state.date,
                    message,
                )
            )
    return Judgement(tuple(targets), tuple(findings))
