"""The console command: verbs run without a window, everything else opens it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from planner.command_line.main import VERBS, run, system_language
from planner.errors import InputError
from planner.text import Text

BAD_USAGE = 2
_PROBE = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"
_NO_DISPLAY = Text(
    "无法打开窗口:没有可用的显示器。请在桌面环境中运行,或使用命令行(jingli --help)。",
    "No window can open: there is no display. Run it on a desktop, or use the verbs (jingli --help).",
)
_ONE_FILE = Text(
    "一次只能打开一个文件;请分别打开,或用 jingli --help 查看命令。",
    "One file at a time; open them one by one, or see jingli --help for the verbs.",
)
_UNKNOWN = Text(
    "“{word}”既不是命令,也不是表格或 .jingli 文件;用 jingli --help 查看用法。",
    "“{word}” is no verb, spreadsheet or .jingli document; see jingli --help.",
)
_WINDOW = Text(
    "jingli [FILE] 打开窗口;命令如下。\n", "jingli [FILE] opens the window; the verbs are these.\n"
)


def main() -> int:
    """Do what the command line of this process says and return its exit code."""
    return dispatch(sys.argv[1:])


def dispatch(arguments: Sequence[str]) -> int:
    """Return the exit code: of a verb, of the window, or 2 with one sentence where neither can be."""
    first = arguments[0] if arguments else ""
    if first == "--version":
        sys.stdout.write(f"jingli {_version()}\n")
        return 0
    if first in ("--help", "-h"):
        sys.stdout.write(_WINDOW.in_language(system_language()))
        sys.stdout.flush()
    if first in VERBS or first.startswith("-"):
        return run(arguments)
    try:
        _require_file(arguments)
        _require_display()
    except InputError as fault:
        sys.stderr.write(f"jingli: {fault.message.in_language(system_language())}\n")
        return BAD_USAGE
    from ui.app import main as open_window

    return open_window(list(arguments))


def _version() -> str:
    try:
        return version("jingli")
    except PackageNotFoundError:  # run from the source folder
        return "0"


def _require_file(arguments: Sequence[str]) -> None:
    """Raise InputError for what can be no file: a mistyped verb, or more than one argument."""
    if len(arguments) > 1 and not Path(arguments[0]).exists() and not Path(arguments[0]).suffix:
        raise InputError(_UNKNOWN.format(word=arguments[0]))
    if len(arguments) > 1:
        raise InputError(_ONE_FILE)
    if arguments and not Path(arguments[0]).suffix and not Path(arguments[0]).exists():
        raise InputError(_UNKNOWN.format(word=arguments[0]))


def _require_display() -> None:
    """Raise InputError where Qt would end the program: only Linux can be without a display."""
    if sys.platform == "linux" and not _opens():
        raise InputError(_NO_DISPLAY)


def _opens() -> bool:
    import os

    if os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0] in ("offscreen", "minimal", "vnc"):
        return True
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    return subprocess.run([sys.executable, "-c", _PROBE], capture_output=True, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
