"""The counties of Yunnan with their populations and towns, for samples with real names of places."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from random import Random

from planner.assets import asset

OFFICERS_PER_100_000 = 63
SMALLEST, LARGEST = 80, 1100
_NATIONALITIES = (
    *("彝族", "白族", "哈尼族", "壮族", "傣族", "苗族", "傈僳族", "回族", "拉祜族", "佤族", "纳西族", "瑶族"),
    *("藏族", "景颇族", "布朗族", "普米族", "怒族", "阿昌族", "基诺族", "水族", "蒙古族", "布依族", "独龙族"),
    *("德昂族", "满族"),
)


@dataclass(frozen=True, slots=True)
class Place:
    """A county, district or county-level city; `code` is its six figures in the national register."""

    code: str
    name: str
    prefecture: str
    population: int
    townships: tuple[str, ...]

    @property
    def officers(self) -> int:
        """Sworn officers such a county has, at 6.3 for 10,000 residents, within what occurs."""
        return min(LARGEST, max(SMALLEST, round(self.population * OFFICERS_PER_100_000 / 100_000)))

    @property
    def short_name(self) -> str:
        """The name without nationalities: 石林县 for 石林彝族自治县."""
        return without_nationalities(self.name.removesuffix("自治县")) + "县" * self.name.endswith("自治县")

    @property
    def bureau(self) -> str:
        """What its public-security bureau is called."""
        if self.name.endswith("区"):
            return f"{self.prefecture_short}公安局{self.name.removesuffix('区')}分局"
        return f"{self.short_name}公安局"

    @property
    def prefecture_short(self) -> str:
        """The prefecture without nationalities: 红河州 for 红河哈尼族彝族自治州."""
        bare = self.prefecture.removesuffix("自治州")
        return self.prefecture if bare == self.prefecture else without_nationalities(bare) + "州"

    @property
    def towns(self) -> tuple[str, ...]:
        """Bare names of its towns, townships and subdistricts, as stations are named after them."""
        bare = (_bare(name) for name in self.townships)
        return tuple(dict.fromkeys(name for name in bare if name))


def without_nationalities(name: str) -> str:
    """Return a place name without the nationalities that follow it."""
    while True:
        cut = next((n for n in _NATIONALITIES if name.endswith(n) and len(name) > len(n) + 1), None)
        if cut is None:
            return name
        name = name.removesuffix(cut)


def _bare(township: str) -> str:
    for ending in ("街道", "镇", "乡"):
        if township.endswith(ending):
            return without_nationalities(township.removesuffix(ending))
    return ""


@cache
def places() -> tuple[Place, ...]:
    """Return the 129 counties in the order of their codes."""
    with asset("places", "yunnan.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return tuple(
            Place(
                row["code"],
                row["county"],
                row["prefecture"],
                int(row["population_2020"]),
                tuple(row["townships"].split("|")),
            )
            for row in rows
        )


def find_place(name: str) -> Place | None:
    """Return the county of a name or code, None if Yunnan has none."""
    return next((p for p in places() if name in (p.name, p.short_name, p.code)), None)


def place_for(officers: int, random: Random) -> Place:
    """Return one of the dozen counties whose size comes closest to a number of officers."""
    return random.choice(sorted(places(), key=lambda p: (abs(p.officers - officers), p.code))[:12])
