"""The movable range: who may be moved, and of everybody else why not (design 4.1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.audit.ledgers import SCALE, Ledger
from planner.county.records import MoveStatus, Person, Post, Unit, UnitKind
from planner.county.retirement import retirement_date
from planner.county.state import Placed, Standing, State
from planner.optimise.asked import AS_IT_STANDS, Asked
from planner.optimise.constraints.minimum_tenure import is_new
from planner.optimise.constraints.planned import planning_ledger
from planner.policy.policy import Policy
from planner.text import Text, joined


class Bar(StrEnum):
    """Why somebody may not be moved."""

    NO_UNIT = "no_unit"
    BEYOND = "beyond"
    NOT_PRESENT = "not_present"
    KEPT = "kept"
    LEADERSHIP = "leadership"
    UNIT_HEAD = "unit_head"
    STAYING = "staying"
    PINNED = "pinned"
    COMMITTED = "committed"
    NOT_COUNTED = "not_counted"
    NEAR_RETIREMENT = "near_retirement"
    SHORT_SERVICE = "short_service"
    PREGNANT = "pregnant"
    NURSING = "nursing"
    INVESTIGATED = "investigated"
    TECHNICAL = "technical"
    TENURE = "tenure"
    DETAILED_DOWN = "detailed_down"


BAR_NAMES: Mapping[Bar, Text] = {
    Bar.NO_UNIT: Text("单位空白", "no unit given"),
    Bar.BEYOND: Text("在局外工作,超出本局权限", "works outside the bureau"),
    Bar.NOT_PRESENT: Text("不在岗", "not present"),
    Bar.KEPT: Text("抽调经批准保留", "draw-off kept with approval"),
    Bar.LEADERSHIP: Text("局领导", "bureau leadership"),
    Bar.UNIT_HEAD: Text("单位负责人", "unit head"),
    Bar.STAYING: Text("指定不动", "asked to stay"),
    Bar.PINNED: Text("已锁定", "pinned"),
    Bar.COMMITTED: Text("已有未生效的调整", "an approved move is still to come"),
    Bar.NOT_COUNTED: Text("按口径不计入全局警力", "not counted in the county by the policy"),
    Bar.NEAR_RETIREMENT: Text("临近退休", "near retirement"),
    Bar.SHORT_SERVICE: Text("入警年限不足", "too short a service"),
    Bar.PREGNANT: Text("孕期", "pregnant"),
    Bar.NURSING: Text("哺乳期", "nursing"),
    Bar.INVESTIGATED: Text("接受调查", "under investigation"),
    Bar.TECHNICAL: Text("专业技术或机要岗位", "technical or classified post"),
    Bar.TENURE: Text("任现单位不足年限,只可所内调岗", "too new in the unit: only another post at home"),
    Bar.DETAILED_DOWN: Text("下派期间折算系数不同", "weighted otherwise while detailed down"),
}

LIFTABLE = frozenset({Bar.PINNED, Bar.NEAR_RETIREMENT, Bar.SHORT_SERVICE, Bar.TECHNICAL, Bar.TENURE})
"""What a question may lift; never health, family or an investigation."""


@dataclass(frozen=True, slots=True)
class UnitRange:
    """Of one unit's officers on the books: how many may be moved, and how many are barred by what.

    `unit` is None for officers whose unit is blank.
    """

    unit: int | None
    officers: int
    movable: int
    barred: Mapping[Bar, int]

    def reasons(self) -> Text:
        """Return the bars with their numbers in words, the most frequent first."""
        most = sorted(self.barred.items(), key=lambda item: -item[1])
        return joined(Text(f"{BAR_NAMES[b].zh} {n} 人", f"{BAR_NAMES[b].en} {n}") for b, n in most)


@dataclass(frozen=True, slots=True)
class MovableRange:
    """Everybody on the bureau's books, movable or barred, with totals per unit in the county's order."""

    bars: Mapping[int, Bar | None]  # person -> why not; None: may be moved
    units: tuple[UnitRange, ...]

    def is_movable(self, person: int) -> bool:
        """Return whether a person may be moved."""
        return person in self.bars and self.bars[person] is None

    def may_change_post(self, person: int) -> bool:
        """Return whether a person may take another post at home: the movable, and those new in the unit."""
        return person in self.bars and self.bars[person] in (None, Bar.TENURE)

    def total(self, units: frozenset[int]) -> UnitRange:
        """Return the range of some units together, such as the headquarters."""
        chosen = [u for u in self.units if u.unit in units]
        barred: Counter[Bar] = Counter()
        for one in chosen:
            barred.update(one.barred)
        return UnitRange(None, sum(u.officers for u in chosen), sum(u.movable for u in chosen), dict(barred))


def movable_range(state: State, asked: Asked = AS_IT_STANDS) -> MovableRange:
    """Return who may be moved on the state's date: sworn officers present, those returning included.

    Excluded are unit heads, bureau leadership, pinned officers and the policy's exclusions,
    the last applied only where the data says so.
    """
    committed = frozenset(
        move.person
        for move in state.county.moves.values()
        if move.status is not MoveStatus.PROPOSED and move.effective > state.date
    )
    bars = {p.person.id: _bar(p, state, committed, asked) for p in state.counted()}
    homes: dict[int | None, list[Bar | None]] = {id_: [] for id_ in state.county.units}
    for person, bar in bars.items():
        homes.setdefault(state.placed[person].home, []).append(bar)
    units = tuple(_unit_range(unit, of_unit) for unit, of_unit in homes.items() if of_unit)
    return MovableRange(bars, units)


def _unit_range(unit: int | None, bars: list[Bar | None]) -> UnitRange:
    barred = Counter(bar for bar in bars if bar is not None)
    return UnitRange(unit, len(bars), len(bars) - barred.total(), dict(barred))


def _bar(placed: Placed, state: State, committed: frozenset[int], asked: Asked) -> Bar | None:
    home = state.unit(placed.home)
    if home is None:
        return Bar.NO_UNIT
    if placed.standing is Standing.SECONDED_OUTSIDE:
        return Bar.BEYOND
    if placed.standing in (Standing.SENT_OUT, Standing.LONG_ABSENT) or placed.present_unit is None:
        return Bar.NOT_PRESENT
    if placed.drawn_off and state.is_kept(placed):
        return Bar.KEPT
    if home.kind is UnitKind.LEADERSHIP:
        return Bar.LEADERSHIP
    if placed.post is Post.LEADER:
        return Bar.UNIT_HEAD
    return _pinned_or_excluded(placed, home, state, committed, asked)


def _pinned_or_excluded(
    placed: Placed, home: Unit, state: State, committed: frozenset[int], asked: Asked
) -> Bar | None:
    id_ = placed.person.id
    if id_ in asked.staying:
        return Bar.STAYING
    private = next((bar for bar in _PRIVATE if bar.value in placed.person.special_codes), None)
    if private is not None:
        return private  # before what may be lifted: nobody is freed of these
    if placed.person.pin and id_ not in asked.freed:
        return Bar.PINNED
    if id_ in committed:
        return Bar.COMMITTED
    if home.traffic and not state.policy.switch("counting.traffic"):
        return Bar.NOT_COUNTED  # moved to a station it would enlarge the base it is counted against
    if _weighs_otherwise_here(placed, state):
        return Bar.DETAILED_DOWN
    if id_ in asked.freed:
        return None
    return _exclusion(placed.person, state) or (Bar.TENURE if is_new(placed, state) else None)


def _weighs_otherwise_here(placed: Placed, state: State) -> bool:
    """Whether a plan on the effective ledger would change what somebody detailed down weighs."""
    return (
        placed.standing is Standing.DETAILED_DOWN
        and planning_ledger(state) is Ledger.EFFECTIVE
        and state.policy.count("weight.detailed_down") != SCALE[Ledger.EFFECTIVE]
    )


_PRIVATE = (Bar.PREGNANT, Bar.NURSING, Bar.INVESTIGATED)


def _exclusion(person: Person, state: State) -> Bar | None:
    """Return the policy's exclusion that the data shows, if any."""
    policy, on = state.policy, state.date
    leaves = leaves_service(person, policy)
    if leaves is not None and leaves < years_later(on, policy.count("planning.years_to_retirement")):
        return Bar.NEAR_RETIREMENT
    joined_on = person.joined_police
    if joined_on is not None and years_later(joined_on, policy.count("planning.minimum_service_years")) > on:
        return Bar.SHORT_SERVICE
    return Bar.TECHNICAL if Bar.TECHNICAL.value in person.special_codes else None


def leaves_service(person: Person, policy: Policy) -> date | None:
    """Return the first day not served: as recorded, else by law; None where the data does not say."""
    return person.left_on or retirement_date(person.birth, person.sex, policy)


def years_later(day: date, years: int) -> date:
    """Return the same day some years later, the first of March for a leap day without one."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
