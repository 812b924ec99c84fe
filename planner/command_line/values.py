"""The values of options, read from what is typed; what cannot be read says what is expected."""

from __future__ import annotations

import argparse
import math
import re
from datetime import date

from planner.reports.kinds import KINDS

_YEARS = range(1950, 2200)  # further on, what is so many years later has no date
_COMMON = "派出所警力"  # left out when a report is named in passing
_KINDS_ZH = {words: id_ for id_, t in KINDS.items() for words in (t.zh, t.zh.removeprefix(_COMMON))}


def a_mapping(raw: str) -> tuple[str, str]:
    """Return a field and its column."""
    field, equals, column = raw.partition("=")
    if not (field.strip() and equals and column.strip()):
        raise argparse.ArgumentTypeError(f"{raw!r}: FIELD=COLUMN")
    return field.strip(), column.strip()


def a_cell_value(raw: str) -> tuple[str, str, str]:
    """Return a field, what a cell of it says, and the code it means."""
    field, colon, rest = raw.partition(":")
    cell, equals, code = rest.rpartition("=")
    if not (field.strip() and colon and equals and code.strip()):
        raise argparse.ArgumentTypeError(f"{raw!r}: FIELD:CELL=CODE")
    return field.strip(), cell.strip(), code.strip()


def a_pattern(raw: str) -> str:
    """Return an expression that can be compiled."""
    try:
        re.compile(raw)
    except re.error as fault:
        raise argparse.ArgumentTypeError(f"{raw!r}: {fault}") from fault
    return raw


def a_day(raw: str) -> date:
    """Return a date of a year that so many years can be added to."""
    try:
        day = date.fromisoformat(raw)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{raw!r}: YYYY-MM-DD") from None
    if day.year not in _YEARS:
        raise argparse.ArgumentTypeError(f"{raw!r}: {_YEARS.start} … {_YEARS.stop - 1}")
    return day


def a_month(raw: str) -> date:
    """Return the first day of a month."""
    try:
        return a_day(f"{raw}-01")
    except argparse.ArgumentTypeError:
        raise argparse.ArgumentTypeError(f"{raw!r}: YYYY-MM") from None


def a_kind(raw: str) -> str:
    """Return a kind of report by its id or its Chinese name."""
    kind = _KINDS_ZH.get(raw, raw)
    if kind not in KINDS:
        raise argparse.ArgumentTypeError(f"{raw!r}: {', '.join(KINDS)}")
    return kind


def seconds(raw: str) -> float:
    """Return a time longer than none."""
    try:
        seconds = float(raw)
    except ValueError:
        seconds = math.nan
    if not 0 < seconds < math.inf:
        raise argparse.ArgumentTypeError(f"{raw!r}: seconds > 0")
    return seconds


def positive(raw: str) -> int:
    """Return a number from 1 on."""
    if not (raw.isascii() and raw.isdigit() and int(raw) > 0):
        raise argparse.ArgumentTypeError(f"{raw!r}: 1, 2, 3 …")
    return int(raw)


def months_ahead(raw: str) -> int:
    """Return a number of months that a forecast may go on."""
    return _at_most(raw, 60)


def runs(raw: str) -> int:
    """Return a number of futures that may be drawn."""
    return _at_most(raw, 10_000)


def _at_most(raw: str, most: int) -> int:
    if not (raw.isascii() and raw.isdigit() and 1 <= int(raw) <= most):
        raise argparse.ArgumentTypeError(f"{raw!r}: 1 … {most}")
    return int(raw)


def natural(raw: str) -> int:
    """Return a number from 0 on."""
    if not (raw.isascii() and raw.isdigit()):
        raise argparse.ArgumentTypeError(f"{raw!r}: 0, 1, 2 …")
    return int(raw)
