from __future__ import annotations

import pytest

from planner.audit.ledgers import Ledger
from planner.audit.results import Target
from planner.county.records import AbsenceKind, Category
from planner.tables.counted import COLUMNS, CountedRow, Part, counted_rows
from tests.planner.building import TODAY, Building
from tests.planner.tables.counties import varied

AUDIT = varied().audit(TODAY)


def _of(rows: list[CountedRow], part: Part) -> list[CountedRow]:
    return [row for row in rows if row.part is part]


@pytest.mark.parametrize(
    "target",
    [t for t in AUDIT.targets if t.rule != "ledger_gap"],
    ids=lambda t: f"{t.rule}-{t.ledger}-{t.unit}",
)
def test_the_rows_behind_a_figure_add_up_to_it(target: Target) -> None:
    rows = counted_rows(AUDIT.state, target)

    def weight(of: list[CountedRow]) -> int:
        return sum(r.placed.weight if target.ledger is Ledger.EFFECTIVE else 1 for r in of)

    numerator, denominator = _of(rows, Part.NUMERATOR), _of(rows, Part.DENOMINATOR)
    assert weight(numerator) == target.numerator
    if target.rule == "community_share":
        assert weight(numerator + denominator) == target.denominator
    elif target.rule == "station_share" and target.ledger is not Ledger.EFFECTIVE:
        assert len(numerator + denominator) == target.denominator


def test_everybody_appears_once() -> None:
    for target in AUDIT.targets:
        ids = [row.id for row in counted_rows(AUDIT.state, target)]
        assert len(ids) == len(set(ids))


def test_who_is_left_out_stands_there_with_the_reason() -> None:
    target = AUDIT.target("station_share")
    assert target is not None
    rows = {row.placed.person.name: row for row in counted_rows(AUDIT.state, target)}
    assert rows["周明"].part is Part.LEFT_OUT
    assert rows["周明"].reason.zh == "不是民警,不计"
    assert rows["张伟"].part is Part.DENOMINATOR
    assert rows["张伟"].reason.zh
    assert rows["李静"].reason.zh == ""


def test_an_absence_says_since_when() -> None:
    b = Building()
    station = b.unit("城关派出所")
    ill, there = b.people(2, station)
    b.absent(ill, AbsenceKind.LONG_SICK, TODAY)
    target = b.audit().target("station_share")
    assert target is not None
    rows = {row.id: row for row in counted_rows(b.state(), target)}
    since = next(c for c in COLUMNS if c.key == "since")
    assert (since.words(rows[ill], "zh"), since.words(rows[there], "zh")) == (TODAY.isoformat(), "")


def test_an_auxiliary_in_a_station_is_in_no_share() -> None:
    b = Building()
    station = b.unit("城关派出所")
    b.person(station, category=Category.AUXILIARY)
    target = b.audit().target("station_share")
    assert target is not None
    assert [row.part for row in counted_rows(b.state(), target)] == [Part.LEFT_OUT]
