"""What about a county makes a plan pointless or odd, said before anybody wonders at its answer."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from planner.audit.results import Audit, Gravity
from planner.audit.rules.station_minimum import required_officers
from planner.county.records import Unit
from planner.county.state import Placed, State
from planner.optimise.movable import LIFTABLE, MovableRange, UnitRange
from planner.text import Text, joined

_NAMED = 6  # people or units listed by name; the rest is a number
_NOBODY = Text(
    "名册上没有在职民警,无从计算。请检查“身份”“人员状态”两列,或重新导入花名册。",
    "The roster has no serving sworn officer, so there is nothing to count. Check the columns category and"
    " status, or import the roster again.",
)
_NO_STATION = Text(
    "本局没有派出所,派出所占比等指标无从评价,差额无法用调整补足。请在“单位”页把派出所的类别改为“派出所”。",
    "The bureau has no station, so no station target can be judged and no move can help. Set the kind of the"
    " stations on the Units page.",
)
_ALONE = Text(
    "全局只有 {n} 名民警({who}),一人不足以设所:先核对花名册是否完整。",
    "The bureau has {n} sworn officer ({who}), too few for a station: check that the roster is complete.",
)
_NONE_MOVABLE = Text(
    "{n} 名民警中没有一人可调({why}){who}。先解除锁定或放宽排除条件,再提出调整建议。",
    "None of {n} officers may be moved ({why}){who}. Lift pins or exclusions, then propose again.",
)
_NONE_AND_NOTHING_TO_LIFT = Text(
    "{n} 名民警中没有一人可调({why})。请核对名册的岗位、职务和状态,或先增配人员。",
    "None of {n} officers may be moved ({why}). Check posts, positions and status on the roster, or recruit"
    " first.",
)
_NAMELY = Text(":{who}", ": {who}")
_ABOVE_STRENGTH = Text(
    "{unit}最低保留 {minimum} 人,现有 {present} 人,差 {short} 人:按现有人数保留,不从该单位调人;"
    "请在“单位”页把最低人数改为不超过 {present}。",
    "{unit} must keep {minimum} and has {present} present, {short} short: the plan keeps all it has and takes"
    " nobody; set its minimum to {present} or less on the Units page.",
)
_ABOVE_MAXIMUM = Text(
    "{unit}最低 {minimum} 人高于最高 {maximum} 人,至少差 {short} 人补不上;请在“单位”页改正其中一个。",
    "{unit} has a minimum of {minimum} above its maximum of {maximum}: at least {short} cannot be filled;"
    " correct one of them on the Units page.",
)
_MAXIMUM_BELOW = Text(
    "{unit}最高 {maximum} 人低于派出所最低警力 {floor} 人,差 {short} 人不能补:请在“单位”页提高最高人数。",
    "{unit} may have {maximum} but every station needs {floor}: {short} cannot be filled; raise its maximum"
    " on the Units page.",
)
_PINNED_AWAY = Text(
    "{who}已锁定,但被抽调借调在外:锁定不能免除返岗。确需留用的,请在“抽调借调”页登记经批准保留。",
    "{who}: pinned, yet drawn off; a pin does not excuse a draw-off. To keep them there, record the approval"
    " on the Secondments page.",
)
_PINNED_FULL = Text(
    "{unit}最高 {maximum} 人,锁定的已有 {pinned} 人({who}),多 {short} 人:"
    "请解除其中 {short} 人的锁定或提高最高人数。",
    "{unit} may have {maximum} but {pinned} are pinned there ({who}), {short} too many: unpin {short} or"
    " raise the maximum.",
)
_KIN_LEFT = Text(
    "调整后仍有 {n} 对亲属须任职回避,计划只保证不新增:请在“总览”的问题里查看,并调整其中一人。",
    "Relatives who must be kept apart after the plan: {n} pairs. A plan only adds none: see the findings on"
    " the Overview and move one of each.",
)
_WHO = Text("{name}(花名册第 {row} 行)", "{name} (roster row {row})")
_WHO_ELSE = Text("{name}", "{name}")
_MORE = Text("等 {n} 人", "and others, {n} in all")


def doubts(state: State, movable: MovableRange) -> tuple[Text, ...]:
    """Return one sentence for everything that makes a plan pointless or contradicts itself, rows named."""
    return tuple(_doubts(state, movable))


def _doubts(state: State, movable: MovableRange) -> Iterator[Text]:
    counted = list(state.counted())
    if not counted:
        yield _NOBODY
        return
    if not state.stations():
        yield _NO_STATION
    if len(counted) == 1:
        yield _ALONE.format(n=1, who=who(counted))
    if not any(bar is None for bar in movable.bars.values()):
        reasons = Counter(bar for bar in movable.bars.values() if bar is not None)
        why = UnitRange(None, reasons.total(), 0, reasons).reasons()
        liftable = [state.placed[id_] for id_, bar in movable.bars.items() if bar in LIFTABLE]
        if liftable:
            named = _NAMELY.format(who=who(liftable))
            yield _NONE_MOVABLE.format(n=reasons.total(), why=why, who=named)
        else:
            yield _NONE_AND_NOTHING_TO_LIFT.format(n=reasons.total(), why=why)
    floor = required_officers(state.policy)
    there: dict[int | None, list[Placed]] = defaultdict(list)
    for placed in counted:
        there[placed.present_unit].append(placed)
    for unit in state.county.units.values():
        if unit.ours:
            yield from _unit_doubts(unit, there[unit.id], floor)
    away = [p for p in counted if p.person.pin and p.drawn_off and not state.is_kept(p)]
    if away:
        yield _PINNED_AWAY.format(who=who(away))


def _unit_doubts(unit: Unit, present: Sequence[Placed], floor: int) -> Iterator[Text]:
    there = [p for p in present if unit.is_station or not p.drawn_off]
    least, most = unit.minimum, unit.maximum
    if least is not None and not unit.is_station and least > len(there):
        yield _ABOVE_STRENGTH.format(
            unit=unit.name, minimum=least, present=len(there), short=least - len(there)
        )
    if least is not None and most is not None and least > most:
        yield _ABOVE_MAXIMUM.format(unit=unit.name, minimum=least, maximum=most, short=least - most)
    elif unit.is_station and most is not None and most < floor:
        yield _MAXIMUM_BELOW.format(unit=unit.name, maximum=most, floor=floor, short=floor - most)
    pinned = [p for p in there if p.person.pin]
    if unit.is_station and most is not None and len(pinned) > most:
        yield _PINNED_FULL.format(
            unit=unit.name, maximum=most, pinned=len(pinned), who=who(pinned), short=len(pinned) - most
        )


def who(people: Iterable[Placed]) -> Text:
    """Return people by name with their rows in the roster, the first few of many."""
    listed = list(people)
    named = [
        (_WHO_ELSE if p.person.source_row is None else _WHO).format(
            name=p.person.name, row=p.person.source_row
        )
        for p in listed[:_NAMED]
    ]
    words = joined(named)
    if len(listed) <= _NAMED:
        return words
    more = _MORE.format(n=len(listed))
    return Text(f"{words.zh}{more.zh}", f"{words.en} {more.en}")


def kin_left(after: Audit) -> tuple[Text, ...]:
    """Return that relatives still work together after a plan, which parts nobody on their account."""
    pairs = sum(f.rule == "kin_avoidance" and f.gravity is Gravity.VIOLATION for f in after.findings)
    return (_KIN_LEFT.format(n=pairs),) if pairs else ()
