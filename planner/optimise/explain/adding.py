"""Ways out that lift no limit: more officers, a beat for a leader, the mark 全员化, a lower target."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from models.allocation.counts import Counts, fixed_counts
from models.allocation.requirements import GroupShare, Minimum, PostShare
from planner.audit.ledgers import SCALE, Ledger
from planner.county.records import County, Person, Post, Posting
from planner.optimise.constraints.planned import planning_ledger
from planner.optimise.explain.bench import Bench
from planner.optimise.explain.levers import is_private
from planner.optimise.explain.relaxing import Draft
from planner.policy.share import Share

RECRUITS, BEATS, MARKS, TARGET = "recruits", "beats", "all_officer", "target"
_NAMES = "新警{n}"


def recruits_for(share: Share, part: int, whole: int) -> int | None:
    """Return how many more, each in the part and in the whole, a share takes; None where none are enough."""
    left, missing = share.denominator - share.numerator, share.numerator * whole - share.denominator * part
    if missing <= 0:
        return 0
    return None if left == 0 else -(-missing // left)


@dataclass(frozen=True, slots=True)
class Standing:
    """How the county stands in its best plan: counts per unit, and the targets that are short."""

    bench: Bench
    counts: Counts

    @property
    def whole(self) -> int:
        """How many units of the planning ledger one person is."""
        return SCALE[planning_ledger(self.bench.ground.before.state)]


def standing(bench: Bench) -> Standing:
    """Return the counts of the best plan as it stands."""
    counts, workers = fixed_counts(bench.ground.problem), bench.ground.problem.worker_by_id
    for a in bench.named(bench.values or []):
        counts.add(workers[a.worker], a.site, a.post)
    return Standing(bench, counts)


def added(bench: Bench) -> Iterator[Draft]:
    """Yield the ways out that lift no limit, as far as they help."""
    here = standing(bench)
    for draft in (_beats(here), _marks(here), _recruits(here), _target(here)):
        if draft is not None and draft.amount:
            yield draft


def _without(bench: Bench, rules: set[str]) -> dict[str, int]:
    return {level: 0 if level.partition(":")[2] in rules else n for level, n in bench.short.items()}


def _recruits(here: Standing) -> Draft | None:
    """Fill every unit's own shortage first, then the county's share with whoever that still takes."""
    bench, short = here.bench, here.bench.short_goals()
    state = bench.ground.before.state
    policy = state.policy
    if not state.stations() or here.whole != 1:
        return None
    needed: dict[int, tuple[int, Post]] = {}
    for (rule, unit), n in short.items():
        if unit is None:
            continue
        if rule == "community_share":
            share, present = policy.share("community_share.required"), here.counts.present[unit]
            wanted = recruits_for(share, share.least(present) - n, present)
            if wanted is None:
                return None
            needed[unit] = max(needed.get(unit, (0, Post.COMMUNITY)), (wanted, Post.COMMUNITY))
        else:
            post = Post.CASE if rule == "field_time" else Post.COMMUNITY
            needed[unit] = max(needed.get(unit, (0, post)), (n, post))
    if any(rule == "field_time" for rule, _ in short) and any(rule == "community_share" for rule, _ in short):
        return None  # one officer cannot do both; other ways out say more
    for_share = short.get(("station_share", None), 0)
    share, base = policy.share("station_share.required"), bench.ground.before.ledgers.base[Ledger.PRESENT]
    total = recruits_for(share, share.least(base) - for_share, base) if for_share else 0
    if total is None:
        return None
    rest = total - sum(n for n, _ in needed.values())
    for unit in _spread(here, rest):
        n, post = needed.get(unit, (0, Post.COMMUNITY))
        needed[unit] = (n + 1, post)
    if not needed:
        return None
    rules = {rule for rule, _ in short if rule != "secondment"}
    county = with_recruits(bench.document.county, needed)
    given = {unit: n for unit, (n, _) in needed.items()}
    left = _without(bench, rules)
    if _above_maximum(here, given):
        return None
    exact = not sum(left.values())
    return Draft(RECRUITS, sum(given.values()), left, bench.ground.asked, county, given, (), exact)


def _spread(here: Standing, n: int) -> Iterator[int]:
    """Yield the station of each of so many officers: the smallest below its maximum, if any is."""
    there = {u.id: here.counts.present[u.id] for u in here.bench.ground.before.state.stations()}
    most = {u.id: u.maximum for u in here.bench.ground.before.state.stations()}
    for _ in range(n):
        full = {u for u, limit in most.items() if limit is not None and there[u] >= limit}
        unit = min(there, key=lambda u: (u in full, there[u], u))
        there[unit] += 1
        yield unit


def _above_maximum(here: Standing, given: Mapping[int, int]) -> bool:
    units = here.bench.ground.before.state.county.units
    return any(
        (most := units[u].maximum) is not None and here.counts.present[u] + n > most for u, n in given.items()
    )


def with_recruits(county: County, needed: Mapping[int, tuple[int, Post]]) -> County:
    """Return the county with so many more officers on a post of each unit."""
    people, postings = dict(county.people), dict(county.postings)
    id_ = county.next_id()
    for unit, (n, post) in needed.items():
        for _ in range(n):
            name = _NAMES.format(n=id_)
            people[id_] = Person(id_, name, name, made_up_badge=True, made_up_name=True)
            postings[id_ + 1] = Posting(id_ + 1, id_, unit, post)
            id_ += 2
    return replace(county, people=people, postings=postings)


def _leaders(here: Standing, unit: int) -> list[int]:
    """Return the leaders present at a station who hold no beat."""
    placed = here.bench.ground.before.state.counted()
    return [
        p.person.id
        for p in placed
        if p.present_unit == unit and p.home == unit and p.post is Post.LEADER and not p.beat and p.posting
        if not is_private(p)
    ]


def _community(here: Standing) -> dict[int, int]:
    found = here.bench.short_goals().items()
    return {unit: n for (rule, unit), n in found if rule == "community_share" and unit is not None}


def _beats(here: Standing) -> Draft | None:
    """Let leaders hold a beat where that fills a station's community share."""
    bench, short = here.bench, _community(here)
    chosen = {unit: _leaders(here, unit)[:n] for unit, n in short.items()}
    people = tuple(p for found in chosen.values() for p in found)
    if not people:
        return None
    county, placed = bench.document.county, bench.ground.before.state.placed
    postings = dict(county.postings)
    for person in people:
        posting = placed[person].posting
        assert posting is not None  # leaders are chosen by their posting
        postings[posting.id] = replace(posting, beat=posting.beat or "责任区")
    level = "shortage:community_share"
    left = {**bench.short, level: bench.short[level] - len(people)}
    given = {unit: len(found) for unit, found in chosen.items() if found}
    exact = not sum(left.values()) and here.whole == 1
    return Draft(
        BEATS, len(people), left, bench.ground.asked, replace(county, postings=postings), given, people, exact
    )


