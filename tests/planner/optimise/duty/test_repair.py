from __future__ import annotations

from planner.county.records import AbsenceKind
from planner.optimise.duty.filling import DutyProposal, Limits, fill, repair
from tests.planner.optimise.duty.stations import NOVEMBER, Station, on

DAYS = range(1, 31)


def _taken(s: Station) -> DutyProposal:
    """Fill the station's month and plan it."""
    found = fill(s.document, s.id, NOVEMBER, Limits(20))
    s.plan(found.cells)
    return found


def test_a_repair_changes_only_what_the_missing_person_left() -> None:
    s = Station(others=10)
    found = _taken(s)
    ill = s.others[0]
    gone = frozenset((ill, day) for day in range(10, 20))
    lost = [day for day in range(10, 20) if found.cells[ill, day] == "duty"]
    mended = repair(s.document, s.id, NOVEMBER, gone, Limits(20))
    assert (mended.status, mended.complies) == ("optimal", True)
    others = {at for at in mended.changed if at[0] != ill}
    assert len(lost) <= len(others) <= 2 * len(lost)
    assert all(mended.cells[at] == "leave" for at in gone)
    assert all(len(on(mended.cells, day)) == 2 for day in DAYS)


def test_a_repair_leaves_the_days_before_alone_blank_ones_too() -> None:
    s = Station(others=6)
    s.plan({(p, day): "duty" for day in range(8, 31) for p in s.others[2 * (day % 3) : 2 * (day % 3) + 2]})
    mended = repair(s.document, s.id, NOVEMBER, frozenset({(s.others[0], 15)}), Limits(20))
    assert all(day >= 15 for _, day in mended.changed)
    assert sum(short.day is not None and short.day.day < 8 for short in mended.uncovered) == 7


def test_a_repair_keeps_other_work_and_locked_cells() -> None:
    s = Station(others=8)
    found = dict(fill(s.document, s.id, NOVEMBER, Limits(20)).cells)
    meeting = next(at for at, code in found.items() if code == "office" and at[1] > 12)
    s.plan({**found, meeting: "meeting"})
    gone = frozenset({(s.others[1], 12)})
    assert repair(s.document, s.id, NOVEMBER, gone, Limits(20)).cells[meeting] == "meeting"


def test_nobody_missing_changes_nothing() -> None:
    s = Station(leaders=3, others=7)
    _taken(s)
    assert repair(s.document, s.id, NOVEMBER, frozenset(), Limits(20)).changed == {}


def test_a_repair_of_a_month_without_a_roster_fills_what_is_needed() -> None:
    s = Station(others=8)
    mended = repair(s.document, s.id, NOVEMBER, frozenset({(s.others[0], 1)}), Limits(20))
    assert mended.complies


def test_a_repair_leaves_what_counts_nowhere_before_it_alone_and_says_so() -> None:
    s = Station(others=10)
    found = fill(s.document, s.id, NOVEMBER, Limits(20))
    away = s.others[0]
    s.plan({**found.cells, **{(away, day): "duty" for day in (4, 22)}})
    for day in (4, 22):
        s.absent(away, AbsenceKind.SICK, NOVEMBER.replace(day=day), NOVEMBER.replace(day=day))
    mended = repair(s.document, s.id, NOVEMBER, frozenset({(s.others[1], 15)}), Limits(20))
    assert (away, 4) not in mended.changed
    assert mended.changed[away, 22] == "leave"
    assert [
        short.message.zh.partition("所排班次不计")[2] for short in mended.shortages if short.person == away
    ] == [
        ";在补班首日之前,未改动。",
        ",排班时已改为休假。",
    ]
