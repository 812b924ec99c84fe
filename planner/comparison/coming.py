"""What a comparison does not count: scenarios that begin after its date, and what only a forecast knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from planner.comparison.options import Comparison, Option
from planner.scenarios.applying import chain_of, in_order
from planner.text import Text

NOT_FORECAST = Text(
    "按登记和方案变动计,未计入预计退休和按期返岗;那些见预测。",
    "Counted by records and the changes of scenarios; expected retirements and planned returns are not in"
    " here, see the forecast.",
)
_YET = Text(
    "方案“{name}”的变动自 {first} 起,统计日期在此之前,尚未计入",
    "The changes of “{name}” begin on {first}, after the date judged, so none is counted yet",
)


@dataclass(frozen=True, slots=True)
class Coming:
    """A scenario that changes nothing yet: the day of its first change, and when all are in force."""

    option: Option
    first: date
    last: date

    @property
    def sentence(self) -> Text:
        """That nothing is counted yet, without a full stop: what to do about it follows."""
        return _YET.format(name=self.option.name, first=self.first)


def coming(comparison: Comparison) -> tuple[Coming, ...]:
    """Return the scenarios none of whose changes is in force on the date; one that cannot be made is none.

    A scenario without changes of its own begins with those it stands on.
    """
    return tuple(_coming(comparison))


def _coming(comparison: Comparison) -> Iterator[Coming]:
    for option in comparison.scenarios:
        days = _days(comparison, option)
        if days and min(days) > comparison.on:
            yield Coming(option, min(days), max(days))


def _days(comparison: Comparison, option: Option) -> list[date]:
    """Return the days of the changes that are switched on and can be made."""
    if option.scenario is None:
        return []
    refused = {conflict.change for conflict in option.conflicts}
    chain = chain_of(comparison.base.scenarios, option.scenario.id)
    own = in_order(option.scenario)
    wanted = own or [change for one in chain for change in in_order(one)]
    return [change.date for change in wanted if change.id not in refused]
