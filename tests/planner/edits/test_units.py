from __future__ import annotations

from datetime import date

import pytest

from planner.county.duty import DutyBook, DutyMonth
from planner.county.records import MoveKind, Post, ReportCut, UnitKind
from planner.document import Document
from planner.edits.refused import RefusedError
from planner.edits.units import add_unit, correct_units, is_in_use, remove_unit
from tests.planner.building import Building


def test_a_new_unit_stands_at_the_end_and_goes_again_while_empty() -> None:
    b = Building()
    b.unit("城关派出所")
    document = Document(b.county)
    after = add_unit(document, "河口派出所", UnitKind.STATION, "河口所")
    *_, unit = after.county.units.values()
    assert (unit.name, unit.short_name, unit.is_station) == ("河口派出所", "河口所", True)
    assert remove_unit(after, unit.id) == document


def test_two_units_cannot_have_one_name() -> None:
    b = Building()
    b.unit("城关派出所")
    other = b.unit("河口派出所")
    with pytest.raises(RefusedError, match="already"):
        add_unit(Document(b.county), "城关派出所", UnitKind.STATION)
    with pytest.raises(RefusedError, match="already"):
        correct_units(Document(b.county), {other: {"name": "城关派出所"}})


@pytest.mark.parametrize("use", ["posting", "secondment", "move"])
def test_a_unit_in_use_is_not_removed(use: str) -> None:
    b = Building()
    home, there = b.unit("城关派出所"), b.unit("政工室")
    who = b.person(there if use == "posting" else home)
    if use == "secondment":
        b.second(who, there)
    if use == "move":
        b.move(who, MoveKind.TRANSFER, there, Post.OTHER)
    assert is_in_use(b.county, there)
    with pytest.raises(RefusedError, match="still has"):
        remove_unit(Document(b.county), there)


def test_a_unit_with_duty_records_is_not_removed() -> None:
    b = Building()
    unit, month = b.unit("城关派出所"), date(2026, 11, 1)
    book = DutyBook({(unit, month): DutyMonth(unit, month)})
    with pytest.raises(RefusedError, match="duty or attendance"):
        remove_unit(Document(b.county, duty=book), unit)


def test_numbers_that_cannot_be_are_refused() -> None:
    b = Building()
    unit = b.unit("城关派出所", minimum=5)
    document = Document(b.county)
    with pytest.raises(RefusedError, match="negative"):
        correct_units(document, {unit: {"authorised": -1}})
    with pytest.raises(RefusedError, match="maximum"):
        correct_units(document, {unit: {"maximum": 4}})
    assert correct_units(document, {unit: {"maximum": 5}}).county.units[unit].maximum == 5


def test_a_unit_cannot_close_before_it_has_opened() -> None:
    b = Building()
    unit = b.unit("城关派出所", opened=date(2026, 3, 1))
    with pytest.raises(RefusedError, match="before it has opened"):
        correct_units(Document(b.county), {unit: {"closed": date(2026, 3, 1)}})


def test_report_hours_given_by_hand_take_the_place_of_cuts() -> None:
    b = Building()
    unit = b.unit("城关派出所", report_hours=50, report_cuts=(ReportCut(date(2026, 3, 1), 20),))
    after = correct_units(Document(b.county), {unit: {"report_hours": 40}}).county.units[unit]
    assert (after.report_hours, after.report_cuts) == (40, ())
    renamed = correct_units(Document(b.county), {unit: {"short_name": "城关所"}}).county.units[unit]
    assert len(renamed.report_cuts) == 1
