"""Equal plans side by side, and the ages of the stations before and after one of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from planner.optimise.ages import NO_DATA, Ages, StationAge
from planner.tables.column import Column, Look, Table
from planner.tables.kinds import number, told, words
from planner.text import Language, Text

if TYPE_CHECKING:  # the module brings the solvers with it
    from planner.optimise.alternatives import Alternative

_NOTHING = Text("", "")


class EqualRow(NamedTuple):
    """One of several equal plans; the first is number 0 and is called A."""

    id: int
    plan: Alternative

    @property
    def letter(self) -> str:
        """What the plan is called."""
        return chr(ord("A") + self.id)

    @property
    def ages(self) -> StationAge:
        """The ages of all stations together."""
        return self.plan.ages[0]


def equal_rows(plans: Sequence[Alternative]) -> list[EqualRow]:
    """Return the plans in their order."""
    return [EqualRow(n, plan) for n, plan in enumerate(plans)]


class AgeRow(NamedTuple):
    """One station's ages; the first line, of all stations together, has the id 0."""

    id: int
    age: StationAge


def age_rows(ages: Sequence[StationAge]) -> list[AgeRow]:
    """Return all stations together, then each whose people change."""
    return [AgeRow(age.unit or 0, age) for age in ages]


def _mean(key: str, title: Text, get: Callable[..., Ages], width: int) -> Column[Any]:
    return Column(
        key,
        title,
        lambda row: get(row).mean,
        lambda row, language: get(row).words or NO_DATA.in_language(language),
        Look.NUMBER,
        width,
    )


def _old(key: str, title: Text, get: Callable[..., Ages], width: int) -> Column[Any]:
    def share(row: object) -> Fraction | None:
        return get(row).old_share

    def written(row: object, language: Language) -> str:
        found = share(row)
        known = f"{get(row).old_words} = {_percent(found)}" if found is not None else ""
        return known or NO_DATA.in_language(language)

    return Column(key, title, share, written, Look.NUMBER, width)


def _percent(share: Fraction) -> str:
    tenths = (2000 * share.numerator + share.denominator) // (2 * share.denominator)
    return f"{tenths // 10}.{tenths % 10}%"


PLANS: Table[EqualRow] = Table(
    "equal_plans",
    Text("同等方案", "Equal plans"),
    (
        words("letter", Text("方案", "Plan"), lambda r: r.letter, width=6),
        told(
            "difference",
            Text("与当前方案相比", "Beside the plan in view"),
            lambda r: r.plan.difference,
            width=42,
        ),
        number("differing", Text("不同的调整", "Other moves"), lambda r: r.plan.differing, width=12),
        _mean("mean_before", Text("平均年龄(前)", "Mean age before"), lambda r: r.ages.before, 15),
        _mean("mean_after", Text("平均年龄(后)", "Mean age after"), lambda r: r.ages.after, 15),
        _old("old_before", Text("50 岁以上(前)", "50+ before"), lambda r: r.ages.before, 17),
        _old("old_after", Text("50 岁以上(后)", "50+ after"), lambda r: r.ages.after, 17),
        told("aging", Text("年龄提示", "Ages"), lambda r: r.plan.aging or _NOTHING, width=40),
    ),
)
AGES: Table[AgeRow] = Table(
    "station_ages",
    Text("各所年龄结构", "Ages of the stations"),
    (
        told("unit", Text("派出所", "Station"), lambda r: r.age.name, width=20),
        number("before", Text("人数(前)", "Officers before"), lambda r: r.age.before.officers, width=14),
        number("after", Text("人数(后)", "Officers after"), lambda r: r.age.after.officers, width=14),
        _mean("mean_before", Text("平均年龄(前)", "Mean age before"), lambda r: r.age.before, 15),
        _mean("mean_after", Text("平均年龄(后)", "Mean age after"), lambda r: r.age.after, 15),
        _old("old_before", Text("50 岁以上(前)", "50+ before"), lambda r: r.age.before, 17),
        _old("old_after", Text("50 岁以上(后)", "50+ after"), lambda r: r.age.after, 17),
    ),
)
