"""The trade-off curve: what stays short with 0, 1, 2 … transfers."""

from __future__ import annotations

import pytest

from models.allocation import descent
from models.allocation.solver import minimise
from models.run import Progress, Stop
from planner.document import Document
from planner.optimise.asked import Asked
from planner.optimise.explain.curve import trade_off
from planner.optimise.planning import plan
from tests.planner.building import TODAY, Building, share_county
from tests.planner.optimise.explain.counties import SEEDS, impossible


@pytest.mark.parametrize("seed", SEEDS)
def test_every_point_is_what_a_plan_with_so_many_transfers_reaches(seed: int) -> None:
    document = impossible(seed)
    points = trade_off(document, TODAY)
    assert [p.transfers for p in points] == list(range(len(points)))
    assert all(p.proven for p in points)
    for point in points:
        asked = Asked(caps={"transfers": point.transfers})
        levels = plan(document, TODAY, both=False, asked=asked).levels
        short = {lv.name.removeprefix("shortage:"): lv.value for lv in levels if ":" in lv.name}
        assert dict(point.shortages) == short
    whole = plan(document, TODAY, both=False)
    assert points[-1].transfers == whole.level("transfers")


def test_each_transfer_to_the_stations_takes_one_off_the_share() -> None:
    b = share_county(6, 14)
    points = trade_off(Document(b.county, b.policy), TODAY)
    assert [(p.transfers, p.total) for p in points] == [(0, 2), (1, 1), (2, 0)]


def test_many_transfers_are_told_by_about_twenty_points_with_both_ends() -> None:
    b = share_county(6, 114)
    b.override("planning.kept_share", "10/100")
    points = trade_off(Document(b.county, b.policy), TODAY)
    assert (points[0].transfers, points[-1].transfers) == (0, 42)
    assert len(points) == 20
    assert points[-1].total == 0


def test_progress_is_told_point_by_point_and_a_stop_ends_the_curve() -> None:
    b, heard, stop = share_county(6, 14), list[Progress](), Stop()
    trade_off(Document(b.county, b.policy), TODAY, on_progress=heard.append)
    assert [e.best for e in heard if e.phase == "level"] == [0, 1, 2]
    stop.request()
    assert trade_off(Document(b.county, b.policy), TODAY, stop=stop) == ()


def test_a_county_without_planning_rules_has_no_curve() -> None:
    b = Building()
    b.people(3, b.unit("城关派出所"))
    for rule in ("secondment", "station_minimum", "station_share", "community_share", "field_time"):
        b.override(f"{rule}.enforcement", "off")
    assert trade_off(Document(b.county, b.policy), TODAY) == ()


@pytest.mark.parametrize("searches", range(1, 9))
def test_a_point_whose_shortages_were_not_all_searched_is_left_out(
    searches: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    stop, asked = Stop(), 0

    def counted(*arguments: object, **options: object) -> object:
        nonlocal asked
        asked += 1
        if asked > searches:
            stop.request()
        return minimise(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(descent, "minimise", counted)
    document = impossible(SEEDS[0])
    points = trade_off(document, TODAY, stop=stop)
    totals = [p.total for p in points]
    assert totals == sorted(totals, reverse=True)
    monkeypatch.undo()
    assert totals == [p.total for p in trade_off(document, TODAY)][: len(totals)]
