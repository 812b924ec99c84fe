"""What a campaign costs stations in field time: of those who go, and by the duty the rest take over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from planner.audit.field_hours import Hours, field_counting
from planner.audit.obligations import is_dedicated, needed_hours
from planner.county.calendar import is_workday
from planner.county.counted_month import counted_months
from planner.county.duty import DutyBook
from planner.county.records import Unit
from planner.county.state import State
from planner.text import Text

COUNTED = Text(
    "口径:去者的在辖区工时按值班表,无值班表的月份按工作日×每日工时×在辖区占比计;其值班由留守民警分摊"
    "(先扣辅警可顶班次),落在专职社区民警身上的占用其在辖区时间(“辖区”指全所辖区时不占用);不扣请假。",
    "Counted: field hours of those who go by the duty roster, or working days × hours × required share where "
    "there is none; their duty is spread over the rest (auxiliaries' part first), what falls on dedicated "
    "community officers takes field time (none where the whole area counts); leave is not taken off.",
)


@dataclass(frozen=True, slots=True)
class StationCost:
    """What one station loses over the whole campaign, in hours; None where its obligations are not given."""

    station: Unit
    gone: int
    own: Fraction  # field hours of those who go
    duty: Fraction | None  # duty of those who go, which the rest take over
    displaced: Fraction | None  # of it, what takes field time of the dedicated who stay
    before: tuple[Fraction, Fraction]  # field and working hours of all dedicated officers
    after: tuple[Fraction, Fraction]

    @property
    def lost(self) -> Fraction:
        """The field hours lost, as far as they are known."""
        return self.own + (self.displaced or 0)

    @property
    def tenths(self) -> tuple[int | None, int | None]:
        """The field-time share before and after in tenths of a percent, rounded down; None for nobody."""
        return _tenths(*self.before), _tenths(*self.after)


def _tenths(field: Fraction, worked: Fraction) -> int | None:
    return int(max(field, Fraction(0)) * 1000 / worked) if worked else None


class FieldCosts:
    """Counts once what every station has over a time; each question after that is quick."""

    def __init__(self, state: State, book: DutyBook, first: date, last: date) -> None:
        self._state = state
        self._days = (last - first).days + 1
        self._stations = {u.id: u for u in state.stations()}
        self._people: dict[int, dict[int, bool]] = defaultdict(dict)
        for placed in state.counted():
            station = self._stations.get(placed.present_unit or 0)
            if station is not None:
                self._people[station.id][placed.person.id] = is_dedicated(placed, station)
        self._duty = _duty_a_day(state)
        self._hours = _field_hours(state, book, first, last, self._people)

    def of(self, gone: Collection[int]) -> list[StationCost]:
        """Return what the stations that give somebody lose, in the order of the county."""
        return list(self._of(frozenset(gone)))

    def _of(self, gone: frozenset[int]) -> Iterator[StationCost]:
        wide = self._state.policy.choice("counting.area") == "station"
        for id_, station in self._stations.items():
            people = self._people[id_]
            away = gone & people.keys()
            if not away:
                continue
            staying = [p for p in people if p not in away]
            dedicated = [p for p in staying if people[p]]
            duty = self._duty.get(id_)
            taken = None if duty is None else duty * self._days * len(away) / len(people)
            displaced = taken
            if taken is not None:
                displaced = Fraction(0) if wide or not staying else taken * len(dedicated) / len(staying)
            before = self._sum(p for p in people if people[p])
            left = self._sum(dedicated)
            own = self._sum(p for p in away if people[p])[0]
            after = (left[0] - (displaced or 0), left[1])
            yield StationCost(station, len(away), own, taken, displaced, before, after)

    def _sum(self, people: Iterable[int]) -> tuple[Fraction, Fraction]:
        known = [self._hours[p] for p in people]
        return sum((f for f, _ in known), Fraction(0)), sum((w for _, w in known), Fraction(0))


def _duty_a_day(state: State) -> Mapping[int, Fraction]:
    """Return the hours of duty a day that a station's sworn officers take, where its duty is given."""
    stations = {u.id: u for u in state.stations() if u.duty_cover is not None}
    owed = {id_: hours for id_, hours in needed_hours(state).items() if id_ in stations}
    month = state.policy.count("duty.days")

    def duty(unit: Unit, hours: Fraction) -> Fraction:
        return (hours - (unit.report_hours or 0) - (unit.case_hours or 0)) / month

    return {id_: duty(stations[id_], hours) for id_, hours in owed.items()}


def _field_hours(
    state: State, book: DutyBook, first: date, last: date, people: Mapping[int, Mapping[int, bool]]
) -> Mapping[int, tuple[Fraction, Fraction]]:
    """Return by dedicated officer the field and the working hours of a time, by rosters where there are."""
    dedicated = {p: unit for unit, of in people.items() for p, is_so in of.items() if is_so}
    rosters = _rosters(state, book, first, last)
    share, hours = state.policy.share("field_time.required"), state.policy.count("duty.day_hours")
    found: dict[int, tuple[Fraction, Fraction]] = {}
    worked = _workdays(book, first, last)
    for person, unit in dedicated.items():
        field = total = Fraction(0)
        for month, days in worked.items():
            planned = rosters.get((unit, month), {}).get(person)
            if planned is None:
                planned_work = days * hours
                field += Fraction(planned_work * share.numerator, share.denominator)
                total += planned_work
            else:
                field, total = field + planned.field, total + planned.worked
        found[person] = field, total
    return found


def _workdays(book: DutyBook, first: date, last: date) -> Mapping[date, int]:
    """Return the working days of a time by month."""
    found: dict[date, int] = {}
    day = first
    while day <= last:
        month = day.replace(day=1)
        found[month] = found.get(month, 0) + is_workday(day, book)
        day += timedelta(days=1)
    return found


def _rosters(
    state: State, book: DutyBook, first: date, last: date
) -> Mapping[tuple[int, date], Mapping[int, Hours]]:
    """Return by unit and month the planned hours of everybody on its roster, within the time."""
    adds = field_counting(state.policy).planned
    months = [m for m in book.months.values() if first.replace(day=1) <= m.month <= last and m.planned]
    found: dict[tuple[int, date], Mapping[int, Hours]] = {}
    for of in counted_months(months, state.county, state.policy):
        month = of.month
        rows: dict[int, Hours] = {}
        for person, row in month.planned.items():
            inside = [c.code for day, c in row.items() if first <= month.month.replace(day=day) <= last]
            pairs = [adds[code] for code in inside if code in adds]
            rows[person] = Hours(sum(f for f, _ in pairs), sum(w for _, w in pairs))
        found[month.unit, month.month] = rows
    return found
