"""Who works elsewhere: drawn off, sent out, detailed down, lent between units, back again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from planner.samples.places import Place
from planner.samples.records import SamplePerson, SampleSecondment, SampleUnit, Trap, Written

_REASONS = {
    "抽调": ("专项工作", "重大安保任务", "案件攻坚"),
    "借调": ("工作需要", "岗位缺员", "协助档案整理"),
    "跟班": ("跟班学习", "业务跟训"),
    "专班": ("打击电信网络诈骗专班", "命案积案攻坚专班", "边境管控专班"),
}
_BORROWERS = ("刑侦大队", "治安大队", "指挥中心", "政工室", "禁毒大队", "法制大队")


@dataclass(frozen=True, slots=True)
class Numbers:
    """How many people of each sort are away."""

    drawn_off: int
    sent_out_stations: int
    sent_out_headquarters: int
    detailed_down: int


@dataclass(frozen=True, slots=True)
class Outside:
    """Who borrows from outside the bureau, as this county writes it."""

    prefecture: str
    province: str
    party: tuple[str, ...]


def outside_of(place: Place) -> Outside:
    """Return the outside borrowers of a county."""
    level = place.name[-1]
    near = place.prefecture_short.endswith("州")
    prefecture = "州公安局" if near else f"{place.prefecture_short}公安局"
    party = (f"{level}委组织部", f"{level}委政法委", f"{level}纪委监委", f"{level}政府办公室")
    return Outside(prefecture, "省公安厅", party)


class Departures:
    """Writes the secondments of one county; nobody is taken twice, nobody to or from a spared unit."""

    def __init__(
        self,
        people: list[SamplePerson],
        units: list[SampleUnit],
        outside: Outside,
        as_of: date,
        random: Random,
        taken: set[int],
        spared: frozenset[str],
    ) -> None:
        self._as_of, self._random, self._outside = as_of, random, outside
        stations = {u.name for u in units if u.is_station} - spared
        names = {u.name for u in units}
        ours = {u.name for u in units if u.ours and not u.is_station and u.name != "局领导"}
        free = [p for p in people if p.is_plain and p.number not in taken]
        random.shuffle(free)
        self._from_stations = [p for p in free if p.unit in stations]
        self._from_headquarters = [p for p in free if p.unit in ours]
        self._stations = [u.name for u in units if u.name in stations]
        self._borrowers = [b for b in _BORROWERS if b in names]
        self._documents = 0
        self._disagree = False

    def all(self, numbers: Numbers, traps: frozenset[Trap]) -> Iterator[SampleSecondment]:
        """Yield every secondment, those in force first."""
        self._disagree = Trap.UNITS_DISAGREE in traps
        yield from self._draw_offs(numbers.drawn_off, Trap.REMARKS_ONLY in traps)
        for _ in range(numbers.sent_out_stations):
            yield self._sent_out(self._from_stations.pop())
        for _ in range(numbers.sent_out_headquarters):
            yield self._sent_out(self._from_headquarters.pop())
        for _ in range(numbers.detailed_down):
            person = self._from_headquarters.pop()
            station = self._random.choice(self._stations)
            yield self._record(person, "下派", station, reason="充实基层所队警力")
        yield from self._neither_violation_nor_return(len(self._from_headquarters))
        yield from self._over(2 + numbers.drawn_off // 2)

    def _draw_offs(self, number: int, some_hidden: bool) -> Iterator[SampleSecondment]:
        hidden = min(3, max(1, number // 2)) if some_hidden else 0
        for index in range(number):
            person = self._from_stations.pop()
            if index < hidden:
                yield self._in_remarks(person, index)
            else:
                yield self._recorded(person, index - hidden)

    def _in_remarks(self, person: SamplePerson, index: int) -> SampleSecondment:
        kind = ("借调", "跟班", "帮助工作")[index]
        to = (self._borrowers[0], self._outside.party[0], self._outside.prefecture)[index]
        return SampleSecondment(person.number, kind, to, written=Written.REMARKS)

    def _recorded(self, person: SamplePerson, index: int) -> SampleSecondment:
        inside = self._random.choice(self._borrowers)
        if index == 0:
            return self._disagreeing(self._record(person, "抽调", inside))
        if index == 1:
            return self._kept(self._record(person, "专班", inside), days_left=200)
        if index == 2:
            return self._kept(self._record(person, "借调", self._outside.prefecture), days_left=-50)
        if index == 3:
            return SampleSecondment(person.number, "借调", inside, written=Written.WORKING_UNIT)
        return self._any_draw_off(person, inside)

    def _any_draw_off(self, person: SamplePerson, inside: str) -> SampleSecondment:
        random = self._random
        away = random.choice((self._outside.prefecture, self._outside.province, *self._outside.party))
        to = inside if random.random() < 0.6 else away
        if random.random() < 0.12:
            return SampleSecondment(person.number, "借调", to, written=Written.ROSTER)
        record = self._record(person, random.choice(("抽调", "借调", "借调", "跟班", "专班")), to)
        if random.random() < 0.2:
            return self._kept(record, days_left=random.choice((-80, 20, 120, 300)))
        return record

    def _sent_out(self, person: SamplePerson) -> SampleSecondment:
        kind, to, reason = self._random.choice(
            (
                ("驻村", "乡村振兴驻村工作队", "驻村帮扶"),
                ("驻村", "乡村振兴驻村工作队", "任第一书记"),
                ("援派", "援藏工作队", "对口支援"),
                ("挂职", self._outside.party[3].replace("办公室", "信访局"), "挂职锻炼"),
                ("培训", "省警官学院", "脱产培训"),
            )
        )
        record = self._record(person, kind, to, reason=reason, long=True)
        if kind != "培训":
            return record
        begun = self._as_of - timedelta(days=self._random.randint(10, 50))
        return replace(record, from_=begun, until=begun + timedelta(days=120))

    def _neither_violation_nor_return(self, free: int) -> Iterator[SampleSecondment]:
        """Yield what counts at work or at home: between stations, out of headquarters, short terms."""
        for _ in range(1 + len(self._from_stations) // 80):
            person = self._from_stations.pop()
            to = self._random.choice([s for s in self._stations if s != person.unit])
            yield self._record(person, "借调", to, reason="所间支援")
        for _ in range(1 + free // 90):
            person = self._from_headquarters.pop()
            to = next(b for b in self._borrowers if b != person.unit)
            yield self._disagreeing(self._record(person, "借调", to))
        for _ in range(1 + free // 120):
            person = self._from_headquarters.pop()
            yield self._record(person, "抽调", self._random.choice(self._outside.party))
        begun = self._as_of - timedelta(days=4)
        yield SampleSecondment(
            self._from_headquarters.pop().number, "培训", "省警官学院", begun, begun + timedelta(days=11),
            reason="警衔晋升培训",
        )  # fmt: skip
        begun = self._as_of - timedelta(days=1)
        yield SampleSecondment(
            self._from_stations.pop().number, "临时勤务", "治安大队", begun, self._as_of, self._as_of,
            reason="大型活动安保",
        )  # fmt: skip

    def _over(self, number: int) -> Iterator[SampleSecondment]:
        """Yield draw-offs that ended with a return."""
        for _ in range(min(number, len(self._from_stations) // 2)):
            record = self._record(self._from_stations.pop(), "抽调", self._random.choice(self._borrowers))
            assert record.from_ is not None
            back = record.from_ + timedelta(days=self._random.randint(30, 90))
            yield replace(record, returned_on=min(back, self._as_of - timedelta(days=3)))

    def _record(
        self, person: SamplePerson, kind: str, to: str, reason: str = "", long: bool = False
    ) -> SampleSecondment:
        random = self._random
        begun = self._as_of - timedelta(days=random.randint(100, 420))
        if person.in_unit_since is not None:
            begun = max(begun, person.in_unit_since + timedelta(days=1))
        planned = begun + timedelta(days=random.choice((730,) if long else (90, 180, 365)))
        self._documents += 1
        return SampleSecondment(
            person.number,
            kind,
            to,
            begun,
            planned if long or random.random() < 0.8 else None,
            reason=reason or random.choice(_REASONS[kind]),
            approval=f"政工〔{begun.year}〕{self._documents + 10}号" if random.random() < 0.6 else "",
            approver="局党委" if random.random() < 0.5 else "",
        )

    def _disagreeing(self, record: SampleSecondment) -> SampleSecondment:
        """Return the record, the first time with another unit in the roster's 实际工作单位."""
        if not self._disagree:
            return record
        self._disagree = False
        return replace(record, working_unit=next(b for b in reversed(self._borrowers) if b != record.to))

    def _kept(self, record: SampleSecondment, days_left: int) -> SampleSecondment:
        end = self._as_of + timedelta(days=days_left)
        begun = min(record.from_ or end, end - timedelta(days=90))
        return replace(
            record,
            from_=begun,
            until=end,
            kept=True,
            kept_until=end,
            approver="局党委",
            approval=record.approval or f"公党委〔{begun.year}〕{self._documents + 3}号",
        )
