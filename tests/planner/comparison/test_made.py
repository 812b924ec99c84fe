from __future__ import annotations

from datetime import date

from planner.comparison.made import made
from planner.county.records import MoveKind
from planner.document import Document
from planner.scenarios.applying import applied
from planner.scenarios.records import ChangeKind
from tests.planner.building import TODAY
from tests.planner.comparison.towns import UNTIL, Four
from tests.planner.scenarios.town import Town, apply_one


def test_the_county_as_it_stands_makes_nothing() -> None:
    county = Four().county
    assert not any(getattr(made(county, county), field) for field in ("moves", "secondments", "joining"))


def test_the_return_that_ends_a_campaign_of_the_scenario_is_no_return() -> None:
    document = Four().document
    found = made(document.county, applied(document, 1).document.county)
    assert [s.until for s in found.secondments] == [UNTIL, UNTIL]
    assert found.moves == ()


def test_a_return_and_a_transfer_are_moves() -> None:
    document = Four().document
    found = made(document.county, applied(document, 2).document.county)
    assert (found.count(MoveKind.RETURN), found.count(MoveKind.TRANSFER)) == (1, 1)
    assert found.secondments == ()


def test_a_secondment_that_goes_on_at_a_merged_station_is_no_new_one() -> None:
    town = Town()
    town.second(town.case[1], town.small, from_=date(2026, 1, 5))
    done = apply_one(
        Document(town.county, town.policy),
        town.change(ChangeKind.MERGE_STATION, TODAY, unit=town.small, into=town.big),
    )
    assert done.conflicts == ()
    assert made(town.county, done.document.county).secondments == ()


def test_somebody_seconded_once_before_on_the_same_terms_is_seconded_anew() -> None:
    town = Town()
    officer = town.case[1]
    town.second(officer, town.office, from_=date(2025, 1, 6), returned_on=date(2025, 3, 31))
    done = apply_one(
        Document(town.county, town.policy),
        town.change(ChangeKind.SECONDMENT, TODAY, person=officer, unit=town.office),
    )
    assert [(s.person, s.from_) for s in made(town.county, done.document.county).secondments] == [
        (officer, TODAY)
    ]


def test_recruits_join_leavers_leave_and_stations_open_and_close() -> None:
    town = Town()
    done = apply_one(
        Document(town.county, town.policy),
        town.change(ChangeKind.RECRUIT, TODAY, number=2, unit=town.big),
        town.change(ChangeKind.RETIRE, TODAY, person=town.clerks[0]),
        town.change(ChangeKind.OPEN_STATION, TODAY, name="新区派出所"),
        town.change(ChangeKind.CLOSE_STATION, TODAY, unit=town.small, into=town.big),
    )
    found = made(town.county, done.document.county)
    assert len(found.joining) == 2
    assert [person.id for person in found.leaving] == [town.clerks[0]]
    assert [unit.name for unit in found.opened] == ["新区派出所"]
    assert [unit.id for unit in found.closed] == [town.small]
