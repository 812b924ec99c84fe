"""Peers of the public instances run in processes of their own, and what they write is counted again."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.benchmarks import __main__ as bench
from tests.benchmarks import shift_peers, shift_rows
from tests.benchmarks.measuring import COST, DIFFERENT, Row, as_json, table_line
from tests.benchmarks.shift_peers import Peer, Run, run
from tests.benchmarks.shift_rows import compared, instances, median
from tests.benchmarks.test_shift_scheduling import TINY

BUILT_IN = ("CP-SAT", "HiGHS MIP")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "Instance1.txt").write_text(TINY, encoding="utf-8")
    return tmp_path


def test_ours_stands_beside_every_peer_that_is_installed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(shift_peers.PEERS, "CPMpy", Peer(shift_peers.PEERS["CPMpy"].search, "not_there"))
    monkeypatch.setitem(shift_peers.PEERS, "Timefold", Peer(shift_peers.PEERS["Timefold"].search, "", "none"))
    monkeypatch.setattr(shift_rows, "BEST", {})
    left_out, not_found, *beside, missing = instances((1, 2), 10.0, folder=folder)
    assert "not_there is not installed" in left_out.note
    assert "it needs none" in not_found.note
    assert tuple(row.peer for row in beside) == BUILT_IN
    assert all(row.ours == row.theirs for row in beside)
    assert all("ours optimal" in row.note and "peer optimal" in row.note for row in beside)
    assert missing.note == "its file is not here"


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    [row] = instances((1,), 1.0, folder=tmp_path / "none")
    assert "there is no folder" in row.note
    assert "there is no folder" in table_line(row)


@pytest.mark.parametrize(
    ("solution", "printed", "said"),
    [
        ("A\t0\tE\n", '{"bound": 1, "status": "optimal"}', "hard rules"),
        ("A\tE\n", '{"bound": 1, "status": "optimal"}', "no assignment"),
        ("", '{"bound": null, "status": "feasible"}', "no roster"),
        ("", "", "failed: it broke"),
    ],
)
def test_a_roster_that_is_not_sound_counts_as_none(
    folder: Path, monkeypatch: pytest.MonkeyPatch, solution: str, printed: str, said: str
) -> None:
    def ran(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        Path(command[command.index("--out") + 1]).write_text(solution, encoding="utf-8")
        return subprocess.CompletedProcess(command, 0, printed, "words\nit broke\n")

    monkeypatch.setattr(subprocess, "run", ran)
    found = run(folder / "Instance1.txt", 5.0, 1, peer="CP-SAT")
    assert (found.cost, found.optimal) == (None, False)
    assert said in found.said


def test_a_process_that_does_not_end_has_found_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def late(command: list[str], timeout: float, **_: object) -> object:
        raise subprocess.TimeoutExpired(command, timeout)

    monkeypatch.setattr(subprocess, "run", late)
    assert run(folder / "Instance1.txt", 5.0, 1).said == "did not end in time"


def test_the_median_counts_a_run_without_a_roster_as_the_dearest() -> None:
    none, dear, cheap = Run(None, 3, False, 1.0), Run(9, 3, False, 1.0), Run(5, 5, True, 1.0)
    assert median([none, dear, cheap]) == dear
    assert median([none, cheap, none]) == none


def test_what_one_proved_and_another_contradicts_is_called_different() -> None:
    proven, dearer = Run(7, 7, True, 1.0), Run(8, 8, True, 1.0)
    assert DIFFERENT in compared(proven, dearer, None)
    assert DIFFERENT in compared(dearer, Run(7, 2, False, 1.0), None)
    assert DIFFERENT in compared(Run(9, 8, False, 1.0), Run(None, None, False, 1.0, "no roster"), 7)
    assert compared(proven, Run(8, 3, False, 2.0), 7) == (
        "best known 7; ours optimal in 1.0 s; peer bound 3 in 2.0 s"
    )


def test_costs_are_shown_as_they_are_and_compared() -> None:
    row = Row("shift scheduling 5", "16 × 28", 1146, "peer", 1245, unit=COST)
    assert table_line(row).split()[-4:] == ["1146", "peer", "1245", "1.086"]
    nothing = Row("shift scheduling 5", "16 × 28", None, "peer", 1245, unit=COST, note="no roster")
    assert as_json([nothing])["rows"][0]["ratio"] is None
    assert "1245" in table_line(nothing)


def test_seconds_without_instances_are_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["bench", "--seconds", "5"])
    with pytest.raises(SystemExit) as ended:
        bench.main()
    assert ended.value.code == 2
    assert "--instances" in capsys.readouterr().err
