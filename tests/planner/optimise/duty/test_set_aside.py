from __future__ import annotations

from planner.county.records import AbsenceKind, MoveKind, Post
from planner.edits.duty import take_roster
from planner.optimise.duty.filling import DutyProposal, Limits, fill
from tests.planner.optimise.duty.stations import NOVEMBER, Station, on


def _filled(s: Station) -> DutyProposal:
    return fill(s.document, s.id, NOVEMBER, Limits(20))


def test_cells_of_people_who_are_elsewhere_are_cleared_and_told_unless_locked() -> None:
    s = Station(leaders=3, others=7)
    other = s.unit("河口派出所")
    stranger, moved = s.person(other, name="李明"), s.others[0]
    s.move(moved, MoveKind.TRANSFER, other, Post.CASE, NOVEMBER.replace(day=16))
    s.plan({(stranger, 3): "duty", (stranger, 4): "rest", (moved, 20): "duty"})
    found = _filled(s)
    assert {(stranger, 3), (stranger, 4), (moved, 20)}.isdisjoint(found.cells)
    assert {at: found.changed.get(at, "kept") for at in ((stranger, 3), (stranger, 4), (moved, 20))} == {
        (stranger, 3): None,
        (stranger, 4): None,
        (moved, 20): None,
    }
    said = [short.message.zh for short in found.shortages if short.rule == "out_of_place"]
    assert said[0] == "李明11月3日至4日不在本单位工作,所排班次不计,排班时已清除。"
    taken = take_roster(s.document, s.id, NOVEMBER, found.changed)
    assert stranger not in taken.duty.months[s.id, NOVEMBER].planned
    s.plan({(stranger, 3): "duty"}, locked=True)
    locked = _filled(s)
    assert (stranger, 3) not in locked.changed
    assert [short.message.zh for short in locked.shortages if short.rule == "out_of_place"] == [
        "李明11月3日不在本单位工作,所排班次不计;已锁定,未改动。"
    ]


def test_a_duty_locked_on_a_day_of_leave_covers_nothing() -> None:
    s = Station(leaders=3, others=7)
    away = s.others[0]
    s.plan({(away, 10): "duty"}, locked=True)
    s.absent(away, AbsenceKind.ANNUAL, NOVEMBER.replace(day=9), NOVEMBER.replace(day=11))
    found = _filled(s)
    assert (len(on(found.cells, 10)), away in on(found.cells, 10)) == (2, False)
    audit = take_roster(s.document, s.id, NOVEMBER, found.changed).audit(NOVEMBER)
    target = audit.target("duty_cover", unit=s.id)
    assert target is not None
    assert target.met
    assert [f.people for f in audit.findings if f.rule == "duty_records"] == [(away,)]
