from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from planner.command_line import main, verbs
from planner.command_line.main import run, system_language
from planner.errors import InputError
from planner.text import Text

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["chek", "x.xlsx"],
        ["check"],
        ["check", "x.xlsx", "--as-of", "2026-02-30"],
        ["check", "x.xlsx", "--as-of", "9999-12-31"],
        ["check", "x.xlsx", "--as-of", "明天"],
        ["check", "x.xlsx", "--map", "unit"],
        ["check", "x.xlsx", "--map", "=单位"],
        ["check", "x.xlsx", "--value", "status=在职"],
        ["check", "x.xlsx", "--stations", "("],
        ["check", "x.xlsx", "--jason"],
        ["check", "x.xlsx", "--js"],
        ["check", "x.xlsx", "--language", "fr"],
        ["plan", "x.xlsx", "--time-limit", "0"],
        ["plan", "x.xlsx", "--time-limit", "nan"],
        ["plan", "x.xlsx", "--time-limit", "soon"],
        ["report", "x.xlsx"],
        ["report", "x.xlsx", "--out", "x.pdf", "--kind", "wishes"],
        ["import", "x.xlsx"],
        ["sample", "--out", "x.xlsx", "--officers", "-3"],
        ["sample", "--out", "x.xlsx", "--counties", "0"],
        ["sample", "--out", "x.xlsx", "--seed", "a"],
    ],
)
def test_bad_usage_is_one_sentence_on_standard_error(
    argv: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(argv) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("jingli: ")
    assert printed.err.count("\n") == 1


def test_the_sentence_comes_in_the_language_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", "--language", "zh"])
    assert "命令行用法有误" in capsys.readouterr().err
    run(["check", "--language=en"])
    assert "The command line cannot be read" in capsys.readouterr().err


def test_help_is_printed_and_is_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    assert run(["plan", "--help", "--language", "zh"]) == 0
    assert "--time-limit" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("fault", "code", "words"),
    [
        (InputError(Text("文件坏了。", "The file is damaged.")), 2, "The file is damaged."),
        (ZeroDivisionError("by zero"), 2, "Internal error"),
        (MemoryError(), 2, "Out of memory"),
        (PermissionError(13, "Permission denied", "x.xlsx"), 2, "“x.xlsx” cannot be read or written"),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_no_fault_shows_a_traceback(
    fault: BaseException,
    code: int,
    words: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object) -> int:
        raise fault

    monkeypatch.setattr(verbs, "carry_out", fail)
    assert run(["check", "x.xlsx", "--language", "en"]) == code
    printed = capsys.readouterr()
    assert printed.out == ""
    assert words in printed.err
    assert "Traceback" not in printed.err


def test_a_closed_pipe_ends_quietly() -> None:
    words = "import sys; from planner.command_line.main import run; sys.exit(run(['--help']))"
    process = subprocess.Popen(
        [sys.executable, "-c", words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    )
    assert process.stdout is not None
    process.stdout.close()
    _, err = process.communicate()
    assert err == b""


@pytest.mark.parametrize(("value", "language"), [("zh_CN.UTF-8", "zh"), ("en_GB", "en"), ("C", "en")])
def test_the_language_is_the_systems(value: str, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", value)
    assert system_language() == language
    assert main.VERBS == (
        "check",
        "plan",
        "explain",
        "forecast",
        "compare",
        "duty",
        "report",
        "import",
        "sample",
    )
