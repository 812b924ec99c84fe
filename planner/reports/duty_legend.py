"""What stands in the cells of a printed roster: one sign per code, and one for leave of every kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from planner.policy.duty_codes import DutyCode, DutyKind
from planner.reports.privacy import is_private
from planner.text import Text, same

_HOURS = Text(
    "{name}({begin}:00—{next}{end}:00,计 {counted} 小时)",
    "{name} ({begin}:00 to {end}:00{next}, counts as {counted} h)",
)
_NEXT, _SAME = Text("次日", " next day"), same("")
_TIMED = (DutyKind.DUTY, DutyKind.STANDBY)
_DAY = 24


@dataclass(frozen=True, slots=True)
class Sign:
    """A letter in a cell, what the legend says of it, and the colour of its ground."""

    letter: str
    words: Text
    colour: str
    struck: bool = False  # stands there but counts nowhere


LEAVE = Sign("假", Text("休假、请假(已登记或已排)", "leave, registered or planned"), "#e8e0ef")
AWAY = Sign("—", Text("不在岗", "not at work here"), "#ffffff")


def sign_of(code: DutyCode | str) -> Sign:
    """Return how a code is printed, or the words of one the policy does not know.

    Whoever passes the wall reads it: leave of every kind looks alike, and so does whatever is private.
    """
    if isinstance(code, str):
        return LEAVE if is_private(code) else Sign(code, same(code), "#ffffff")
    if code.kind is DutyKind.LEAVE or is_private(f"{code.letter} {code.name.zh} {code.name.en}"):
        return LEAVE
    return Sign(code.letter, _words(code), code.colour)


def _words(code: DutyCode) -> Text:
    if code.kind not in _TIMED or not code.presence:
        return code.name
    end = code.start + code.presence
    return _HOURS.format(
        name=code.name,
        begin=code.start,
        end=end if end <= _DAY else end - _DAY,
        next=_NEXT if end > _DAY else _SAME,
        counted=code.counted,
    )


def signs_used(known: Mapping[str, Sign], rows_of_signs: Iterable[Iterable[Sign | None]]) -> tuple[Sign, ...]:
    """Return the signs that stand in a roster, in the order of the policy, each once and not struck out."""
    signs = [sign for row in rows_of_signs for sign in row if sign is not None]
    used = dict.fromkeys(replace(sign, struck=False) for sign in signs)
    ordered = dict.fromkeys(sign for sign in known.values() if sign in used)
    return tuple(
        ordered | {sign: None for sign in used if sign != AWAY} | dict.fromkeys({AWAY} & used.keys())
    )