def _marks(here: Standing) -> Draft | None:
    """Mark the stations that cannot reach their community share as practising 全员化."""
    bench, short = here.bench, _community(here)
    if not short:
        return None
    county = bench.document.county
    units = {
        id_: replace(unit, two_teams_one_office=False) if id_ in short else unit
        for id_, unit in county.units.items()
    }
    left = _without(bench, {"community_share"})
    given = dict(short)
    return Draft(
        MARKS, sum(short.values()), left, bench.ground.asked, replace(county, units=units), given, (), False
    )


def _target(here: Standing) -> Draft | None:
    """Lower every target that stays short to what can be reached."""
    bench = here.bench
    policy, problem = bench.ground.before.state.policy, bench.ground.problem
    lowered: set[str] = set()
    short = bench.short_goals()
    for rule in ("station_share", "community_share"):
        missed = {unit: n for (name, unit), n in short.items() if name == rule}
        if not missed:
            continue
        key = f"{rule}.required"
        policy = policy.with_override(key, f"{_reachable(rule, missed, here, policy.share(key))}/100")
        lowered.add(rule)
    least = [
        n - short[rule, unit]
        for r in problem.requirements
        if isinstance(r, Minimum)
        for unit, n in r.at_least.items()
        if (rule := "station_minimum", unit) in short
    ]
    reached = max(0, min(least, default=0) - policy.switch("station_minimum.more_than"))
    if least and reached < policy.count("station_minimum.required"):
        policy = policy.with_override("station_minimum.required", reached)
        lowered.add("station_minimum")
    if not lowered:
        return None
    left = _without(bench, lowered)
    asked = replace(bench.ground.asked, policy=policy)
    amount = sum(n for (rule, _), n in short.items() if rule in lowered)
    exact = not sum(left.values()) and "station_minimum" not in lowered and here.whole == 1
    return Draft(TARGET, amount, left, asked, None, {}, (), exact)


def _reachable(rule: str, missed: Mapping[int | None, int], here: Standing, share: Share) -> int:
    """Return the highest whole percentage at which nothing stays short in the best plan."""
    bench, counts = here.bench, here.counts
    now = 100 * share.numerator // share.denominator
    if rule == "station_share":
        ledger = planning_ledger(bench.ground.before.state)
        base = bench.ground.before.ledgers.base[ledger]
        [group] = (r for r in bench.ground.problem.requirements if isinstance(r, GroupShare))
        there = counts.weight if here.whole > 1 else counts.present
        reached = sum(there[unit] for unit in group.sites) - (group.at_least - share.least(base))
        return max(0, min(now, 100 * reached // base)) if base else 0
    posts = next(r for r in bench.ground.problem.requirements if isinstance(r, PostShare)).posts
    for unit in missed:
        assert unit is not None  # community officers are judged station by station
        n = (counts.weight if here.whole > 1 else counts.present)[unit]
        holding = counts.weight_on(unit, posts) if here.whole > 1 else counts.on_posts(unit, posts)
        now = min(now, 100 * holding // n if n else now)
    return now
