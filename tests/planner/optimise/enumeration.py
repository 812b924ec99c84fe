"""Tiny random counties, and their least plan by trying everything: design 4.1 stated a second time.

Reads the records alone: nobody here is absent or has left, and every secondment is open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product
from math import ceil, prod
from random import Random
from typing import Any

from planner.county.records import Person, Post, Posting, Secondment, Sex, UnitKind
from planner.document import Document
from tests.planner.building import TODAY, Building

POSTS = (Post.COMMUNITY, Post.CASE, Post.COMMAND_ROOM, Post.OFFICE)
Place = tuple[int | None, Post, bool, bool | None]  # unit, post, whether a leader with a beat, 专职 as said
Option = tuple[Place, bool, int, int]  # place, still drawn off, transfers, post changes


def tiny(random: Random) -> Building:
    """Return a county of at most three stations, two headquarters units and a handful of officers."""
    b = Building()
    stations = [b.unit(f"{i}号派出所", **_marks(random)) for i in range(random.randint(1, 3))]
    kinds = (UnitKind.ENFORCEMENT, UnitKind.ADMINISTRATIVE, UnitKind.UNKNOWN, UnitKind.LEADERSHIP)
    offices = [
        b.unit(f"{i}号大队", random.choice(kinds), minimum=random.choice((None, None, 1)))
        for i in range(random.randint(1, 2))
    ]
    for unit in (*stations, *offices):
        _staff(b, random, unit)
    for person in list(b.county.people):
        if random.random() < 0.25:
            to = random.choice((*stations, *offices, None))
            b.second(person, to, kept_with_approval=random.random() < 0.2)
    b.override("station_minimum.required", random.choice((1, 2, 3)))
    for key, hours in (("year_days", 12), ("day_hours", 1), ("counted_hours", 1)):  # a month is one hour
        b.override(f"duty.{key}", hours)
    b.override("duty.days", random.choice((1, 2)))
    everybody = list(b.county.people)
    for _ in range(random.choice((0, 0, 1, 2)) if len(everybody) > 1 else 0):
        b.relate(*random.sample(everybody, 2))
    return b


def limit(b: Building, random: Random) -> None:
    """Turn on, in some counties, the limits a policy has off: handing over, tenure, qualification, women."""
    b.override("planning.handover_limit", random.choice((0, 0, 1, 2)))
    b.override("planning.minimum_tenure_years", random.choice((0, 0, 2)))
    b.override("planning.case_qualification", random.random() < 0.3)
    b.override("planning.custody_women", random.choice((0, 1, 2)))
    people = {
        id_: replace(
            p,
            sex=random.choice((None, Sex.MALE, Sex.FEMALE)),
            qualification=random.choice(("", "中级", "无")),
        )
        for id_, p in b.county.people.items()
    }
    postings = {
        id_: replace(p, in_unit_since=random.choice((None, TODAY, TODAY.replace(year=TODAY.year - 2))))
        for id_, p in b.county.postings.items()
    }
    units = {
        id_: replace(u, kind=UnitKind.CUSTODY, minimum=0)
        if u.kind is UnitKind.UNKNOWN or (u.kind is UnitKind.ENFORCEMENT and random.random() < 0.5)
        else u
        for id_, u in b.county.units.items()
    }
    b.county = replace(b.county, people=people, postings=postings, units=units)


def _marks(random: Random) -> dict[str, Any]:
    return {
        "two_teams_one_office": random.choice((None, None, True, False)),
        "maximum": random.choice((None, None, None, 2, 3)),
        "minimum": random.choice((None, None, 2)),
        "duty_cover": random.choice((None, None, None, 1, 2)),
    }


def _staff(b: Building, random: Random, unit: int) -> None:
    for i in range(random.randint(0, 3)):
        leader = i == 0 and random.random() < 0.3
        b.person(
            unit,
            Post.LEADER if leader else random.choice((*POSTS, Post.OTHER)),
            beat="一号" if leader and random.random() < 0.4 else "",
            pin="专案" if random.random() < 0.15 else "",
            dedicated=random.choice((None, None, True, False)),
        )


def _taken(unit: int, post: Post) -> Place:
    """Return the place of somebody who takes a post: nothing is said of 专职."""
    return unit, post, False, None


class Enumeration:
    """Everything that may be done in a county, and what each whole plan is worth."""

    def __init__(self, document: Document) -> None:
        self._policy = document.policy
        self._units = document.county.units
        self._stations = [u.id for u in self._units.values() if u.kind is UnitKind.STATION]
        self._seconded = {s.person: s for s in document.county.secondments.values()}
        posted = {p.person: p for p in document.county.postings.values()}
        self._everybody = [(p, posted[id_]) for id_, p in document.county.people.items()]
        self.options = [list(self._options(*one)) for one in self._everybody]
        self._today = [self._where_now(*one) for one in self._everybody]
        self._bounds = self._bounds_of_today()
        at = {person.id: i for i, (person, _) in enumerate(self._everybody)}
        self._related = [(at[r.person], at[r.relative]) for r in document.county.relations.values()]

    @property
    def size(self) -> int:
        """Return how many plans there are."""
        return prod(len(options) for options in self.options)

    def best(self) -> tuple[int, ...] | None:
        """Return the least shortages in order, then transfers and post changes; None if impossible."""
        return min(
            (v for plan in product(*self.options) if (v := self._values(plan)) is not None), default=None
        )

    def _working(self, posting: Posting) -> int | None:
        seconded = self._seconded.get(posting.person)
        return posting.unit if seconded is None else seconded.to_unit

    def _is_drawn_off(self, posting: Posting) -> bool:
        return posting.unit in self._stations and self._working(posting) not in self._stations

    def _where_now(self, _: Person, posting: Posting) -> tuple[Place, bool]:
        leads_beat = posting.post is Post.LEADER and bool(posting.beat)
        place = (self._working(posting), posting.post, leads_beat, posting.dedicated)
        return place, self._is_drawn_off(posting)

    def _options(self, person: Person, posting: Posting) -> Iterator[Option]:
        now, drawn_off = self._where_now(person, posting)
        working, post, holds_beat, dedicated = now
        yield now, drawn_off, 0, 0
        seconded: Secondment | None = self._seconded.get(person.id)
        if working is None or (drawn_off and seconded is not None and seconded.kept_with_approval):
            return
        if drawn_off:
            yield (posting.unit, post, holds_beat, dedicated), False, 0, 0
        home = self._units[posting.unit or 0]
        if person.pin or post is Post.LEADER or home.kind is UnitKind.LEADERSHIP:
            return
        posts = [p for p in POSTS if p is not Post.CASE or self._may_take_cases(person)]
        if home.id in self._stations and (drawn_off or working == home.id):
            yield from ((_taken(home.id, new), False, 0, 1) for new in posts if new is not post)
        if self._is_new(posting):
            return
        for station in self._stations:
            if station not in (home.id, working):
                yield from ((_taken(station, new), False, 1, 0) for new in posts)

    def _may_take_cases(self, person: Person) -> bool:
        return person.qualification != "无" or not self._policy.switch("planning.case_qualification")

    def _is_new(self, posting: Posting) -> bool:
        years = self._policy.count("planning.minimum_tenure_years")
        return bool(years) and posting.in_unit_since == TODAY  # the others are there for two years

    def _bounds_of_today(self) -> dict[str, Counter[Any]]:
        books = Counter(posting.unit for _, posting in self._everybody)
        own = Counter(place[0] for place, drawn_off in self._today if not drawn_off)
        on_post = Counter(place[:2] for place, drawn_off in self._today if not drawn_off)
        due = Counter(
            posting.unit
            for (_, posting), (place, drawn_off) in zip(self._everybody, self._today, strict=True)
            if drawn_off and place[0] is not None and not self._seconded[posting.person].kept_with_approval
        )
        kept, most, least, women = Counter[Any](), Counter[Any](), Counter[Any](), self._women(self._today)
        for unit in self._units.values():
            asked = unit.kind is UnitKind.CUSTODY and self._policy.count("planning.custody_women")
            women[unit.id] = min(women[unit.id], asked)
            if unit.id not in self._stations:
                wanted = ceil(75 * books[unit.id] / 100) if unit.minimum is None else unit.minimum
                kept[unit.id] = min(wanted, own[unit.id])
                continue
            most[unit.id] = max(99 if unit.maximum is None else unit.maximum, own[unit.id] + due[unit.id])
            if unit.two_teams_one_office:
                for post, n in ((Post.COMMAND_ROOM, 1), (Post.CASE, 2)):
                    least[unit.id, post] = min(n, on_post[unit.id, post])
        return {"kept": kept, "most": most, "least": least, "women": women}

    def _women(self, where: Iterable[tuple[Place, bool]]) -> Counter[Any]:
        """Count the women of every unit who are its own."""
        pairs = zip(self._everybody, where, strict=True)
        return Counter(p[0] for (one, _), (p, away) in pairs if one.sex is Sex.FEMALE and not away)

    def _hands_over_too_many(self, plan: tuple[Option, ...]) -> bool:
        limit = self._policy.count("planning.handover_limit")
        homes = Counter(p.unit for (_, p), option in zip(self._everybody, plan, strict=True) if option[2])
        return bool(limit) and any(n > limit for n in homes.values())

    def _values(self, plan: tuple[Option, ...]) -> tuple[int, ...] | None:
        there = Counter(place[0] for place, drawn_off, _, _ in plan if not drawn_off)
        on_post = Counter(place[:2] for place, drawn_off, _, _ in plan if not drawn_off)
        if any(there[u] < n for u, n in self._bounds["kept"].items()):
            return None
        if any(there[u] > n for u, n in self._bounds["most"].items()):
            return None
        if any(on_post[p] < n for p, n in self._bounds["least"].items()):
            return None
        women = self._women(option[:2] for option in plan)
        if any(women[u] < n for u, n in self._bounds["women"].items()) or self._hands_over_too_many(plan):
            return None
        if any(self._meet(plan, *pair) or self._meet(plan, *pair[::-1]) for pair in self._related):
            return None
        community = Counter(p[0] for p, away, _, _ in plan if not away and (p[1] is Post.COMMUNITY or p[2]))
        short = {
            "secondment": self._still_away(plan),
            "station_minimum": self._below_minimum(there),
            "station_share": max(0, ceil(40 * len(plan) / 100) - sum(there[s] for s in self._stations)),
            "community_share": self._few_on_beats(there, community),
            "field_time": self._short_of_hours(plan),
        }
        if any(short[rule] and self._policy.is_hard(rule) for rule in short):
            return None
        ordered = (short[rule] for rule in self._policy.order("planning.order"))
        return (*ordered, sum(o[2] for o in plan), sum(o[3] for o in plan))

    def _meet(self, plan: tuple[Option, ...], one: int, other: int) -> bool:
        """Whether one is transferred to where the other is, or belongs without being free to move."""
        (unit, *_), _, transferred, _ = plan[one]
        (there, *_), away, _, _ = plan[other]
        if not transferred:
            return False
        home = self._everybody[other][1].unit
        return (unit == there and not away) or (unit == home and not self._is_free(*self._everybody[other]))

    def _is_free(self, person: Person, posting: Posting) -> bool:
        leads = posting.post is Post.LEADER or self._units[posting.unit or 0].kind is UnitKind.LEADERSHIP
        kept = self._is_drawn_off(posting) and self._seconded[person.id].kept_with_approval
        return not (person.pin or leads or kept or self._working(posting) is None)

    def _short_of_hours(self, plan: tuple[Option, ...]) -> int:
        """Return the people missing where each has an hour, a dedicated one a fifth, and nobody helps."""
        short = 0
        for station in self._stations:
            seats = self._units[station].duty_cover
            if seats is not None:
                here = [place for place, away, _, _ in plan if place[0] == station and not away]
                fifths = sum(1 if self._is_dedicated(station, *place[1:]) else 5 for place in here)
                short += max(0, ceil((5 * seats * self._policy.count("duty.days") - fifths) / 5))
        return short

    def _is_dedicated(self, station: int, post: Post, leads_beat: bool, said: bool | None) -> bool:
        if self._units[station].two_teams_one_office is False:
            return False
        return bool(said) if leads_beat else post is Post.COMMUNITY and said is not False

    def _still_away(self, plan: tuple[Option, ...]) -> int:
        due = 0
        for (person, _), (place, drawn_off, _, _) in zip(self._everybody, plan, strict=True):
            if drawn_off and place[0] is not None:
                due += not self._seconded[person.id].kept_with_approval
        return due

    def _below_minimum(self, there: Counter[int | None]) -> int:
        floor = self._policy.count("station_minimum.required")
        return sum(max(0, max(floor, self._units[s].minimum or 0) - there[s]) for s in self._stations)

    def _few_on_beats(self, there: Counter[int | None], community: Counter[int | None]) -> int:
        judged = (s for s in self._stations if self._units[s].two_teams_one_office is not False)
        return sum(max(0, ceil(40 * there[s] / 100) - community[s]) for s in judged)
