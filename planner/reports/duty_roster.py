"""The wall roster (值班表): who does what on every day of a unit's month, never why somebody is away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from planner.county.belonging import Membership, members
from planner.county.records import Post, UnitKind
from planner.document import Document
from planner.errors import InputError
from planner.policy.duty_codes import DutyCode, DutyKind
from planner.reports.duty_legend import AWAY, LEAVE, Sign, sign_of, signs_used
from planner.reports.duty_words import (
    COLUMNS,
    COVER,
    FIELD,
    LEADER,
    NO_ROSTER,
    NO_UNIT,
    POST_COVER,
    REQUIRED,
    STATION_LEADER,
    SWORN,
    TITLE,
    WHICH,
    holidays,
    lead_words,
    out_of_place,
    weekday,
)
from planner.reports.paper import PaperSize, Request, UnitMonth
from planner.tables.duty_grid import DutyGrid, GridRow, duty_grid
from planner.tables.duty_margins import DayMargin
from planner.text import Text

_MOST_ON_A4 = 14  # people, in letters that can be read from the wall
_WITH_CHIEFS = (UnitKind.STATION, UnitKind.CUSTODY)  # whose heads are called 所领导


@dataclass(frozen=True, slots=True)
class RosterDay:
    """One day over the grid; `off` where nobody works but those on duty."""

    number: int
    weekday: Text
    off: bool
    leaders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One person's month, with the sums beside it in the order of the columns."""

    name: str
    role: Text
    signs: tuple[Sign | None, ...]
    sums: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CoverRow:
    """How many there are on each day, and on which days that is too few; `detail` is the title in short."""

    title: Text
    detail: Text
    numbers: tuple[int, ...]
    short: tuple[bool, ...]


@dataclass(frozen=True)
class WallRoster:
    """Everything the roster says; `leading` names the line of duty leaders, None for a unit without any."""

    paper: PaperSize
    days: Sequence[RosterDay]
    rows: Sequence[RosterRow]
    columns: Sequence[Text]  # of the sums
    covers: Sequence[CoverRow]
    leading: Text | None
    legend: Sequence[Sign]
    lead: Sequence[Text]


def roster_title(request: Request) -> Text:
    """Return the title of a unit's roster."""
    about = asked(request)
    unit, month = request.document.county.units[about.unit].name, about.month
    return TITLE.format(unit=unit, year=month.year, month=month.month, date=f"{month:%Y-%m}")


def asked(request: Request) -> UnitMonth:
    """Return whose month is asked for; raise InputError where none is, or for no unit of the bureau."""
    if request.about is None:
        raise InputError(WHICH)
    unit = request.document.county.units.get(request.about.unit)
    if unit is None or not unit.ours:
        raise InputError(NO_UNIT)
    return request.about


def gather_roster(request: Request) -> WallRoster:
    """Return the roster of a unit's month; raise InputError where there is none yet."""
    about, document = asked(request), request.document
    there = members(document.county, document.policy, about.unit, about.month)
    grid = duty_grid(document, about.unit, about.month, there)
    if grid.rows and not grid.exists:
        name = document.county.units[about.unit].name
        raise InputError(NO_ROSTER.format(unit=name, month=f"{about.month:%Y-%m}"))
    return _Wall(document, grid, there).roster(about.paper)


def roster_lead(body: WallRoster) -> Sequence[Text]:
    """Return how the roster is counted and which days are off."""
    return body.lead


def roster_drawing(body: WallRoster) -> Mapping[str, object]:
    """Return what the template draws."""
    names = ("paper", "days", "rows", "columns", "covers", "leading", "legend")
    return {name: getattr(body, name) for name in names}


