"""The even share of duties: poured like water over everybody, up to what each can take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

Shares = Mapping[int, Fraction]


@dataclass(frozen=True, slots=True)
class Vessel:
    """One person: days present, what earlier months left, and the most they can take."""

    days: int
    most: int
    before: int | None = 0  # None: was not there, and stands where the others stand on average


def poured(total: int, vessels: Mapping[int, Vessel]) -> Shares:
    """Return everybody's share so that all stand at one level, by days present; what nobody can take is left.

    With whole numbers below and above each share there is always a sharing that adds up to the total.
    """
    known = [v.before for v in vessels.values() if v.before is not None]
    usual = round(Fraction(sum(known), len(known))) if known else 0
    open_ = {
        id_: (v.days, usual if v.before is None else v.before, v.most)
        for id_, v in vessels.items()
        if v.days > 0 and v.most > 0
    }
    total = min(total, sum(most for _, _, most in open_.values()))
    levels = sorted({Fraction(b + take, d) for d, b, most in open_.values() for take in (0, most)})
    level = _level(total, levels, list(open_.values()))
    return {id_: _share(level, *open_[id_]) if id_ in open_ else Fraction(0) for id_ in vessels}


def _share(level: Fraction, days: int, before: int, most: int) -> Fraction:
    return max(Fraction(0), min(Fraction(most), level * days - before))


def _level(total: int, levels: list[Fraction], vessels: list[tuple[int, int, int]]) -> Fraction:
    """Return the level at which the shares add up to the total; it lies between two bends of their sum."""

    def volume(level: Fraction) -> Fraction:
        return sum((_share(level, *vessel) for vessel in vessels), Fraction(0))

    below = levels[0] if levels else Fraction(0)
    for above in levels:
        held = volume(above)
        if held >= total:
            under = volume(below)
            return above if held == under else below + (above - below) * (total - under) / (held - under)
        below = above
    return below
