"""Generated counties with what few have, several of it at once: the same every time for a seed.

Obligations of duty, weights, maxima, a handover limit, women in custody, relatives, private circumstances,
and a question that holds the transfers.
"""

from __future__ import annotations

import random
from datetime import timedelta
from typing import Any

from planner.county.records import Category, Post, Sex, UnitKind
from planner.document import Document
from planner.optimise.asked import Asked
from tests.planner.building import TODAY, Building

PRESSED_SEEDS = range(16)
PRIVATE = ("pregnant", "nursing", "investigated")
_POSTS = (Post.COMMUNITY, Post.CASE, Post.OFFICE, Post.COMMAND_ROOM)


def pressed(seed: int) -> tuple[Document, Asked]:
    """Return a county with limits of every kind, and a question that may hold the number of transfers."""
    chance, b = random.Random(seed), Building()
    stations = [
        b.unit(
            f"第{n}派出所",
            two_teams_one_office=chance.choice((None, True, False)),
            duty_cover=chance.choice((None, 2, 3)),
            maximum=chance.choice((None, 7, 8)),
        )
        for n in range(1, 3 + seed % 2)
    ]
    offices = [b.unit(f"第{n}大队", UnitKind.ENFORCEMENT, minimum=chance.choice((None, 4))) for n in (1, 2)]
    custody = b.unit("看守所", UnitKind.CUSTODY)
    for station in stations:
        b.person(station, Post.LEADER, **_someone(chance))
        for _ in range(chance.randint(3, 6)):
            b.person(station, chance.choice(_POSTS), **_someone(chance))
    for office in (*offices, custody):
        b.person(office, Post.LEADER)
        for _ in range(chance.randint(3, 7)):
            pin = "骨干" if chance.random() < 0.2 else ""
            sex = Sex.FEMALE if chance.random() < 0.4 else Sex.MALE
            b.person(office, pin=pin, sex=sex, **_someone(chance))
    for person in b.people(2, stations[0], Post.CASE, special_codes=_private(chance, 0.4)):
        kept = chance.random() < 0.7
        b.second(person, offices[0], from_=TODAY - timedelta(days=200), kept_with_approval=kept)
    movers = [p.id for p in b.county.people.values() if not p.pin]
    b.relate(*chance.sample(movers, 2))
    b.override("planning.ledger", chance.choice(("present", "effective")))
    b.override("weight.probationer", chance.choice((50, 60, 100)))
    b.override("planning.handover_limit", chance.choice((0, 1, 2)))
    b.override("planning.custody_women", chance.choice((0, 2)))
    b.override("duty.counted_hours", chance.choice((8, 11)))
    b.override("station_share.required", f"{chance.choice((50, 60, 70))}/100")
    b.override("planning.kept_share", "60/100")
    return Document(b.county, b.policy), Asked(caps=chance.choice(({}, {"transfers": 1}, {"transfers": 3})))


def _someone(chance: random.Random) -> dict[str, Any]:
    probation = chance.random() < 0.25
    return {
        "source_row": chance.randint(2, 99),
        "special_codes": _private(chance, 0.15),
        "category": Category.PROBATIONER if probation else Category.SWORN,
    }


def _private(chance: random.Random, share: float) -> frozenset[str]:
    return frozenset({chance.choice(PRIVATE)}) if chance.random() < share else frozenset()
