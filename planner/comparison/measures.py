"""What the options cost: each measure declared once; tables, papers, JSON and Excel follow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from planner.audit.field_hours import HALF_DAY_HOURS
from planner.comparison.lines import Line, counted
from planner.comparison.made import Made
from planner.comparison.options import Comparison
from planner.county.calendar import is_workday
from planner.county.records import MoveKind, Post, Secondment
from planner.document import Document
from planner.policy.share import Share
from planner.scenarios.applying import chain_of
from planner.text import Text

_YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Spent:
    """What one option makes of the county, ready to be measured."""

    base: Document
    made: Made
    scenario: int | None
    community: frozenset[int]  # who is a community officer as the county stands
    field: Share  # of their time that belongs to the area

    @cached_property
    def spans(self) -> Mapping[int, tuple[date, date]]:
        """First and last day of every new secondment; one without an end is counted for a year."""
        known = ((s, s.from_) for s in self.made.secondments)
        return {s.id: (first, _end(s, first)) for s, first in known if first is not None}

    @cached_property
    def changes(self) -> int:
        """How many changes are switched on, those of the bases included."""
        if self.scenario is None:
            return 0
        chain = chain_of(self.base.scenarios, self.scenario)
        return sum(change.enabled for one in chain for change in one.changes)

    @cached_property
    def community_workdays(self) -> int:
        """The working days that community officers are away."""
        worked: dict[tuple[date, date], int] = {}
        days = 0
        for secondment in self.made.secondments:
            span = self.spans.get(secondment.id)
            if span is not None and secondment.person in self.community:
                if span not in worked:
                    worked[span] = sum(is_workday(day, self.base.duty) for day in _days(span))
                days += worked[span]
        return days


@dataclass(frozen=True, slots=True)
class Measure:
    """One number that an option costs."""

    key: str
    title: Text
    of: Callable[[Spent], int]


MEASURES: tuple[Measure, ...] = (
    Measure("changes", Text("变动(项)", "Changes"), lambda s: s.changes),
    Measure("transfers", Text("单位间交流(人)", "Transfers"), lambda s: s.made.count(MoveKind.TRANSFER)),
    Measure(
        "post_changes", Text("岗位调整(人)", "Post changes"), lambda s: s.made.count(MoveKind.POST_CHANGE)
    ),
    Measure("returns", Text("返岗(人)", "Returns"), lambda s: s.made.count(MoveKind.RETURN)),
    Measure("seconded", Text("抽调借调(人次)", "Secondments"), lambda s: len(s.made.secondments)),
    Measure(
        "person_days",
        Text("抽调借调人天(未定截止的按一年计)", "Person-days seconded (open-ended: one year)"),
        lambda s: sum((last - first).days + 1 for first, last in s.spans.values()),
    ),
    Measure(
        "community_days",
        Text("其中社区民警工作日", "Of these, working days of community officers"),
        lambda s: s.community_workdays,
    ),
    Measure(
        "field_hours",
        Text("减少在辖区工作时间(小时,按要求占比计)", "Hours of field time lost (by the share required)"),
        lambda s: s.community_workdays * HALF_DAY_HOURS * 2 * s.field.numerator // s.field.denominator,
    ),
    Measure("recruits", Text("新增(人)", "Joining"), lambda s: len(s.made.joining)),
    Measure("leavers", Text("退休离职(人)", "Leaving"), lambda s: len(s.made.leaving)),
    Measure("leave", Text("请假(人次)", "Leaves"), lambda s: len(s.made.absences)),
    Measure("opened", Text("新设单位(个)", "Units opened"), lambda s: len(s.made.opened)),
    Measure("closed", Text("撤销单位(个)", "Units closed"), lambda s: len(s.made.closed)),
)


def cost_lines(comparison: Comparison) -> tuple[Line, ...]:
    """Return what every option costs, measure by measure."""
    spent = [
        _spent(comparison, made, option.scenario.id if option.scenario is not None else None)
        for option, made in zip(comparison.options, comparison.made, strict=True)
    ]
    return tuple(counted(m.key, m.title, [m.of(one) for one in spent]) for m in MEASURES)


def _spent(comparison: Comparison, made: Made, scenario: int | None) -> Spent:
    state = comparison.now.audit.state
    seconded = {s.person for s in made.secondments}
    community = (id_ for id_ in seconded if id_ in state.placed and state.placed[id_].post is Post.COMMUNITY)
    share = state.policy.share("field_time.required")
    return Spent(comparison.base, made, scenario, frozenset(community), share)


def _end(secondment: Secondment, first: date) -> date:
    if secondment.until is not None:
        return secondment.until
    return first + _YEAR - timedelta(days=1)


def _days(span: tuple[date, date]) -> Iterable[date]:
    first, last = span
    return (first + timedelta(days=n) for n in range((last - first).days + 1))
