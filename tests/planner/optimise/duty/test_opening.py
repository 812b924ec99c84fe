from __future__ import annotations

from models.rostering.check import Report, check
from planner.county.records import Category, Post, UnitKind
from planner.document import Document
from planner.optimise.duty.frame import Asked, Frame
from planner.optimise.duty.month import month_of
from planner.optimise.duty.opening import opening
from planner.optimise.duty.problem_of import problem_of
from planner.optimise.duty.spacing import spacings_of
from tests.planner.building import Building
from tests.planner.optimise.duty.stations import NOVEMBER, Station


def _checked(document: Document, unit: int) -> Report:
    month = month_of(document, unit, NOVEMBER)
    frame = Frame(month, Asked(spacings_of(month)))
    problem = problem_of(frame)
    return check(problem, opening(frame, problem))


def test_a_custody_unit_with_just_enough_sworn_officers_begins_without_anybody_missing() -> None:
    b = Building()
    unit = b.unit("看守所", UnitKind.CUSTODY, duty_cover=2)
    b.people(3, unit, Post.LEADER)
    b.people(5, unit)
    b.people(8, unit, category=Category.AUXILIARY)
    report = _checked(Document(b.county, b.policy), unit)
    assert report.sound
    assert report.cost < 10


def test_a_station_begins_with_a_leader_and_two_people_on_every_day() -> None:
    s = Station(leaders=3, community=2, others=6)
    report = _checked(s.document, s.id)
    assert report.sound
    assert report.shortages == ()


def test_locked_duties_count_when_turns_are_taken() -> None:
    s = Station(others=6)
    first = s.others[0]
    s.plan({(first, day): "duty" for day in (1, 4, 7)}, locked=True)
    month = month_of(s.document, s.id, NOVEMBER)
    frame = Frame(month, Asked(spacings_of(month)))
    roster = opening(frame, problem_of(frame))
    assert all(roster[first, day - 1] == "duty" for day in (1, 4, 7))
    counts = [sum(p == person for p, _ in roster) for person in s.others]
    assert max(counts) - min(counts) <= 1


def test_where_spacing_gives_way_open_seats_of_a_known_roster_are_filled() -> None:
    s = Station(others=5)
    month = month_of(s.document, s.id, NOVEMBER)
    spacings = spacings_of(month)
    spaced = Frame(month, Asked(spacings))
    known = opening(spaced, problem_of(spaced))
    closer = Frame(month, Asked(spacings, spaced=False))
    problem = problem_of(closer)
    report = check(problem, opening(closer, problem, known))
    assert report.sound
    assert report.shortages == ()
    assert report.cost <= check(problem, known).cost
