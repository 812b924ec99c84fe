"""What the options cost: each measure declared once; tables, papers, JSON and Excel follow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from planner.comparison.lines import Line, counted
from planner.comparison.options import Comparison
from planner.comparison.spent import Spent, spent_by
from planner.county.records import MoveKind
from planner.text import Text


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
        Text("减少在辖区工作时间(小时,口径同专项行动)", "Hours of field time lost (as for a campaign)"),
        lambda s: s.field_hours,
    ),
    Measure("recruits", Text("新增(人)", "Joining"), lambda s: len(s.made.joining)),
    Measure("leavers", Text("退休离职(人)", "Leaving"), lambda s: len(s.made.leaving)),
    Measure("leave", Text("请假(人次)", "Leaves"), lambda s: len(s.made.absences)),
    Measure("opened", Text("新设单位(个)", "Units opened"), lambda s: len(s.made.opened)),
    Measure("closed", Text("撤销单位(个)", "Units closed"), lambda s: len(s.made.closed)),
)


def cost_lines(comparison: Comparison) -> tuple[Line, ...]:
    """Return what every option costs, measure by measure."""
    pairs = zip(comparison.options, comparison.made, strict=True)
    spent = [spent_by(comparison, option, made) for option, made in pairs]
    return tuple(counted(m.key, m.title, [m.of(one) for one in spent]) for m in MEASURES)
