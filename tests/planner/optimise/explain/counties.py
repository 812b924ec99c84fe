"""Generated counties whose targets cannot be met: the same every time for a seed."""

from __future__ import annotations

import random
from datetime import timedelta

from planner.county.records import Post, UnitKind
from planner.document import Document
from tests.planner.building import TODAY, Building

SEEDS = range(12)
_POSTS = (Post.COMMUNITY, Post.CASE, Post.OFFICE, Post.COMMAND_ROOM)


def impossible(seed: int) -> Document:
    """Return a small county with pins, draw-offs, leaders and marks, and targets above its means."""
    chance, b = random.Random(seed), Building()
    stations = [
        b.unit(f"第{n}派出所", two_teams_one_office=chance.choice((None, None, True)))
        for n in range(1, 3 + seed % 3)
    ]
    offices = [
        b.unit(f"第{n}大队", UnitKind.ENFORCEMENT, minimum=chance.choice((None, 4, 6))) for n in range(1, 4)
    ]
    for station in stations:
        b.person(station, Post.LEADER)
        for _ in range(chance.randint(2, 5)):
            b.person(station, chance.choice(_POSTS), source_row=chance.randint(2, 99))
    for office in offices:
        b.person(office, Post.LEADER)
        for _ in range(chance.randint(4, 8)):
            b.person(office, pin="骨干" if chance.random() < 0.2 else "", source_row=chance.randint(2, 99))
    for person in b.people(2, stations[0], Post.CASE):
        kept = chance.random() < 0.7
        b.second(person, offices[0], from_=TODAY - timedelta(days=200), kept_with_approval=kept)
    b.second(b.person(stations[-1], Post.CASE), to_outside="市公安局", from_=TODAY - timedelta(days=90))
    b.override("station_share.required", f"{chance.choice((60, 70, 80))}/100")
    b.override("planning.kept_share", "80/100")
    return Document(b.county, b.policy)
