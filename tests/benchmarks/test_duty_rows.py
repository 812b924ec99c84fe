"""Duty months are measured beside plain CP-SAT, which comes to the same cost."""

from __future__ import annotations

import pytest

from tests.benchmarks import duty_rows
from tests.benchmarks.duty_rows import county, months


def test_a_month_and_its_repair_cost_the_same_by_the_peer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(duty_rows, "STATIONS", {"small": (3, 2, 5, 0)})
    monkeypatch.setattr(duty_rows, "_PEER_SECONDS", 5.0)
    rows = list(months(repetitions=1))
    assert [row.what for row in rows] == ["duty month, small: fill", "duty month, small: repair"]
    assert {row.size for row in rows} == {"10 × 31"}
    assert not any(row.differs for row in rows)


def test_a_county_is_measured_in_one_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(duty_rows, "_EACH_SECONDS", 0.5)
    [row] = county(60, repetitions=1)
    assert "stations" in row.note
    assert row.theirs is not None
