"""Which units a county bureau has, and how many sworn officers each has on its books."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from planner.samples.apportioning import apportion
from planner.samples.places import Place, places
from planner.samples.records import (
    ADMINISTRATIVE,
    CUSTODY,
    ENFORCEMENT,
    LEADERSHIP,
    STATION,
    UNTOLD,
    SampleUnit,
    Trap,
)

OFFICERS_PER_STATION, OFFICERS_PER_HEADQUARTERS_UNIT = 7, 12
TINY = 3  # officers of a station that nobody joins or leaves, so that it is seen to be too small
_A, _E, _C = ADMINISTRATIVE, ENFORCEMENT, CUSTODY
# Full name, short name, kind, weight; in the order in which smaller bureaus do without them.
_HEADQUARTERS: tuple[tuple[str, str, str, float], ...] = (
    ("局领导", "局领导", LEADERSHIP, 0.9),
    ("政工室", "政工室", _A, 0.9),
    ("刑侦大队", "刑侦", _E, 2.4),
    ("治安大队", "治安", _E, 1.4),
    ("交警大队", "交警", _E, 2.4),
    ("看守所", "看守所", _C, 1.5),
    ("指挥中心", "指挥中心", _A, 1.1),
    ("法制大队", "法制", _E, 0.9),
    ("禁毒大队", "禁毒", _E, 1.2),
    ("警务保障室", "警保室", _A, 0.8),
    ("巡特警大队", "巡特警", _E, 1.6),
    ("经侦大队", "经侦", _E, 0.8),
    ("政保大队", "政保", _E, 0.9),
    ("网安大队", "网安", _E, 0.8),
    ("拘留所", "拘留所", _C, 0.9),
    ("出入境管理大队", "出入境", _E, 0.7),
    ("督察大队", "督察", _E, 0.7),
    ("森林警察大队", "森警", _E, 0.9),
    ("反恐怖大队", "反恐", _E, 0.8),
    ("科技信息化大队", "科信", _E, 0.7),
    ("反诈中心", "反诈", _A, 0.9),
    ("户政大队", "户政", _E, 0.8),
    ("食药环侦大队", "食药环", _E, 0.8),
    ("视频侦查大队", "视侦", _E, 0.8),
    ("执法办案管理中心", "办案中心", _A, 0.8),
    ("刑事技术大队", "刑技", _E, 0.9),
    ("特勤大队", "特勤", _E, 1.2),
    ("内部安全保卫大队", "内保", _E, 0.7),
    ("情报中心", "情报", _A, 0.8),
    ("信访科", "信访", _A, 0.6),
    ("宣传科", "宣传", _A, 0.6),
    ("审计科", "审计", _A, 0.5),
    ("民警训练中心", "训练中心", _A, 0.6),
    ("旅游警察大队", "旅警", _E, 0.8),
    ("接处警大队", "接处警", _E, 1.3),
    ("离退休干部科", "老干科", _A, 0.5),
    ("车辆管理大队", "车管", _E, 1.2),
    ("收费公路大队", "公路", _E, 1.0),
    ("警卫科", "警卫", _A, 0.5),
)
_SPARE_TOWNS = (
    *(
        "城东",
        "城西",
        "城南",
        "城北",
        "新城",
        "老城",
        "北门",
        "南门",
        "工业园区",
        "开发区",
        "客运站",
        "大学城",
    ),
    *("东郊", "西郊", "南郊", "北郊", "翠屏", "文华", "金山", "永昌", "龙泉", "凤鸣", "太和", "宝山", "玉泉"),
)


@dataclass(frozen=True, slots=True)
class PlannedUnit:
    """A unit and its sworn officers on the books."""

    unit: SampleUnit
    officers: int


def plan_units(
    place: Place, officers: int, on_stations: int, traps: frozenset[Trap], random: Random
) -> list[PlannedUnit]:
    """Return the bureau's units with its `officers` shared out, `on_stations` of them over stations."""
    headquarters = _headquarters(officers - on_stations, officers, traps, random)
    return [*headquarters, *_stations(place, on_stations, traps, random)]


def _headquarters(total: int, officers: int, traps: frozenset[Trap], random: Random) -> Iterator[PlannedUnit]:
    number = max(6, min(len(_HEADQUARTERS), round(officers / OFFICERS_PER_HEADQUARTERS_UNIT), total // 4))
    chosen = list(_HEADQUARTERS[:number])
    if Trap.UNCERTAIN_KIND in traps:
        name = random.choice(("森林派出所", "水上派出所"))
        chosen[7:] = chosen[7:-1]  # the smallest bureaus have it on top of what none does without
        chosen.append((name, name.replace("派出所", "所"), UNTOLD, 0.5))
    weights = [weight * random.uniform(0.85, 1.2) for *_, weight in chosen]
    sizes = apportion(total, weights, least=4)
    for (name, short, kind, _), size in zip(chosen, sizes, strict=True):
        custody = kind == CUSTODY
        yield PlannedUnit(
            SampleUnit(
                name,
                short,
                kind,
                authorised=size + random.choice((0, 0, 1, 1, 2)),
                minimum=max(4, size - 2) if custody else None,
                duty_cover=2 if custody else None,
            ),
            size,
        )


def _stations(place: Place, total: int, traps: frozenset[Trap], random: Random) -> Iterator[PlannedUnit]:
    number = max(3, min(max(40, total // 12), round(total / OFFICERS_PER_STATION)))
    names = _station_names(place, number)
    weights = [random.uniform(0.6, 1.3) for _ in names]
    weights[0] = 1.8
    sizes = apportion(total, weights, least=4 if total >= 5 * number else TINY)
    if Trap.STATION_OF_THREE in traps:
        smallest = min(range(1, number), key=lambda i: (sizes[i], i))
        sizes[0] += sizes[smallest] - TINY
        sizes[smallest] = TINY
    people = apportion(place.population, [s * random.uniform(0.7, 1.3) for s in sizes], least=1)
    for name, size, residents in zip(names, sizes, people, strict=True):
        yield PlannedUnit(
            SampleUnit(
                f"{name}派出所",
                f"{name}所",
                STATION,
                authorised=size + random.choice((0, 0, 1, 1, 2)),
                two_teams=_two_teams(size, random),
                population=residents,
                duty_cover=2,
            ),
            size,
        )


def _two_teams(size: int, random: Random) -> bool | None:
    if size >= 9:
        return True
    return False if 4 <= size <= 5 and random.random() < 0.3 else None


def _station_names(place: Place, number: int) -> list[str]:
    """Return distinct town names: the county's own first, then plain ones, then the neighbours'."""
    names = dict.fromkeys(place.towns)
    if place.name.endswith("县"):
        names = dict.fromkeys(("城关", *place.towns[1:]))
    near = [p for p in places() if p.prefecture == place.prefecture and p is not place]
    far = [p for p in places() if p.prefecture != place.prefecture]
    for name in (*_SPARE_TOWNS, *(town for p in (*near, *far) for town in p.towns)):
        if len(names) >= number:
            break
        names.setdefault(name)
    return list(names)[:number]
