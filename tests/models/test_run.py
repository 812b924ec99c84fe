from __future__ import annotations

import threading

import pytest

from models.run import Clock, Limits, Progress, Stop


@pytest.mark.parametrize("seconds", [0.0, -1.0, float("nan")])
def test_limits_refuse_a_run_without_time(seconds: float) -> None:
    with pytest.raises(ValueError, match="seconds must be positive"):
        Limits(seconds=seconds)


@pytest.mark.parametrize("seed", [-1, 2**31])
def test_limits_refuse_a_seed_solvers_cannot_take(seed: int) -> None:
    with pytest.raises(ValueError, match="seed must be in"):
        Limits(seed=seed)


def test_a_stop_raised_on_another_thread_is_seen_and_stays() -> None:
    stop = Stop()
    assert not stop.requested
    thread = threading.Thread(target=stop.request)
    thread.start()
    thread.join()
    assert stop.requested
    stop.request()
    assert stop.requested


def test_a_clock_is_over_once_stopped_or_out_of_time() -> None:
    stop = Stop()
    clock = Clock(Limits(seconds=1000), stop)
    assert not clock.over
    assert 999 < clock.left <= 1000
    stop.request()
    assert clock.over
    late = Clock(Limits(seconds=1e-9), Stop())
    assert late.over
    assert late.left == 0.0


def test_the_gap_is_known_once_best_and_bound_are() -> None:
    assert Progress("level", "transfers", None, 3, 0.1).gap is None
    assert Progress("level", "transfers", 5, None, 0.1).gap is None
    assert Progress("level", "transfers", 5, 3, 0.1).gap == 2
    assert Progress("level", "transfers", 5, 5, 0.1).gap == 0
