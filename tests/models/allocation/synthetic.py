"""Synthetic problems: whole counties of any size, and tiny random ones a brute force can enumerate."""

from __future__ import annotations

from random import Random

from models.allocation.problem import Problem, Site, Worker
from models.allocation.requirements import (
    Apart,
    Capacity,
    GroupShare,
    Kept,
    Maximum,
    Minimum,
    Outflow,
    PostMinimum,
    PostShare,
    Requirement,
    Returns,
    TagMinimum,
    Unmoved,
)

POSTS = ("community", "case", "command_room", "office")
COSTS = (0, 1, 2, 5, 9)
LEVELS = ("returns", "minimum", "group", "share")
WEIGHTS = (100, 100, 100, 60, 50, 0)
TAGS = ("woman", "diver")


def county(size: int, seed: int, same_place: bool = False, moved: float = 0.4) -> Problem:
    """Return a problem of the size and the mix of a county with `size` workers."""
    random = Random(seed)
    donors = [100 + i for i in range(max(4, size // 12))]
    receivers = [1 + i for i in range(max(3, size // 27))]
    on_receivers = int(size * random.uniform(0.28, 0.42))
    places = {s: (random.random(), random.random()) for s in receivers + donors}
    if same_place:
        places.update(dict.fromkeys(donors, (0.5, 0.5)))
    workers: list[Worker] = []
    fixed: dict[int, dict[str, int]] = {s: {} for s in donors + receivers}

    def add(home: int, current: int, post: str, changes: bool, must_return: bool = False) -> None:
        if not changes and not must_return:
            fixed[current][post] = fixed[current].get(post, 0) + 1
            return
        workers.append(
            Worker(
                len(workers) + 1, home, current, post, frozenset(POSTS), changes, changes and home < 100,
                must_return, random.choice((0, 5, 10, 20, 40)), random.choice((0, 3, 8)),
            )
        )  # fmt: skip

    for index in range(on_receivers):
        home = receivers[index % len(receivers)] if index < 4 * len(receivers) else random.choice(receivers)
        if index < 2 * len(receivers) and random.random() < 0.8:
            fixed[home]["leader"] = fixed[home].get("leader", 0) + 1
            continue
        away = random.random() < 0.07
        post = random.choices(POSTS, (33, 40, 12, 15))[0]
        add(home, random.choice(donors) if away else home, post, random.random() < 0.8, away)
    for _ in range(size - on_receivers):
        home = random.choice(donors)
        add(home, home, "other", random.random() < moved)
    present = {d: sum(fixed[d].values()) + sum(w.home == d for w in workers) for d in donors}
    travel = {
        (a, b): round(100 * (abs(places[a][0] - places[b][0]) + abs(places[a][1] - places[b][1])))
        for a in donors + receivers
        for b in receivers
        if a != b
    }
    requirements: tuple[Requirement, ...] = (
        Returns("returns"),
        Minimum(dict.fromkeys(receivers, 5), "minimum"),
        GroupShare(frozenset(receivers), -(-40 * size // 100), "group"),
        PostShare(dict.fromkeys(receivers, 0), frozenset({"community"}), 40, 100, "share"),
        Kept({d: -(-75 * present[d] // 100) for d in donors}),
        PostMinimum({(r, p): n for r in receivers for p, n in (("command_room", 1), ("case", 2))}),
    )
    sites = tuple(
        Site(s, s < 100, frozenset(POSTS) if s < 100 else frozenset({"other"}), fixed[s])
        for s in receivers + donors
    )
    return Problem(tuple(workers), sites, requirements, LEVELS, travel)


def tiny(seed: int) -> Problem:
    """Return a random problem small enough to enumerate, in which every feature turns up."""
    random = Random(seed)
    receivers = list(range(1, random.randint(2, 4)))
    donors = list(range(11, random.randint(12, 14)))
    posts = POSTS[: random.randint(1, 3)]
    sites = tuple(_tiny_site(s, random, posts) for s in receivers + donors)
    workers = tuple(_tiny_worker(i, random, receivers, donors, posts) for i in range(1, random.randint(3, 7)))
    pairs = ((a, b) for a in receivers + donors for b in receivers)
    travel = {pair: random.choice(COSTS) for pair in pairs if random.random() < 0.7}
    levels = [*LEVELS, "care"]
    random.shuffle(levels)
    requirements = _tiny_requirements(random, sites, posts) + _tiny_limits(random, sites, workers, posts)
    used = {r.level for r in requirements}
    return Problem(workers, sites, requirements, tuple(x for x in levels if x in used), travel)


def _tiny_site(number: int, random: Random, posts: tuple[str, ...]) -> Site:
    offers = number < 10 or random.random() < 0.3
    fixed = {p: random.randint(0, 2) for p in (*posts, "leader") if random.random() < 0.5}
    weight = {
        p: sum(random.choice(WEIGHTS) for _ in range(n)) for p, n in fixed.items() if random.random() < 0.5
    }
    tags = {tag: random.randint(0, sum(fixed.values())) for tag in TAGS if random.random() < 0.3}
    offered = frozenset(p for p in posts if offers and random.random() < 0.9)
    return Site(number, number < 10, offered, fixed, weight, tags)


def _tiny_worker(
    number: int,
    random: Random,
    receivers: list[int],
    donors: list[int],
    posts: tuple[str, ...],
) -> Worker:
    everywhere = receivers + donors
    must_return = random.random() < 0.25
    held = must_return and random.random() < 0.2
    home = random.choice(receivers if must_return else everywhere)
    current: int | None = home if random.random() < 0.8 else random.choice(everywhere)
    if must_return:
        current = random.choice([*donors, None])
    return Worker(
        number,
        home,
        current,
        random.choice((*posts, "leader")),
        frozenset(p for p in posts if random.random() < 0.8),
        not held and random.random() < 0.7,
        not held and random.random() < 0.6,
        must_return,
        random.choice(COSTS),
        random.choice(COSTS),
        frozenset(s for s in everywhere if random.random() < 0.15),
        frozenset(tag for tag in TAGS if random.random() < 0.4),
        held,
        random.choice(WEIGHTS),
    )


def _soft(random: Random, level: str, hard: float = 0.1) -> str | None:
    return None if random.random() < hard else level


def _tiny_requirements(
    random: Random, sites: tuple[Site, ...], posts: tuple[str, ...]
) -> tuple[Requirement, ...]:
    receivers = [site.id for site in sites if site.receiver]
    donors = [site.id for site in sites if not site.receiver]
    posted = {r: random.randint(0, 2) for r in receivers}
    weighted = random.random() < 0.3
    found: list[Requirement] = [
        Returns(_soft(random, "returns")),
        Minimum({r: random.randint(0, 4) for r in receivers}, _soft(random, "minimum"), weighted),
        GroupShare(
            frozenset(receivers),
            random.randint(0, 9) * 100 + random.choice((0, 70)) if weighted else random.randint(0, 9),
            _soft(random, "group"),
            weighted,
        ),
        Kept({d: random.randint(0, 3) for d in donors}, _soft(random, "minimum", 0.8)),
        Maximum(
            {r: random.randint(1, 5) for r in receivers if random.random() < 0.5},
            _soft(random, "group", 0.8),
        ),
        PostMinimum({(r, random.choice(posts)): n for r, n in posted.items()}, _soft(random, "share", 0.8)),
    ]
    found = [requirement for requirement in found if random.random() < 0.7]
    if random.random() < 0.8:
        found.append(_tiny_share(random, sites, posts))
    return tuple(found)


def _tiny_share(random: Random, sites: tuple[Site, ...], posts: tuple[str, ...]) -> PostShare:
    weighted = random.random() < 0.3
    counting = frozenset(random.sample(posts, random.randint(1, len(posts))))
    heads = {s.id: (s.weight_by_post if weighted else s.fixed).get("leader", 0) for s in sites if s.receiver}
    judged = {s: random.randint(0, most) for s, most in heads.items() if random.random() < 0.8}
    share = random.choice(((40, 100), (1, 2), (2, 3), (80, 100)))
    return PostShare(judged, counting, *share, _soft(random, "share"), weighted)


def _tiny_limits(
    random: Random, sites: tuple[Site, ...], workers: tuple[Worker, ...], posts: tuple[str, ...]
) -> tuple[Requirement, ...]:
    everywhere = [site.id for site in sites]
    numbers = [worker.id for worker in workers]
    pairs = [(a, b) for a in numbers for b in numbers if a < b and random.random() < 0.3]
    found = (
        TagMinimum(
            {(s, tag): random.randint(0, 2) for s in everywhere for tag in TAGS if random.random() < 0.4},
            _soft(random, "care", 0.5),
        ),
        Capacity(
            {s: random.randint(0, 400) for s in everywhere if random.random() < 0.7},
            {post: random.choice((20, 100, 160)) for post in posts},
            random.choice((100, 130)),
            random.choice((100, 160)),
            _soft(random, "care"),
        ),
        Outflow(
            {s: random.randint(0, 2) for s in everywhere if random.random() < 0.6},
            _soft(random, "care", 0.6),
        ),
        Apart(frozenset(pairs), _soft(random, "care", 0.5)),
        Unmoved(random.choice(TAGS), _soft(random, "returns", 0.2)),
    )
    return tuple(requirement for requirement in found if random.random() < 0.3)
