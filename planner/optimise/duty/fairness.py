"""Everybody's even share of the month's duties, as bounds that can all be kept at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from planner.optimise.duty.field import is_judged, most_duties
from planner.optimise.duty.month import Month, Officer
from planner.optimise.duty.sharing import Shares, Vessel, poured
from planner.optimise.duty.spacing import Spacing, Spacings, least_gap, open_days, rest_allows, seats

_LEADS = 1  # seats of a day that a leader takes where there are any


@dataclass(frozen=True, slots=True)
class Even:
    """One kind of duty shared evenly: which codes on which days, and everybody's least and most."""

    name: str
    codes: frozenset[str]
    days: frozenset[int] | None  # None: all
    bounds: Mapping[int, tuple[int, int]]


@dataclass(frozen=True)
class _Kind:
    """What is shared."""

    name: str
    codes: frozenset[str]
    days: Collection[int]
    before: Callable[[Officer], int | None]


def even_shares(month: Month, spacings: Spacings) -> Iterator[Even]:
    """Yield the even shares of duties, of nights where some duties have none, and of duties on days off."""
    codes = frozenset(month.codes.duties)
    nights = frozenset(c for c in codes if month.codes.known[c].is_night)
    off = [day for day in month.days if day not in month.workdays]
    kinds = [_Kind("duties", codes, month.days, lambda o: o.carried.duties if o.carried else None)]
    if nights < codes:
        kinds.append(_Kind("nights", nights, month.days, lambda o: o.carried.nights if o.carried else None))
    kinds.append(_Kind("days_off", codes, off, lambda o: o.carried.days_off if o.carried else None))
    for kind in kinds:
        if kind.codes and kind.days:
            shares = _shares(month, kind, spacings)
            days = None if kind.days is month.days else frozenset(kind.days)
            bounds = {id_: (floor(share), ceil(share)) for id_, share in shares.items()}
            yield Even(kind.name, kind.codes, days, bounds)


def _shares(month: Month, kind: _Kind, spacings: Spacings) -> Shares:
    """Share leaders' seats among leaders and the rest among the others, with enough sworn on all days."""
    by_rest = {o.id: _by_rest(month, kind, o, spacings[o.id]) for o in month.officers}
    vessels = {o.id: _vessel(month, kind, o, by_rest[o.id]) for o in month.officers}
    part = Fraction(len(kind.codes), len(month.codes.duties))  # nights are a part of all duties
    total = int(seats(month) * len(kind.days) * part)
    leaders = {o.id: vessels[o.id] for o in month.officers if o.leader}
    others = {id_: v for id_, v in vessels.items() if id_ not in leaders}
    beyond = max(0, total - sum(v.most for v in others.values()))
    led = poured(max(min(total, _LEADS * len(kind.days)), beyond) if leaders else 0, leaders)
    taken = int(sum(led.values()))
    sworn = len(month.codes.posts) * len(kind.days)  # one at each post
    shares = {**led, **_with_sworn(month, total - taken, sworn - taken, others)}
    left = total - int(sum(shares.values()))
    if left > 0:  # field time gives way to cover: evenly among those whose it is
        judged = [o for o in month.officers if is_judged(month, o)]
        pressed = {o.id: Vessel(len(o.days), max(0, floor(by_rest[o.id] - shares[o.id]))) for o in judged}
        shares |= {id_: shares[id_] + more for id_, more in poured(left, pressed).items()}
    return shares


def _with_sworn(month: Month, total: int, least: int, others: Mapping[int, Vessel]) -> Shares:
    """Share among the others; where auxiliaries would leave days without anybody sworn, apart from them."""
    shares = poured(total, others)
    sworn = {id_: v for id_, v in others.items() if month.by_id[id_].sworn}
    if sum(shares[id_] for id_ in sworn) >= least:
        return shares
    auxiliaries = {id_: v for id_, v in others.items() if id_ not in sworn}
    return {**poured(min(least, total), sworn), **poured(max(0, total - least), auxiliaries)}


def _vessel(month: Month, kind: _Kind, officer: Officer, by_rest: int) -> Vessel:
    return Vessel(len(officer.days), min(by_rest, most_duties(month, officer)), kind.before(officer))


def _by_rest(month: Month, kind: _Kind, officer: Officer, spacing: Spacing | None) -> int:
    open_ = (day for day in open_days(month, officer) if day in kind.days)
    return rest_allows(open_, spacing, least_gap(month))
