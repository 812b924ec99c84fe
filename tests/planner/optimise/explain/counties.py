"""Generated counties whose targets cannot be met: the same every time for a seed."""

from __future__ import annotations

import random
from datetime import date, timedelta

from planner.county.records import Post, Sex, UnitKind
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


def burdened(seed: int) -> Document:
    """Return a small county with ages, ways, beats, relatives, draw-offs and pins, short of its targets."""
    chance, b = random.Random(seed), Building()
    stations = [
        b.unit(f"第{n}派出所", longitude=100.0 + chance.choice((0, 0.1, 0.3)), latitude=25.0)
        for n in range(1, 3 + seed % 2)
    ]
    offices = [
        b.unit(
            f"第{n}大队", UnitKind.ENFORCEMENT, minimum=chance.choice((3, 4)), longitude=100.0, latitude=25.0
        )
        for n in (1, 2)
    ]
    people: list[int] = []
    for unit in (*stations, *offices):
        b.person(unit, Post.LEADER)
        for _ in range(chance.randint(3, 6)):
            post = chance.choice(_POSTS) if unit in stations else Post.OTHER
            person = b.person(
                unit,
                post,
                beat="一区" if post is Post.COMMUNITY and chance.random() < 0.5 else "",
                in_unit_since=chance.choice(
                    (None, TODAY - timedelta(days=100), TODAY - timedelta(days=2000))
                ),
                birth=date(chance.choice((1970, 1972, 1975, 1990)), 5, 1),
                sex=chance.choice((Sex.MALE, Sex.MALE, Sex.FEMALE)),
                pin="骨干" if chance.random() < 0.1 else "",
                special_codes=frozenset({"pregnant"}) if chance.random() < 0.05 else frozenset(),
            )
            people.append(person)
    for person in b.people(2, stations[0], Post.CASE):
        kept = chance.random() < 0.3
        b.second(person, chance.choice(offices), from_=TODAY - timedelta(days=200), kept_with_approval=kept)
    for kept in (False, True):
        away = b.person(stations[-1], Post.CASE)
        b.second(away, to_outside="市公安局", from_=TODAY - timedelta(days=90), kept_with_approval=kept)
    one, other = chance.sample(people, 2)
    b.relate(one, other)
    b.override("station_share.required", f"{chance.choice((50, 60))}/100")
    b.override("standing.seconded_inside.present", chance.choice(("work", "home")))
    return Document(b.county, b.policy)
