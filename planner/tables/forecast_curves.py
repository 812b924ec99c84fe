"""The numbers of a forecast's charts: shares against what is required, breaks, and bands of chances."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from planner.audit.ledgers import Ledger
from planner.audit.results import Target
from planner.forecast.breaks import Turn
from planner.forecast.months import Forecast
from planner.policy.share import Share
from planner.tables.forecast_months import SHARES

if TYPE_CHECKING:  # it brings numpy with it
    from planner.forecast.simulation import Chance

_LEDGERS = (Ledger.PRESENT, Ledger.BOOKS)


class Curve(NamedTuple):
    """A share of the county on every first day, in percent."""

    rule: str
    ledger: Ledger
    points: tuple[tuple[date, float], ...]


class Required(NamedTuple):
    """What is required of one share or several on every first day, in percent."""

    rules: tuple[str, ...]
    points: tuple[tuple[date, float], ...]


class Turned(NamedTuple):
    """A share of the county that turns on a day, with its figure from then on."""

    day: date
    percent: float
    turn: Turn


class Shares(NamedTuple):
    """All of a forecast that a chart of the county's shares shows."""

    curves: tuple[Curve, ...]
    required: tuple[Required, ...]
    turned: tuple[Turned, ...]  # present
    others: tuple[date, ...]  # days on which any other line breaks


class Band(NamedTuple):
    """The chance that a line of the county is met, with its interval, in percent."""

    rule: str
    points: tuple[tuple[date, float, float, float], ...]  # day, chance, low, high


def share_curves(ahead: Forecast) -> Shares:
    """Return the shares of every first day and how they turn between."""
    turning = [of for of in ahead.breaks if of.after.unit is None and of.after.rule in SHARES]
    turned = [of for of in turning if of.after.ledger is Ledger.PRESENT]
    others = {of.date for of in ahead.breaks if of.turn is Turn.BREAKS and of not in turning}
    return Shares(
        tuple(
            curve for rule in SHARES for ledger in _LEDGERS if (curve := _curve(ahead, rule, ledger)).points
        ),
        _required(ahead),
        tuple(Turned(of.date, percent_of(of.after), of.turn) for of in turned),
        tuple(sorted(others)),
    )


def chance_bands(chances: Sequence[Chance]) -> tuple[Band, ...]:
    """Return the chances of the county's lines on the present ledger."""
    found: dict[str, list[tuple[date, float, float, float]]] = {}
    for of in chances:
        if of.ledger is Ledger.PRESENT:
            low, high = of.interval
            found.setdefault(of.rule, []).append((of.month, 100 * of.share, 100 * low, 100 * high))
    return tuple(Band(rule, tuple(points)) for rule, points in found.items())


def _curve(ahead: Forecast, rule: str, ledger: Ledger) -> Curve:
    points = [(day.state.date, day.target(rule, ledger)) for day in ahead.days]
    return Curve(
        rule, ledger, tuple((on, percent_of(t)) for on, t in points if t is not None and t.denominator)
    )


def percent_of(target: Target) -> float:
    """Return a share in percent, for drawing only; nothing of nobody is 0."""
    return 100 * target.numerator / target.denominator if target.denominator else 0.0


def _required(ahead: Forecast) -> tuple[Required, ...]:
    return required_lines(
        (day.state.date, target)
        for rule in SHARES
        for day in ahead.days
        if (target := day.target(rule)) is not None
    )


def required_lines(targets: Iterable[tuple[date, Target]]) -> tuple[Required, ...]:
    """Return what is required of shares by day, once where several are held to the same."""
    by_rule: dict[str, list[tuple[date, float]]] = {}
    for on, target in targets:
        if isinstance(target.required, Share):
            line = 100 * target.required.numerator / target.required.denominator
            by_rule.setdefault(target.rule, []).append((on, line))
    found: dict[tuple[tuple[date, float], ...], list[str]] = {}
    for rule, points in by_rule.items():
        found.setdefault(tuple(points), []).append(rule)
    return tuple(Required(tuple(rules), points) for points, rules in found.items())