class _Wall:
    """Writes one month for the wall; every code has one sign."""

    def __init__(self, document: Document, grid: DutyGrid, there: Membership) -> None:
        self._grid, self._kind = grid, document.county.units[grid.unit].kind
        self._codes = document.policy.duty_codes
        self._signs = {id_: sign_of(code) for id_, code in self._codes.items()}
        self._heads = {id_ for id_, of in there.items() if of.placed.post is Post.LEADER}
        self._twice = Counter(row.person.name for row in grid.rows)

    def roster(self, paper: PaperSize) -> WallRoster:
        """Return the whole roster."""
        grid, rows = self._grid, tuple(map(self._row, self._grid.rows))
        if paper is PaperSize.FITTING:
            paper = PaperSize.A3 if len(rows) > _MOST_ON_A4 else PaperSize.A4
        leaders = tuple(self._leaders(n) for n in range(len(grid.days)))
        leading = STATION_LEADER if self._kind in _WITH_CHIEFS else LEADER
        legend = signs_used(self._signs, rows_of_signs=(row.signs for row in rows))
        return WallRoster(
            paper=paper,
            days=tuple(
                RosterDay(head.day.day, weekday(head.day), head.off, led)
                for head, led in zip(grid.days, leaders, strict=True)
            ),
            rows=rows,
            columns=(*COLUMNS, FIELD) if grid.is_station else COLUMNS,
            covers=self._covers(),
            leading=leading if self._heads or any(leaders) else None,
            legend=legend,
            lead=[*lead_words(self._required), *holidays(grid.days), *out_of_place(grid)],
        )

    def _row(self, row: GridRow) -> RosterRow:
        margin = row.margin
        field = margin.planned.field if margin.planned is not None else 0
        sums = (margin.duties, margin.days_off, margin.hours)
        signs = tuple(self._sign(row, n) for n in range(len(row.cells)))
        return RosterRow(self._name(row), row.role, signs, (*sums, field) if self._grid.is_station else sums)

    def _name(self, row: GridRow) -> str:
        """Return a name in full, with the badge number where two have the same one."""
        person = row.person
        return f"{person.name} {person.badge_number}" if self._twice[person.name] > 1 else person.name

    def _sign(self, row: GridRow, n: int) -> Sign | None:
        cell = row.cells[n]
        if cell.words:
            sign = self._signs[cell.code.id] if cell.code is not None else sign_of(cell.words)
            return replace(sign, struck=not cell.counts)
        if not cell.here:
            return AWAY
        return LEAVE if cell.absence is not None else None

    # the lines under the people

    def _leaders(self, n: int) -> tuple[str, ...]:
        """Return who leads on a day: whoever has a leader's post, else the heads on duty."""
        on_duty = [(row, code) for row in self._grid.rows if (code := _duty(row, n)) is not None]
        led = [row for row, code in on_duty if code.leader]
        led = led or [row for row, _ in on_duty if row.person.id in self._heads]
        return tuple(self._name(row) for row in led)

    @property
    def _required(self) -> int:
        return max((day.required for day in self._grid.columns), default=0)

    def _covers(self) -> tuple[CoverRow, ...]:
        days = self._grid.columns
        posts = range(len(days[0].posts)) if days else range(0)
        return (
            CoverRow(
                COVER.format(n=self._required),
                REQUIRED.format(n=self._required),
                tuple(day.on_duty for day in days),
                tuple(day.on_duty < day.required for day in days),
            ),
            CoverRow(SWORN, SWORN, tuple(day.sworn for day in days), tuple(day.lacks_sworn for day in days)),
            *(_post_cover(days, n) for n in posts),
        )


def _duty(row: GridRow, n: int) -> DutyCode | None:
    cell = row.cells[n]
    return cell.code if cell.code is not None and cell.code.kind is DutyKind.DUTY and cell.counts else None


def _post_cover(days: Sequence[DayMargin], n: int) -> CoverRow:
    posts = [day.posts[n] for day in days]
    title = POST_COVER.format(name=posts[0].code.name, n=posts[0].required)
    return CoverRow(
        title,
        title,
        tuple(post.on_duty for post in posts),
        tuple(post.on_duty < post.required for post in posts),
    )
