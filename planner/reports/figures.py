"""Figures as people read them: never better than they are, and never without their counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from planner.audit.ledgers import SCALE, Ledger
from planner.audit.results import Audit, Target
from planner.audit.rules.station_share import percent
from planner.county.records import County
from planner.county.state import Placed, State
from planner.policy.share import Share
from planner.reports.paper import Amount, Ratio
from planner.text import Text

_SUFFIXES = ("公安局", "分局")


def people(hundredths: int) -> str:
    """Write hundredths of a person as people, without needless zeros."""
    whole, rest = divmod(hundredths, 100)
    return f"{whole}.{rest:02d}".rstrip("0") if rest else str(whole)


def counts(ratio: Ratio) -> str:
    """Write the counts of a share, such as 71/190."""
    if ratio.scale == 1:
        return f"{ratio.part}/{ratio.whole}"
    return f"{people(ratio.part)}/{people(ratio.whole)}"


def percentage(ratio: Ratio) -> str:
    """Write the share itself, rounded down to a tenth; a dash where nobody is counted."""
    return f"{percent(ratio.part, ratio.whole)}%" if ratio.whole else "—"


def required_words(required: Share | int) -> str:
    """Write what is required: a share as a percentage where it is a whole one."""
    return required.words if isinstance(required, Share) else str(required)


def ratio(target: Target | None) -> Ratio | None:
    """Return a target's share, None where there is none."""
    if target is None or target.denominator is None:
        return None
    return Ratio(target.numerator, target.denominator, SCALE[target.ledger])


def amount(n: int, ledger: Ledger) -> int | Amount:
    """Return a count of people as a cell."""
    return Amount(n) if SCALE[ledger] == 100 else n


def day_words(day: date) -> Text:
    """Write a date as papers do."""
    return Text(f"{day.year}年{day.month}月{day.day}日", day.isoformat())


def month_cell(day: date | None) -> str:
    """Write a birth date as personnel papers do, year and month: 1985.03."""
    return "" if day is None else f"{day.year}.{day.month:02d}"


def unit_labels(state: State) -> Mapping[int, str]:
    """Return a short name per unit: the one given, else the full name without the bureau's."""
    return labels_of(state.county)


def labels_of(county: County) -> Mapping[int, str]:
    """Return a short name for every unit of a county, open or not."""
    own = county.name
    prefixes = [p for p in (own, *(f"{own}{s}" for s in _SUFFIXES)) if own]
    labels = {}
    for unit in county.units.values():
        name = unit.name
        for prefix in sorted(prefixes, key=len, reverse=True):
            if name.startswith(prefix) and len(name) > len(prefix):
                name = name[len(prefix) :]
                break
        labels[unit.id] = name
    return labels


def place(state: State, placed: Placed, labels: Mapping[int, str]) -> Text:
    """Return where somebody works; a plain word where no unit is named."""
    if placed.working is not None:
        return Text(labels[placed.working], labels[placed.working])
    return state.working_words(placed)


def short_units(audit: Audit, rule: str, ledger: Ledger = Ledger.PRESENT) -> Sequence[Target]:
    """Return the figures of single units that `rule` judges, on one ledger."""
    return [t for t in audit.targets if t.rule == rule and t.ledger is ledger and t.unit is not None]
