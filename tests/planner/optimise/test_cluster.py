"""Counties are planned by a real Dask scheduler with two workers, one of which dies in mid-run."""

from __future__ import annotations

import json
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from models.run import Limits
from planner.county.records import Post, UnitKind
from planner.document import Document
from planner.errors import InputError
from planner.optimise.cluster import cluster
from planner.optimise.planning import plan
from planner.optimise.province import plan_counties
from planner.optimise.question import pose
from tests.planner.building import TODAY, Building

ROOT = Path(__file__).resolve().parents[3]
LIMITS = Limits(30)
COUNTIES = 6


def _county(n: int) -> Document:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("政工室", UnitKind.ADMINISTRATIVE)
    b.people(3, station, Post.COMMUNITY)
    b.people(9 + n, office, name="欧阳机密", badge_number="530101")
    return Document(replace(b.county, name=f"第{n}县"), b.policy)


DOCUMENTS = {Path(f"{n}.jingli"): _county(n) for n in range(COUNTIES)}


def _dask(*arguments: str) -> subprocess.Popen[bytes]:
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return subprocess.Popen([sys.executable, "-m", *arguments], cwd=ROOT, **quiet)


def _wait_for(file: Path) -> None:
    for _ in range(300):
        if file.exists() and file.stat().st_size:
            return
        time.sleep(0.1)
    raise AssertionError(f"no {file.name}")


@contextmanager
def _running(folder: Path, workers: int) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Run a scheduler and its workers as processes of their own, as a cluster has them."""
    scheduler = folder / "scheduler.json"
    own = ("--host", "127.0.0.1", "--no-dashboard", "--scheduler-file", str(scheduler))
    begun = [_dask("distributed.cli.dask_scheduler", *own, "--port", "0")]
    try:
        _wait_for(scheduler)
        for n in range(workers):
            ready = ("--nthreads", "1", "--no-nanny", "--local-directory", str(folder / str(n)))
            begun.append(_dask("distributed.cli.dask_worker", *own, *ready))
        address = json.loads(scheduler.read_text())["address"]
        _wait_for_workers(address, workers)
        yield address, begun[1:]
    finally:
        for process in reversed(begun):
            process.kill()
            process.wait()


def _wait_for_workers(address: str, workers: int) -> None:
    from distributed import Client

    with Client(address, set_as_default=False) as client:
        if workers:
            client.wait_for_workers(workers, timeout=60)


def _read(file: Path) -> Document:
    return DOCUMENTS[file]


def test_two_workers_plan_every_county_though_one_of_them_dies(tmp_path: Path) -> None:
    with _running(tmp_path, 2) as (address, workers), cluster(address) as pool:
        found = {}
        for one in plan_counties(list(DOCUMENTS), _read, TODAY, pool, LIMITS):
            if not found:
                workers[0].send_signal(signal.SIGKILL)
            found[one.file] = one.proposal
    assert set(found) == set(DOCUMENTS)
    for file, proposal in found.items():
        assert proposal is not None
        assert proposal.proven
        assert proposal.moves == plan(DOCUMENTS[file], TODAY, LIMITS, both=False).moves


def test_a_cluster_without_workers_and_a_wrong_address_each_get_a_sentence(tmp_path: Path) -> None:
    with _running(tmp_path, 0) as (address, _):
        with pytest.raises(InputError) as refused, cluster(address):
            pass
        assert "没有工作进程" in refused.value.message.zh
    for wrong in ("这里没有", "tcp://127.0.0.1", "tcp://127.0.0.1:1"):
        with pytest.raises(InputError) as refused, cluster(wrong):
            pass
        assert "无法连接集群" in refused.value.message.zh


def test_neither_names_nor_badge_numbers_nor_unit_names_are_sent() -> None:
    sent = pickle.dumps(pose(next(iter(DOCUMENTS.values())), TODAY).problem)
    for word in ("欧阳机密", "530101", "城关派出所", "政工室", "第0县"):
        assert word.encode() not in sent
