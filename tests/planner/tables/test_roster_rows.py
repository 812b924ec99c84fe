from __future__ import annotations

from datetime import date

from planner.county.records import Category
from planner.document import Document
from planner.tables.roster import roster_table
from planner.tables.roster_rows import age, roster_rows
from tests.planner.building import TODAY, Building
from tests.planner.tables.counties import varied


def test_age_is_in_full_years() -> None:
    assert age(date(1985, 11, 24), TODAY) == 41
    assert age(date(1985, 11, 25), TODAY) == 40
    assert age(None, TODAY) is None


def test_everybody_has_a_row_in_roster_order() -> None:
    document = varied()
    rows = roster_rows(document.audit(TODAY).state)
    assert [row.id for row in rows] == list(document.county.people)


def test_a_secondment_that_counts_for_nobody_is_shown_all_the_same() -> None:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("政工室")
    auxiliary = b.person(station, category=Category.AUXILIARY)
    b.second(auxiliary, office)
    [row] = roster_rows(Document(b.county).audit(TODAY).state)
    assert (row.placed.secondment, row.borrower) == (None, "政工室")


def test_somebody_without_a_unit_stands_at_none() -> None:
    b = Building()
    b.person(None)
    b.person(b.unit("城关派出所"))
    document = Document(b.county)
    column = roster_table(document).column("standing")
    rows = roster_rows(document.audit(TODAY).state)
    assert [column.words(row, "zh") for row in rows] == ["单位空白", "在岗"]
