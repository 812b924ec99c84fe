"""The rule that no station is too small."""

from __future__ import annotations

import pytest

from planner.audit.ledgers import Ledger
from planner.audit.results import Gravity
from planner.county.records import UnitKind
from tests.planner.building import Building


def station_of(n: int, **fields: object) -> Building:
    b = Building()
    b.people(n, b.unit("城关派出所", **fields))
    return b


def test_five_officers_are_enough_and_three_are_two_short() -> None:
    assert not [f for f in station_of(5).audit().findings if f.rule == "station_minimum"]
    finding = next(f for f in station_of(3).audit().findings if f.rule == "station_minimum")
    assert (finding.gravity, finding.measured, finding.shortfall) == (Gravity.NOT_MET, 3, 2)


def test_the_switch_makes_five_fall_short() -> None:
    b = station_of(5)
    b.override("station_minimum.more_than", True)
    finding = next(f for f in b.audit().findings if f.rule == "station_minimum")
    assert (finding.required, finding.shortfall) == (6, 1)


def test_a_stations_own_minimum_raises_the_line_and_never_lowers_it() -> None:
    assert (
        next(t for t in station_of(5, minimum=7).audit().targets if t.rule == "station_minimum").required == 7
    )
    assert (
        next(t for t in station_of(5, minimum=2).audit().targets if t.rule == "station_minimum").required == 5
    )


def test_the_effective_ledger_counts_hundredths_and_falls_short_in_whole_people() -> None:
    b = station_of(5)
    b.override("weight.sworn", 90)
    target = next(t for t in b.audit().targets if (t.rule, t.ledger) == ("station_minimum", Ledger.EFFECTIVE))
    assert (target.numerator, target.shortfall) == (450, 1)


@pytest.mark.parametrize(("n", "room"), [(5, 0), (8, 3)])
def test_the_margin_is_what_can_leave(n: int, room: int) -> None:
    margins = {m.event: m.count for m in station_of(n).audit().margins if m.rule == "station_minimum"}
    assert margins == {"draw_off": room, "departure": room}


def test_draw_offs_count_against_the_present_ledger_only() -> None:
    b = station_of(5)
    brigade = b.unit("刑侦大队", UnitKind.ENFORCEMENT)
    b.second(next(iter(b.county.people)), brigade)
    shorts = {t.ledger: t.shortfall for t in b.audit().targets if t.rule == "station_minimum"}
    assert shorts == {Ledger.BOOKS: 0, Ledger.PRESENT: 1, Ledger.EFFECTIVE: 1}
