"""Who may be asked at all for a whole time: at home, movable and not bound; of everybody else why not."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from planner.campaign.rooms import DayRoom
from planner.county.records import County, MoveKind, MoveStatus
from planner.county.state import Placed, Standing, State
from planner.scenarios.kinds.given import begins_during
from planner.scenarios.records import Change
from planner.text import Text

_BORROWER = Text("本就在用人单位", "works at the borrowing unit")
_AWAY = Text("届时已在{place}", "already at {place} then")
_ABSENT = Text("届时长期不在岗", "long absent then")
_BOUND = Text("{date}起另有抽调借调", "seconded elsewhere from {date}")
_ARRIVES = Text("当日刚返岗或交流", "returns or is transferred on that very day")
_LEAVES = Text("{date}起离职或退休", "leaves the service on {date}")
_GONE = Text("{date}起不在原单位在岗", "not present at the unit from {date}")


def barred(days: Sequence[DayRoom], change: Change) -> Mapping[int, Text | None]:
    """Return of everybody on the books on the first day why they cannot go, None where nothing bars it."""
    from planner.optimise.movable import BAR_NAMES, movable_range

    first = days[0].state
    movable = movable_range(first)
    leaving, bound, arriving = _leaving(days), _bound(first.county, change), _arriving(first)
    found: dict[int, Text | None] = {}
    for placed in first.counted():
        id_ = placed.person.id
        bar = movable.bars.get(id_)
        found[id_] = (
            _not_at_home(placed, first, change)
            or bound.get(id_)
            or (_ARRIVES if id_ in arriving else None)
            or (BAR_NAMES[bar] if bar is not None and not movable.may_change_post(id_) else None)
            or leaving.get(id_)
        )
    return found


def _not_at_home(placed: Placed, first: State, change: Change) -> Text | None:
    if placed.home is not None and placed.home == change.unit:
        return _BORROWER
    if placed.standing is Standing.LONG_ABSENT:
        return _ABSENT
    if placed.standing is Standing.AT_HOME and placed.secondment is None:
        return None
    return _AWAY.format(place=first.working_words(placed))


def _bound(county: County, change: Change) -> Mapping[int, Text]:
    return {
        s.person: _BOUND.format(date=s.from_) for s in county.secondments.values() if begins_during(s, change)
    }


def _arriving(first: State) -> Collection[int]:
    """Return whose return or transfer is of the first day: it would end a secondment of that day too."""
    return {
        move.person
        for move in first.county.moves.values()
        if move.effective == first.date
        and move.status is not MoveStatus.PROPOSED
        and move.kind is not MoveKind.POST_CHANGE
    }


def _leaving(days: Sequence[DayRoom]) -> Mapping[int, Text]:
    """Return of those who do not stay at home and present to the last day, from when not."""
    first, found = days[0].state, dict[int, Text]()
    for day in days[1:]:
        for id_ in day.changed:
            was, now = first.placed[id_], day.state.placed[id_]
            stays = now.standing is Standing.AT_HOME and now.secondment is None and now.home == was.home
            if not stays:
                words = _GONE if now.standing.counts else _LEAVES
                found.setdefault(id_, words.format(date=day.date))
    return found
