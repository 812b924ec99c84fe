"""What somebody may do on a day of the duty grid: the codes of a policy pack, with hours, place and look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from planner.text import Text


class DutyKind(StrEnum):
    """What a code is to the rules."""

    DUTY = "duty"  # 值班: covers the moments of `duty_cover`
    STANDBY = "standby"  # 备勤
    WORK = "work"  # an ordinary day's work
    REST = "rest"  # 休, 补休
    LEAVE = "leave"  # 年假, 病假: neither working time nor rest
    AWAY = "away"  # 外借: works for another unit


class Field(StrEnum):
    """Where the hours of a code are spent, for field time."""

    BEAT = "beat"  # in the officer's own beat
    STATION = "station"  # inside the station's area: field time by the wide reading alone
    OUTSIDE = "outside"  # working time that is never field time


@dataclass(frozen=True, slots=True)
class DutyCode:
    """One code of the duty grid; hours are whole, `counted` those that count as work."""

    id: str
    name: Text
    letter: str  # what stands in the cell
    colour: str  # of the cell, as #rrggbb on a light ground
    kind: DutyKind
    presence: int = 0  # hours present
    counted: int = 0  # hours of work
    field: Field = Field.OUTSIDE
    start: int = 8  # the hour of the day it begins
    rest_after: int = 0  # whole days without work after it
    custody: bool = False  # a post of a custody unit, not of a station
    leader: bool = False  # to be taken by a unit head

    @property
    def is_night(self) -> bool:
        """Whether the night between two days is worked."""
        return self.start + self.presence > 24

    @property
    def is_work(self) -> bool:
        """Whether its hours are working time at the unit."""
        return self.kind in (DutyKind.DUTY, DutyKind.STANDBY, DutyKind.WORK)


def parse_code(id_: str, raw: Mapping[str, object]) -> DutyCode:
    """Return the code a pack spells as a table; raise KeyError, TypeError or ValueError if it is none."""
    name = raw["name"]
    if not isinstance(name, Mapping):
        raise TypeError(name)
    letter = str(raw["letter"])
    if not letter:
        raise ValueError(letter)
    return DutyCode(
        id=id_,
        name=Text(str(name["zh"]), str(name["en"])),
        letter=letter,
        colour=str(raw.get("colour", "#ffffff")),
        kind=DutyKind(str(raw["kind"])),
        presence=_hours(raw.get("presence", 0)),
        counted=_hours(raw.get("counted", 0)),
        field=Field(str(raw.get("field", Field.OUTSIDE))),
        start=_hours(raw.get("start", 8)),
        rest_after=_hours(raw.get("rest_after", 0)),
        custody=bool(raw.get("custody", False)),
        leader=bool(raw.get("leader", False)),
    )


def _hours(raw: object) -> int:
    if isinstance(raw, bool) or not isinstance(raw, int) or not 0 <= raw <= 24:
        raise ValueError(raw)
    return raw


def spelt(code: DutyCode) -> dict[str, object]:
    """Return a code as `parse_code` reads it."""
    return {
        "name": {"zh": code.name.zh, "en": code.name.en},
        "letter": code.letter,
        "colour": code.colour,
        "kind": code.kind.value,
        "presence": code.presence,
        "counted": code.counted,
        "field": code.field.value,
        "start": code.start,
        "rest_after": code.rest_after,
        "custody": code.custody,
        "leader": code.leader,
    }
