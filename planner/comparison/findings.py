"""Which findings each option has, and which are new or gone beside the county as it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from planner.audit.ledgers import Ledger
from planner.audit.results import FINDING_NAMES, Finding, Gravity
from planner.comparison.options import Comparison
from planner.text import Text, joined, same

# Gravity, rule, unit, people, ledger, and the place among those alike in all this: a unit may lack duty at
# two posts.
Key = tuple[Gravity, str, int | None, tuple[int, ...], Ledger, int]
_NAMED = 3  # people of one finding named


class Fate(StrEnum):
    """How a finding of an option stands to the county as it stands."""

    STAYS = "stays"
    NEW = "new"
    GONE = "gone"
    ABSENT = "absent"


_FATES = {
    Fate.STAYS: Text("有", "yes"),
    Fate.NEW: Text("新增", "new"),
    Fate.GONE: Text("消除", "gone"),
    Fate.ABSENT: Text("", ""),
}
_SHORT = Text("{fate}(缺 {n})", "{fate} ({n} short)")
_COUNTY = Text("全局", "the county")
_MORE = Text("等 {n} 人", "{n} in all")


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One finding over all options; `found` holds it as each option has it, None where it has not."""

    key: Key
    where: Text
    who: Text
    found: tuple[Finding | None, ...]

    @property
    def gravity(self) -> Gravity:
        """How grave it is."""
        return self.key[0]

    @property
    def rule(self) -> Text:
        """What it is about."""
        return FINDING_NAMES[self.key[1]]

    @property
    def people(self) -> tuple[int, ...]:
        """Whom it names."""
        return self.key[3]

    def fate(self, n: int) -> Fate:
        """Return how an option stands to the first one."""
        was, has = self.found[0] is not None, self.found[n] is not None
        if has:
            return Fate.STAYS if was else Fate.NEW
        return Fate.GONE if was else Fate.ABSENT

    def words(self, n: int) -> Text:
        """Write how an option stands, with how many people are short."""
        finding, fate = self.found[n], _FATES[self.fate(n)]
        return _SHORT.format(fate=fate, n=finding.shortfall) if finding and finding.shortfall else fate

    @property
    def differs(self) -> bool:
        """Whether some option has it and another has not."""
        return any(f is None for f in self.found)


def finding_lines(comparison: Comparison, suspicions: bool = True) -> tuple[FindingLine, ...]:
    """Return every finding of any option, gravest first; papers for the leadership leave `suspicions` out."""
    by_key: dict[Key, list[Finding | None]] = {}
    for n, option in enumerate(comparison.options):
        for key, finding in _keyed(option.audit.findings):
            if suspicions or finding.gravity is not Gravity.TO_VERIFY:
                by_key.setdefault(key, [None] * len(comparison.options))[n] = finding
    order = {gravity: i for i, gravity in enumerate(Gravity)}
    lines = (_line(key, tuple(found), comparison) for key, found in by_key.items())
    return tuple(sorted(lines, key=lambda line: order[line.gravity]))


def _keyed(findings: Iterable[Finding]) -> Iterator[tuple[Key, Finding]]:
    alike = Counter[object]()
    for f in findings:
        about = f.gravity, f.rule, f.unit, f.people, f.ledger
        yield (*about, alike[about]), f
        alike[about] += 1


def _line(key: Key, found: tuple[Finding | None, ...], comparison: Comparison) -> FindingLine:
    n = next(i for i, finding in enumerate(found) if finding is not None)
    county = comparison.options[n].document.county
    _, _, unit, people, *_ = key
    where = _COUNTY if unit is None else same(county.units[unit].name)
    names = list(_names(people, {id_: county.people[id_].name for id_ in people[:_NAMED]}))
    return FindingLine(key, where, joined(names), found)


def _names(people: tuple[int, ...], names: dict[int, str]) -> Iterator[Text]:
    yield from (same(names[id_]) for id_ in people[:_NAMED])
    if len(people) > _NAMED:
        yield _MORE.format(n=len(people))
