"""How old stations are before and after a plan: sending the old and the sick down is a known trick."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from planner.county.state import Placed, State
from planner.text import Text, joined

OLD = 50  # years; from this birthday on somebody is counted apart
NO_DATA = Text("无数据", "no data")
_OLDER = Text(
    "{unit}平均年龄由 {before} 岁升至 {after} 岁", "{unit}: {after} years on average, {before} before"
)
_MORE_OLD = Text(
    "{unit} 50 岁以上由 {before} 升至 {after}", "{unit}: {after} are 50 or older, {before} before"
)
_ALL = Text("各派出所合计", "all stations together")
_WARNING = Text(
    "注意:此方案使{parts}。请核对是否把年龄偏大的人员集中下派。",
    "Note: by this plan {parts}. Check that it does not send the old down.",
)
_CLEARLY_OLDER = Fraction(1, 2)  # a year; a smaller rise is not told
_CLEARLY_MORE = Fraction(1, 20)  # of the officers of known age


@dataclass(frozen=True, slots=True)
class Ages:
    """The ages of some officers; only those whose birth the roster gives are known."""

    officers: int
    known: int
    months: int  # full months of all the known together
    old: int  # of the known, 50 years of age or older

    @property
    def mean(self) -> Fraction | None:
        """Return the average age in years, None without data."""
        return Fraction(self.months, 12 * self.known) if self.known else None

    @property
    def words(self) -> str:
        """Write the average age to one decimal, halves up; empty without data."""
        return "" if self.mean is None else _one_decimal(self.mean)

    @property
    def old_share(self) -> Fraction | None:
        """Return which share of the known is 50 or older, None without data."""
        return Fraction(self.old, self.known) if self.known else None

    @property
    def old_words(self) -> str:
        """Write how many of the known are 50 or older, as a count of a count; empty without data."""
        return f"{self.old}/{self.known}" if self.known else ""


@dataclass(frozen=True, slots=True)
class StationAge:
    """One station before and after a plan; `unit` is None for all stations together."""

    unit: int | None
    name: Text
    before: Ages
    after: Ages

    @property
    def rises(self) -> bool:
        """Whether the plan makes the station clearly older, or its share of the old clearly larger."""
        return self.is_older or self.has_more_old

    @property
    def is_older(self) -> bool:
        """Whether the average age rises by half a year or more."""
        then, now = self.before.mean, self.after.mean
        return then is not None and now is not None and now - then >= _CLEARLY_OLDER

    @property
    def has_more_old(self) -> bool:
        """Whether the share of those 50 or older rises by five hundredths or more."""
        then, now = self.before.old_share, self.after.old_share
        return then is not None and now is not None and now - then >= _CLEARLY_MORE


def station_ages(before: State, after: State) -> tuple[StationAge, ...]:
    """Return the ages of all stations together, then of each whose people change, in the county's order."""
    then, now = _present(before), _present(after)
    stations = before.stations()
    changed = [u for u in stations if {p.person.id for p in then[u.id]} != {p.person.id for p in now[u.id]}]
    rows = [(u.id, Text(u.name, u.name), then[u.id], now[u.id]) for u in changed]
    everybody = [[p for u in stations for p in there[u.id]] for there in (then, now)]
    found = [(None, _ALL, everybody[0], everybody[1]), *rows]
    return tuple(
        StationAge(unit, name, _ages(a, before.date), _ages(b, after.date)) for unit, name, a, b in found
    )


def aging(rows: Sequence[StationAge]) -> Text | None:
    """Return which stations a plan makes clearly older, None where it makes none."""
    parts = [
        _OLDER.format(unit=row.name, before=row.before.words, after=row.after.words)
        for row in rows
        if row.is_older
    ]
    parts += [
        _MORE_OLD.format(unit=row.name, before=row.before.old_words, after=row.after.old_words)
        for row in rows
        if row.has_more_old and not row.is_older
    ]
    return _WARNING.format(parts=joined(parts)) if parts else None


def full_months(birth: date, on: date) -> int:
    """Return how many full months somebody has lived, exact to the day."""
    return 12 * (on.year - birth.year) + on.month - birth.month - (on.day < birth.day)


def _present(state: State) -> dict[int, list[Placed]]:
    there: dict[int, list[Placed]] = {u.id: [] for u in state.stations()}
    for placed in state.counted():
        if placed.present_unit in there:
            there[placed.present_unit].append(placed)
    return there


def _ages(people: Iterable[Placed], on: date) -> Ages:
    listed = list(people)
    births = [p.person.birth for p in listed if p.person.birth is not None]
    months = [full_months(birth, on) for birth in births]
    return Ages(len(listed), len(months), sum(months), sum(m >= 12 * OLD for m in months))


def _one_decimal(number: Fraction) -> str:
    tenths = (20 * number.numerator + number.denominator) // (2 * number.denominator)
    return f"{tenths // 10}.{tenths % 10}"
