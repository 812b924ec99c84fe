"""What every day asks for: people at its posts, somebody sworn, women, a leader, people on standby."""

from __future__ import annotations

from collections.abc import Iterator

from models.rostering.problem import Cover, Request
from planner.optimise.duty.codes import DAY, DutyPost, hours_in_day
from planner.optimise.duty.frame import Frame
from planner.optimise.duty.weights import BEYOND, LEADER, SEAT, STANDBY, SWORN, WOMAN

SWORN_TAG, LEADER_TAG, WOMAN_TAG = "sworn", "leader", "woman"
_FIRST_FIRST = SEAT // 10  # so that posts declared earlier are filled first


def covers(frame: Frame, day: int) -> Iterator[Cover]:
    """Yield the covers of a day, for every part of it that codes cover differently."""
    month = frame.month
    posts = month.codes.posts
    for later, post in enumerate(reversed(posts)):
        for shifts in _moments(frame, day, post):
            yield Cover(day - 1, shifts, post.required, SEAT + later * _FIRST_FIRST, BEYOND)
            yield Cover(day - 1, shifts, min(1, post.required), SWORN, tag=SWORN_TAG)
    women = month.policy.count("duty_cover.custody_women") if month.codes.custody else 0
    if women and frame.duty_shifts:
        yield Cover(day - 1, frame.duty_shifts, women, WOMAN, tag=WOMAN_TAG)
    if not frame.asked.wishes:
        return
    if posts and asks_leader(frame) and not frame.asked.mends:
        yield Cover(day - 1, frame.duty_shifts, 1, LEADER, tag=LEADER_TAG)
    standby, code = month.policy.count("duty.standby"), month.codes.standby
    if standby and code is not None and month.officers:
        yield Cover(day - 1, frozenset({code}), standby, STANDBY, BEYOND)


def leaders_first(frame: Frame) -> Iterator[Request]:
    """Yield that leaders take the days a repair leaves without one, where no more cells change for it."""
    if not (frame.asked.mends and asks_leader(frame)):
        return
    leaders = [officer for officer in frame.month.officers if officer.leader]
    for day in sorted(frame.open_seats):
        if any(frame.stands(officer, day) in frame.duty_shifts for officer in leaders):
            continue
        for officer in leaders:
            for code in frame.month.codes.duties:
                yield Request(officer.id, day - 1, code, LEADER)


def asks_leader(frame: Frame) -> bool:
    """Return whether a unit head should be on duty: at a station that has any; custody has a post for it."""
    return not frame.month.codes.custody and any(officer.leader for officer in frame.month.officers)


def _moments(frame: Frame, day: int, post: DutyPost) -> Iterator[frozenset[str]]:
    """Yield the shifts that cover a post, once for all hours in which they are the same."""
    standing = {frame.stands(officer, day) for officer in frame.month.officers}
    codes = frame.month.codes
    there = [
        shift
        for shift in frame.shifts
        if codes.belongs(frame.code(shift).id, post) and (shift in post.codes or shift in standing)
    ]
    hours = {shift: hours_in_day(frame.code(shift), codes.begins) for shift in there}
    moments = (frozenset(s for s, of in hours.items() if hour in of) for hour in range(DAY))
    yield from (shifts for shifts in dict.fromkeys(moments) if shifts)
