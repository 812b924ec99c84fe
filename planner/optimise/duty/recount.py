"""The second opinion on a duty month: counted from its cells alone, hour by hour, without a solver."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from planner.optimise.duty.cells import Cells
from planner.optimise.duty.codes import DAY, DutyPost, is_sworn
from planner.optimise.duty.field import field_hours, is_judged, ratio, working_hours
from planner.optimise.duty.month import Month, Officer
from planner.optimise.duty.shortfall import Shortfall
from planner.policy.duty_codes import DutyCode, DutyKind
from planner.text import Text

_SHORT = Text(
    "{post}{there}人,要求{required}人,差{missing}人。",
    "{there} {post}, {required} required, {missing} missing.",
)
_SWORN = Text("{post}没有民警。", "nobody sworn {post}.")
_WOMEN = Text(
    "值班女性{there}人,要求{required}人,差{missing}人。",
    "{there} women on duty, {required} required, {missing} missing.",
)
_LEADER = Text("没有所领导带班。", "no unit head on duty.")
_FIELD = Text(
    "{name}本月在辖区 {part} 小时,占工作 {whole} 小时的比例不足 {share},差 {missing} 小时。",
    "{name}: {part} hours of field time in {whole} hours of work, below {share} by {missing} hours.",
)
_INTERVAL = Text(
    "{name}本月有 {missing} 次值班间隔不足 {days} 天。",
    "{name}: {missing} duties come sooner than {days} days after the one before.",
)
_HOURS = Text(
    "{name}本月工时 {hours} 小时,超出 {missing} 小时,应补休。",
    "{name}: {hours} hours of work, {missing} more than the month's; compensatory rest is owed.",
)


class DutyPlanError(RuntimeError):
    """A duty month does not survive its recount; it is withheld, and `faults` says all that is wrong."""

    def __init__(self, faults: Sequence[str]) -> None:
        """Keep every fault, and show them all."""
        super().__init__("; ".join(faults))
        self.faults = tuple(faults)


def faults(month: Month, cells: Cells) -> Iterator[str]:
    """Yield every hard rule that cells break, beyond what was locked that way."""
    for (person, day), code in cells.items():
        officer = month.by_id.get(person)
        if officer is None or day not in officer.days:
            yield f"person {person} cannot be planned on day {day}"
        elif code not in month.codes.known and officer.locked.get(day) != code:
            yield f"{code} on day {day} of person {person} is no code"
    for officer in month.officers:
        for day, code in officer.locked.items():
            if cells.get((officer.id, day)) != code:
                yield f"the locked cell of person {officer.id} on day {day} changed"
        yield from _rest_faults(month, officer, cells)
        yield from _person_faults(month, officer, cells)


def shortfalls(month: Month, cells: Cells) -> tuple[Shortfall, ...]:
    """Return everything a month is short of: days first, then people."""
    by_day = [short for day in month.days for short in _of_day(month, cells, day)]
    by_person = [short for officer in month.officers for short in _of_person(month, officer, cells)]
    return (*by_day, *by_person)


def _code(month: Month, cells: Cells, officer: Officer, day: int) -> DutyCode | None:
    if day >= 1:
        return month.codes.known.get(cells.get((officer.id, day), ""))
    past = len(officer.history)
    code = officer.history[day - 1] if -past < day else None
    return month.codes.known.get(code or "")


def _is_work(code: DutyCode | None) -> bool:
    return code is not None and code.kind not in (DutyKind.REST, DutyKind.LEAVE)


def _rest_faults(month: Month, officer: Officer, cells: Cells) -> Iterator[str]:
    for day in range(-max(1, len(officer.history)) + 1, month.length + 1):
        code = _code(month, cells, officer, day)
        if code is None or code.kind is not DutyKind.DUTY:
            continue
        for after in range(max(1, day + 1), min(month.length, day + code.rest_after) + 1):
            both_stood = officer.planned.get(after) is not None and (
                day < 1 or officer.planned.get(day) is not None
            )
            if _is_work(_code(month, cells, officer, after)) and not both_stood:
                yield f"person {officer.id} works on day {after}, at rest after a duty"


def _person_faults(month: Month, officer: Officer, cells: Cells) -> Iterator[str]:
    for day in sorted(officer.days):
        code = _code(month, cells, officer, day)
        stood = officer.planned.get(day)
        if code is None or code.kind is not DutyKind.DUTY or (stood is not None and stood.code == code.id):
            continue
        if code.is_night and day in officer.nights_off:
            yield f"person {officer.id} has the night of day {day} off"
        if code.leader and not officer.leader:
            yield f"person {officer.id} cannot lead on day {day}"


def _on_duty(month: Month, cells: Cells, day: int, post: DutyPost | None) -> list[list[Officer]]:
    """Return who is on duty in every hour of a day of duty, those of the day before included."""
    hours: list[list[Officer]] = [[] for _ in range(DAY)]
    for officer in month.officers:
        for begun in (day - 1, day):
            code = _code(month, cells, officer, begun)
            if code is None or code.kind is not DutyKind.DUTY:
                continue
            if post is not None and not month.codes.belongs(code.id, post):
                continue
            start = code.start - month.codes.begins - (DAY if begun < day else 0)
            for hour in range(max(0, start), min(DAY, start + code.presence)):
                hours[hour].append(officer)
    return hours


def _of_day(month: Month, cells: Cells, day: int) -> Iterator[Shortfall]:
    on = month.day(day)
    for post in month.codes.posts:
        there = _on_duty(month, cells, day, post)
        fewest = min(len(hour) for hour in there)
        if fewest < post.required:
            missing = post.required - fewest
            said = _SHORT.format(post=post.name, there=fewest, required=post.required, missing=missing)
            yield Shortfall("duty_cover", missing, said, on, shift=post.codes[0])
        if fewest and not all(any(is_sworn(o.of.placed) for o in hour) for hour in there):
            yield Shortfall("sworn", 1, _SWORN.format(post=post.name), on, shift=post.codes[0])
    if not month.codes.posts:
        return
    everybody = _on_duty(month, cells, day, None)
    women = month.policy.count("duty_cover.custody_women") if month.codes.custody else 0
    known = all(o.of.person.sex is not None for hour in everybody for o in hour)
    fewest = min(sum(o.woman for o in hour) for hour in everybody)
    if known and fewest < women:
        said = _WOMEN.format(there=fewest, required=women, missing=women - fewest)
        yield Shortfall("women", women - fewest, said, on)
    led = any(o.leader for hour in everybody for o in hour)
    if not led and not month.codes.custody and any(o.leader for o in month.officers):
        yield Shortfall("leader", 1, _LEADER, on)


def _of_person(month: Month, officer: Officer, cells: Cells) -> Iterator[Shortfall]:
    codes = [c for c in (_code(month, cells, officer, day) for day in sorted(officer.days)) if c is not None]
    part = sum(field_hours(code, month.policy) for code in codes)
    whole = sum(working_hours(code) for code in codes)
    share = month.policy.share("field_time.required")
    if is_judged(month, officer) and whole and not share.is_met_by(part, whole):
        required, of = ratio(month.policy)
        missing = -(-(required * whole - of * part) // of)
        said = _FIELD.format(name=officer.name, part=part, whole=whole, share=share.words, missing=missing)
        yield Shortfall("field_time", missing, said, person=officer.id)
    yield from _too_soon(month, officer, cells)
    over = whole - month.hours_due(officer)
    if over > 0:
        said = _HOURS.format(name=officer.name, hours=whole, missing=over)
        yield Shortfall("hours", over, said, person=officer.id)


def _too_soon(month: Month, officer: Officer, cells: Cells) -> Iterator[Shortfall]:
    interval = month.policy.count("duty.interval")
    past = min(interval, len(officer.history))
    line = {day: _code(month, cells, officer, day) for day in range(1 - past, month.length + 1)}
    days = [d for d, c in line.items() if c is not None and c.kind is DutyKind.DUTY and c.rest_after]
    soon = sum(0 < b - a < interval and b >= 1 for a, b in pairwise(days))
    if soon:
        said = _INTERVAL.format(name=officer.name, missing=soon, days=interval)
        yield Shortfall("interval", soon, said, person=officer.id)
