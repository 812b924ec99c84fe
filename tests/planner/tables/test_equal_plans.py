from __future__ import annotations

from fractions import Fraction

from planner.county.records import Post, UnitKind
from planner.document import Document
from planner.optimise.alternatives import alternatives
from planner.optimise.planning import plan
from planner.tables.column import Look
from planner.tables.equal_plans import AGES, PLANS, age_rows, equal_rows
from tests.planner.building import TODAY, Building


def test_plans_are_lettered_and_ages_are_numbers_with_their_counts() -> None:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("政工室", UnitKind.ADMINISTRATIVE)
    b.people(4, station, Post.COMMUNITY, birth=TODAY.replace(year=TODAY.year - 40))
    b.people(8, office, birth=TODAY.replace(year=TODAY.year - 55))
    document = Document(b.county, b.policy)
    found = alternatives(plan(document, TODAY), document)
    rows = equal_rows(found.plans)
    assert [row.letter for row in rows] == [chr(ord("A") + n) for n in range(len(rows))]
    ages = age_rows(found.plans[0].ages)
    assert [row.id for row in ages] == [0, station]
    told = dict(zip([c.key for c in AGES.columns], AGES.texts([ages[1]], "zh")[1], strict=True))
    assert told == {
        "unit": "城关派出所",
        "before": "4",
        "after": "5",
        "mean_before": "40.0",
        "mean_after": "43.0",
        "old_before": "0/4 = 0.0%",
        "old_after": "1/5 = 20.0%",
    }
    assert AGES.column("old_after").value(ages[1]) == Fraction(1, 5)
    for table in (PLANS, AGES):
        assert table.column("mean_after").look is table.column("old_after").look is Look.NUMBER
