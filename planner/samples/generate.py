"""A synthetic county from a seed: the same seed gives the same county, everywhere."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from random import Random

from planner.errors import InputError
from planner.samples.absences import long_absences, short_absences
from planner.samples.departures import Departures, Numbers, outside_of
from planner.samples.leavers import gone, guest, near_retirement
from planner.samples.names import UNUSUAL, Names
from planner.samples.places import Place, find_place, place_for, places
from planner.samples.records import (
    ADMINISTRATIVE,
    ALL_TRAPS,
    SERVING,
    SampleAbsence,
    SampleCounty,
    SamplePerson,
    SampleSecondment,
    SampleUnit,
    Trap,
    Written,
)
from planner.samples.staffing import Hiring, staff
from planner.samples.traps import set_traps
from planner.samples.unit_plan import TINY, plan_units
from planner.text import Text

AS_OF = date(2026, 11, 24)
FEWEST, MOST = 60, 20_000
_PINS = ("专案未结，局党委研究暂不调整", "业务骨干，暂不调整", "家庭特殊困难，暂不调整")
_MOTHERS, _CIRCUMSTANCES = ("孕期", "哺乳期"), ("专业技术岗位", "机要岗位", "接受调查")
_REMARKS = ("三等功1次", "2025年度优秀公务员", "兼任法制员", "负责户籍窗口", "驾驶证A1", "嘉奖1次")


def generate(
    seed: int | str,
    officers: int | None = None,
    county: str | None = None,
    *,
    auxiliaries: int = 80,
    traps: frozenset[Trap] = ALL_TRAPS,
    as_of: date = AS_OF,
) -> SampleCounty:
    """Return a synthetic county with exactly `officers` serving sworn officers on its books.

    Without a number the population of `county` decides, without both it is 180; without a county, one
    of fitting size is chosen. `auxiliaries` is how many there are for a hundred officers. Raises
    InputError for a county that Yunnan has not, or too few or too many officers.
    """
    random = Random(f"jingli {seed}")
    place = _place(county, officers, random)
    total = officers if officers is not None else place.officers if county else 180
    _refuse_size(total)
    return _County(str(seed), place, total, auxiliaries, traps, as_of, random).build()


def _place(county: str | None, officers: int | None, random: Random) -> Place:
    if county is None:
        return place_for(officers or 180, random)
    place = find_place(county)
    if place is None:
        raise InputError(
            Text(
                f"云南没有名为“{county}”的县(市、区),请核对名称。",
                f"Yunnan has no county named “{county}”; check the name.",
            )
        )
    return place


def _refuse_size(officers: int) -> None:
    if not FEWEST <= officers <= MOST:
        raise InputError(
            Text(
                f"示例县的民警人数须在 {FEWEST} 至 {MOST} 之间,现为 {officers}。",
                f"A sample county has {FEWEST} to {MOST} officers, not {officers}; choose a number between.",
            )
        )


@dataclass
class _County:
    """One county in the making."""

    seed: str
    place: Place
    total: int
    auxiliaries: int
    traps: frozenset[Trap]
    as_of: date
    random: Random

    def build(self) -> SampleCounty:
        random = self.random
        on_stations = self._on_stations()
        planned = plan_units(self.place, self.total, on_stations, self.traps, random)
        hiring = Hiring(
            self.as_of, Names(self.place.prefecture, random), random, f"{random.randrange(20, 99)}"
        )
        units = [p.unit for p in planned]
        neighbour = self._neighbour()
        people = staff(planned, random.uniform(0.29, 0.385), self.auxiliaries, hiring)
        people += [*gone(people, self.traps, hiring), guest(neighbour, hiring)]
        units.append(neighbour)
        people = _in_roster_order(people, units)
        people = self._touched(people, hiring)
        spared = frozenset(p.unit.name for p in planned if p.unit.is_station and p.officers <= TINY)
        absences, secondments = self._away(people, units, on_stations, spared)
        sample = SampleCounty(
            seed=self.seed,
            code=self.place.code,
            county=self.place.name,
            bureau=self.place.bureau,
            prefecture=self.place.prefecture,
            as_of=self.as_of,
            units=tuple(units),
            people=tuple(people),
            secondments=tuple(secondments),
            absences=tuple(absences),
            traps=self.traps,
        )
        return set_traps(sample, random)

    def _on_stations(self) -> int:
        if Trap.PAPER_COMPLIANT in self.traps:
            return max(-(-2 * self.total // 5), round(0.415 * self.total))
        return round(self.random.uniform(0.29, 0.415) * self.total)

    def _neighbour(self) -> SampleUnit:
        near = [p for p in places() if p.prefecture == self.place.prefecture and p is not self.place]
        other = self.random.choice(near)
        return SampleUnit(other.bureau, other.bureau, ADMINISTRATIVE, ours=False)

    def _touched(self, people: list[SamplePerson], hiring: Hiring) -> list[SamplePerson]:
        """Return the people with unusual names, retirements to come, pins, circumstances and remarks."""
        random = self.random
        plain = [i for i, p in enumerate(people) if p.is_plain and p.rank and p.extra]
        random.shuffle(plain)
        for letter in UNUSUAL:
            index = plain.pop()
            people[index] = replace(people[index], name=hiring.names.unusual(letter))
        men = [i for i in plain if not people[i].female]
        for index in men[: 1 + self.total // 90]:
            people[index] = near_retirement(people[index], self.as_of, random)
            plain.remove(index)
        for _ in range(1 + self.total // 90):
            index = plain.pop()
            people[index] = replace(people[index], pin=random.choice(_PINS))
        for index in plain[: 2 + self.total // 80]:
            person = people[index]
            young = person.birth is not None and self.as_of.year - person.birth.year < 38
            words = _MOTHERS if person.female and young else _CIRCUMSTANCES
            people[index] = replace(person, special=random.choice(words))
        for index in plain:
            if random.random() < 0.06 and not people[index].remarks:
                people[index] = replace(people[index], remarks=random.choice(_REMARKS))
        return people

    def _away(
        self,
        people: list[SamplePerson],
        units: list[SampleUnit],
        on_stations: int,
        spared: frozenset[str],
    ) -> tuple[list[SampleAbsence], list[SampleSecondment]]:
        random, as_of = self.random, self.as_of
        kinds = {u.name: u for u in units}
        serving = [p for p in people if p.is_sworn and p.left_on is None and p.status == SERVING]
        stations = [p for p in serving if kinds[p.unit].is_station and p.unit not in spared]
        headquarters = [p for p in serving if kinds[p.unit].ours and not kinds[p.unit].is_station]
        long_stations = round(0.025 * on_stations)
        long_headquarters = round(0.02 * (self.total - on_stations))
        absences = [*long_absences(stations, long_stations, as_of, random),
                    *long_absences(headquarters, long_headquarters, as_of, random)]  # fmt: skip
        taken = {a.person for a in absences}
        numbers = self._numbers(on_stations, long_stations)
        departures = Departures(people, units, outside_of(self.place), as_of, random, taken, spared)
        secondments = [*departures.all(numbers, self.traps), self._guest_work(people, units)]
        taken |= {s.person for s in secondments}
        rest = [p for p in serving if p.number not in taken]
        return [*absences, *short_absences(rest, as_of, random)], secondments

    def _numbers(self, on_stations: int, long_absent: int) -> Numbers:
        headquarters = self.total - on_stations
        sent_out, detailed = round(0.013 * on_stations), 1 + headquarters // 150
        least, most = -(-3 * on_stations // 100), on_stations // 10
        drawn_off = max(1, round(self.random.uniform(0.04, 0.095) * on_stations))
        if Trap.PAPER_COMPLIANT in self.traps:
            present = on_stations - sent_out - long_absent + detailed
            drawn_off = present - round(0.365 * self.total)
        drawn_off = max(least, min(most, drawn_off))
        return Numbers(drawn_off, sent_out, round(0.02 * headquarters), detailed)

    def _guest_work(self, people: list[SamplePerson], units: list[SampleUnit]) -> SampleSecondment:
        foreign = next(u.name for u in units if not u.ours)
        person = next(p for p in people if p.unit == foreign)
        return SampleSecondment(person.number, "借调", "刑侦大队", written=Written.WORKING_UNIT)


def _in_roster_order(people: list[SamplePerson], units: list[SampleUnit]) -> list[SamplePerson]:
    """Return the people unit by unit, heads first and civilians last, numbered from 1."""
    order = {unit.name: index for index, unit in enumerate(units)}
    people = sorted(people, key=lambda p: (order[p.unit], not p.is_sworn, not p.is_head))
    return [replace(person, number=number) for number, person in enumerate(people, 1)]
