from __future__ import annotations

from dataclasses import replace

from planner.optimise.duty.agreement import confirmed
from planner.optimise.duty.filling import Limits
from tests.planner.optimise.duty.stations import NOVEMBER, Station

LIMITS = Limits(20)


def _owing(s: Station, **hours: int) -> Station:
    unit = replace(s.county.units[s.id], duty_cover=2, **hours)
    s.county = replace(s.county, units={**s.county.units, s.id: unit})
    return s


def test_a_claim_is_confirmed_by_a_roster_that_exists() -> None:
    s = _owing(Station(leaders=3, community=4, others=3))
    found = confirmed(s.document, s.id, NOVEMBER, LIMITS)
    assert (found.verdict, found.agrees, found.proposal.complies) == ("confirmed", True, True)


def test_a_claim_that_only_counts_hours_is_contradicted_where_rest_leaves_no_roster() -> None:
    s = _owing(Station(leaders=2, community=3, others=2))
    found = confirmed(s.document, s.id, NOVEMBER, LIMITS)
    assert (found.verdict, found.agrees, found.missing) == ("contradicted", False, 0)
    assert "但排不出满足要求的值班表" in found.message.zh
    assert "below 80%" in found.message.en


def test_a_station_short_of_hours_is_told_what_its_roster_does() -> None:
    s = _owing(Station(leaders=3, community=4, others=3), report_hours=1500)
    found = confirmed(s.document, s.id, NOVEMBER, LIMITS)
    assert (found.verdict, found.agrees) == ("short_but_rostered", True)
    assert found.missing > 0
    s = _owing(Station(leaders=1, community=2, others=1), report_hours=1500)
    assert confirmed(s.document, s.id, NOVEMBER, LIMITS).verdict == "short"


def test_without_given_obligations_nothing_is_claimed() -> None:
    s = Station(leaders=3, community=4, others=3)
    assert confirmed(s.document, s.id, NOVEMBER, LIMITS).verdict == "unclaimed"
