"""The console command: verbs without a window, a window for all else, a sentence where neither can be."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ui.command import dispatch

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    "arguments",
    [["chek", "x.xlsx"], ["chek"], ["--jason"], ["a.xlsx", "b.xlsx"], ["check"], ["-x", "a.xlsx"]],
)
def test_what_is_neither_verb_nor_file_gets_one_sentence(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert dispatch(arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("jingli: ")
    assert printed.err.count("\n") == 1


def test_help_names_the_window_and_the_verbs(capsys: pytest.CaptureFixture[str]) -> None:
    assert dispatch(["--help"]) == 0
    printed = capsys.readouterr().out
    assert "jingli [FILE]" in printed
    assert "check|plan|explain|forecast|compare|duty|report|import|sample" in printed


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert dispatch(["--version"]) == 0
    assert capsys.readouterr().out.startswith("jingli ")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can be without a display")
def test_without_a_display_the_window_is_refused_in_a_sentence() -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {k: v for k, v in os.environ.items() if k not in hidden}
    for display in ({}, {"DISPLAY": ":9871"}):
        done = subprocess.run(
            [sys.executable, "-m", "ui.command"],
            capture_output=True,
            cwd=ROOT,
            env={**environment, **display, "LC_ALL": "C"},
            check=False,
        )
        assert done.returncode == 2
        assert done.stderr.decode().startswith("jingli: No window can open")
        assert done.stderr.count(b"\n") == 1


def test_a_verb_never_loads_the_window() -> None:
    words = (
        "import sys; from ui.command import dispatch; code = dispatch(['check', 'gone.xlsx']); "
        "sys.exit(code + 10 * any(m.startswith('PySide6') for m in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, cwd=ROOT, check=False)
    assert done.returncode == 2
