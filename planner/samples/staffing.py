"""The people of each unit: heads, officers by post, auxiliaries and support staff."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from random import Random

from planner.samples.careers import Career, civilian_career, officer_career, probation_career
from planner.samples.names import Names
from planner.samples.records import LEADERSHIP, PROBATIONER, SUPPORT, SWORN, SamplePerson, SampleUnit
from planner.samples.unit_plan import PlannedUnit

_AUXILIARIES = ("勤务辅警", "勤务辅警", "勤务辅警", "文职辅警", "辅警")
_NEIGHBOURHOODS = (
    *("东门", "西门", "南门", "北门", "新街", "老街", "龙潭", "青龙", "大村", "小河", "上村", "下村"),
    *("文化", "永丰", "太平", "石桥", "松林", "大寨"),
)
_DEGREES = ("大学本科", "大学本科", "大学本科", "大专", "研究生")
_CIVILIAN_DEGREES = ("大专", "中专", "高中", "大学本科")
_WOMEN, _PROBATIONERS = 0.17, 0.03
_QUALIFICATIONS = ("基本级", "基本级", "中级", "中级", "中级", "高级")


@dataclass
class Hiring:
    """What everybody hired for one county has in common; hands out numbers, names and badges."""

    as_of: date
    names: Names
    random: Random
    badge_prefix: str
    _badges: set[str] = field(default_factory=set)
    _auxiliaries: int = 0

    def badge(self) -> str:
        """Return a badge number not given before: six figures, seven in the largest bureaus."""
        figures = 4 if len(self._badges) < 5000 else 5
        while True:
            badge = f"{self.badge_prefix}{self.random.randrange(10**figures):0{figures}}"
            if badge not in self._badges:
                self._badges.add(badge)
                return badge

    def is_young(self, birth: date) -> bool:
        """Whether somebody is of the age of the Youth League."""
        return self.as_of.year - birth.year <= 28

    def auxiliary_badge(self) -> str:
        """Return the next number of an auxiliary."""
        self._auxiliaries += 1
        return f"FJ{self.badge_prefix}{self._auxiliaries:04}"


def staff(
    planned: list[PlannedUnit], community: float, auxiliaries: int, hiring: Hiring
) -> list[SamplePerson]:
    """Return everybody, unit by unit as a roster lists them, numbered from 1.

    `community` is the share of community officers at stations to come close to; `auxiliaries`
    is how many there are for a hundred officers.
    """
    quotas = _community_quotas(planned, community, hiring.random)
    people: list[SamplePerson] = []
    for planned_unit, quota in zip(planned, quotas, strict=True):
        unit = planned_unit.unit
        roles = _station_roles(planned_unit, quota, hiring.random) if unit.is_station else None
        for role in roles or _headquarters_roles(planned_unit, hiring.random):
            people.append(_officer(len(people) + 1, unit, role, hiring))
        for category in _civilians(planned_unit, auxiliaries, hiring.random):
            people.append(_civilian(len(people) + 1, unit, category, hiring))
    return people


@dataclass(frozen=True, slots=True)
class _Role:
    post: str
    position: str = "民警"
    beat: str = ""
    dedicated: bool | None = None
    youngest: int = 25
    oldest: int = 58


def _community_quotas(planned: list[PlannedUnit], community: float, random: Random) -> list[int]:
    """Return community officers per unit: full everywhere at first, then fewer here and there."""
    quotas = [-(-2 * p.officers // 5) if p.unit.is_station else 0 for p in planned]
    stations = [i for i, p in enumerate(planned) if p.unit.is_station]
    wanted = round(community * sum(planned[i].officers for i in stations))
    reducible = stations[:]
    random.shuffle(reducible)
    while sum(quotas) > wanted and reducible:
        for i in [i for i in reducible if quotas[i] > 1]:
            if sum(quotas) > wanted and random.random() < 0.6:
                quotas[i] -= 1
        reducible = [i for i in reducible if quotas[i] > 1]
    return quotas


def _station_roles(planned: PlannedUnit, community: int, random: Random) -> Iterator[_Role]:
    size, town = planned.officers, planned.unit.name.removesuffix("派出所")
    heads = min(3, 1 if size <= 3 else 2 if size <= 7 else random.choice((2, 3)), size - community - 1)
    titles = ("所长", "教导员", "副所长") if random.random() < 0.7 else ("所长", "副所长", "副所长")
    first = random.randrange(len(_NEIGHBOURHOODS))
    head_with_beat = heads > 1 and community > 1 and random.random() < 0.15
    for index in range(max(1, heads)):
        beat = _beat(town, first, 0, random) if head_with_beat and index == heads - 1 else ""
        yield _Role("所领导", titles[index], beat, False if beat else None, 33, 57)
    for index in range(community - head_with_beat):
        post = "责任区民警" if random.random() < 0.15 else "社区民警"
        beat = _beat(town, first, index + head_with_beat, random)
        yield _Role(post, beat=beat, dedicated=random.random() < 0.6)
    rest = size - max(1, heads) - community + head_with_beat
    room = 0 if size < 6 else 1 if size < 14 else 2
    office = 1 if size > 4 else 0
    posts = ["综合指挥"] * room + ["内勤"] * office
    posts = posts[: max(0, rest - 1)]
    for post in ["办案"] * (rest - len(posts)) + posts:
        yield _Role(post)


def _headquarters_roles(planned: PlannedUnit, random: Random) -> Iterator[_Role]:
    size, unit = planned.officers, planned.unit
    if unit.kind == LEADERSHIP:
        titles = ("局长", "政委", *["副局长"] * (size - 3), "副局长" if size < 4 else "党委委员")
        for title in titles[:size]:
            yield _Role("局领导", title, youngest=40, oldest=57)
        return
    titles = _head_titles(unit)
    heads = 2 if size <= 6 else 3 if size <= 12 else 4
    for title in (*titles, titles[-1])[:heads]:
        yield _Role("领导", title, youngest=33, oldest=58)
    for index in range(size - heads):
        post = "内勤" if index < max(1, size // 8) else "办案" if unit.name.endswith("大队") else "其他"
        squad = size >= 14 and post == "办案" and random.random() < 0.12
        yield _Role(post, "中队长" if squad else "民警")


def _head_titles(unit: SampleUnit) -> tuple[str, str, str]:
    if unit.name.endswith("大队"):
        return ("大队长", "教导员", "副大队长")
    if unit.name.endswith("所"):
        return ("所长", "教导员", "副所长")
    return ("主任", "副主任", "副主任")


def _beat(town: str, first: int, index: int, random: Random) -> str:
    """Return one or two neighbourhoods; those of the first nine officers of a station do not overlap."""
    ending = "社区" if town.startswith("城") else "村"
    places = [_NEIGHBOURHOODS[(first + 2 * index + k) % len(_NEIGHBOURHOODS)] + ending for k in (0, 1)]
    return "、".join(places) if random.random() < 0.3 else places[0]


def _officer(number: int, unit: SampleUnit, role: _Role, hiring: Hiring) -> SamplePerson:
    random = hiring.random
    female = random.random() < _WOMEN
    probation = role.position == "民警" and random.random() < _PROBATIONERS
    if probation:
        career = probation_career(hiring.as_of, random)
    else:
        career = officer_career(hiring.as_of, female, role.youngest, role.oldest, random)
    return _person(
        number,
        unit,
        role,
        hiring,
        female,
        career,
        PROBATIONER if probation else SWORN,
        hiring.badge(),
        random.choice(_QUALIFICATIONS) if not probation else "",
    )


def _civilian(number: int, unit: SampleUnit, category: str, hiring: Hiring) -> SamplePerson:
    career = civilian_career(hiring.as_of, hiring.random)
    auxiliary = category.endswith("辅警")
    badge = hiring.auxiliary_badge() if auxiliary else ""
    female = hiring.random.random() < (0.75 if category == "文职辅警" else 0.2)
    return _person(number, unit, _Role("", ""), hiring, female, career, category, badge, "")


def _person(
    number: int,
    unit: SampleUnit,
    role: _Role,
    hiring: Hiring,
    female: bool,
    career: Career,
    category: str,
    badge: str,
    qualification: str,
) -> SamplePerson:
    random = hiring.random
    sworn = category in (SWORN, PROBATIONER)
    party = random.random() < (0.75 if sworn else 0.15)
    return SamplePerson(
        number=number,
        name=hiring.names.next(female),
        badge=badge,
        female=female,
        birth=career.birth,
        category=category,
        unit=unit.name,
        post=role.post,
        position="" if category == PROBATIONER and role.position == "民警" else role.position,
        dedicated=role.dedicated,
        beat=role.beat,
        rank=career.rank,
        grade=career.grade if sworn else "",
        joined_work=career.joined_work,
        joined_police=career.joined_police,
        in_unit_since=career.in_unit_since,
        in_position_since=career.in_position_since if role.position not in ("", "民警") else None,
        qualification=qualification,
        extra={
            "政治面貌": "中共党员" if party else "共青团员" if hiring.is_young(career.birth) else "群众",
            "学历": random.choice(_DEGREES if sworn else _CIVILIAN_DEGREES),
            "联系电话": f"6{random.randrange(100_000):05}",
        },
    )


def _civilians(planned: PlannedUnit, auxiliaries: int, random: Random) -> Iterator[str]:
    if planned.unit.kind == LEADERSHIP:
        return
    exact = planned.officers * auxiliaries / 100 * random.uniform(0.75, 1.3)
    for _ in range(int(exact + random.random())):
        yield random.choice(_AUXILIARIES)
    if planned.officers >= 6 and random.random() < 0.2:
        yield random.choice((SUPPORT, SUPPORT, "事业"))
