"""The command line's one door: a verb in, an exit code out; no fault ever shows a traceback."""

from __future__ import annotations

import io
import locale
import os
import sys
from collections.abc import Sequence
from itertools import pairwise

from planner.command_line.arguments import VERBS, parse
from planner.errors import InputError
from planner.text import Language, Text

__all__ = ["VERBS", "run"]

BAD_INPUT = 2
INTERRUPTED = 130  # what shells expect of a program ended by Ctrl+C
NOBODY_READS = 141  # and of one whose output was closed
_INTERNAL = Text(
    "程序内部错误,未改动任何文件,请反馈:{fault}",
    "Internal error, no file was changed; please report it: {fault}",
)
_FILE_FAULT = Text("无法读写“{name}”:{fault}。", "“{name}” cannot be read or written: {fault}.")
_NO_MEMORY = Text("内存不足,请关闭其他程序后重试。", "Out of memory; close other programs and try again.")


def run(argv: Sequence[str]) -> int:
    """Carry out one verb and return the exit code: 0 compliant, 1 with findings, 2 bad input or usage."""
    _speak_utf8()
    language = _language(argv)
    try:
        return _verb(argv, language)
    except InputError as fault:
        return _complain(fault.message, language)
    except BrokenPipeError:
        _close_standard_output()
        return NOBODY_READS
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as fault:
        name = fault.filename if fault.filename is not None else ""
        return _complain(_FILE_FAULT.format(name=name, fault=fault.strerror or fault), language)
    except MemoryError:
        return _complain(_NO_MEMORY, language)
    except Exception as fault:  # noqa: BLE001 - the last line of defence: a sentence, not a traceback
        return _complain(_INTERNAL.format(fault=f"{type(fault).__name__}: {fault}"), language)


def _verb(argv: Sequence[str], language: Language) -> int:
    try:
        options = parse(argv, language)
    except SystemExit:  # --help has been printed
        sys.stdout.flush()
        return 0
    from planner.command_line.verbs import carry_out

    code = carry_out(options, options.language or language)
    sys.stdout.flush()
    return code


def _language(argv: Sequence[str]) -> Language:
    """Return the language asked for, else the system's."""
    asked = " ".join(argv).replace("--language=", "--language ").split()
    for option, value in pairwise(asked):
        if option == "--language" and value in ("zh", "en"):
            return "zh" if value == "zh" else "en"
    return system_language()


def system_language() -> Language:
    """Return Chinese where the system is Chinese, else English."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return "zh" if value.lower().startswith("zh") else "en"
    spoken = (locale.getlocale()[0] or "").lower()
    return "zh" if spoken.startswith(("zh", "chinese")) else "en"


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _complain(sentence: Text, language: Language) -> int:
    one_line = " ".join(sentence.in_language(language).split())
    print(f"jingli: {one_line}", file=sys.stderr)
    return BAD_INPUT


def _close_standard_output() -> None:
    """Send what is still buffered nowhere, so that leaving does not complain once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
