"""What the roster shows: its quick filters and its marks."""

from __future__ import annotations

from planner.county.records import Category, Post, Serving
from planner.county.state import Standing
from planner.tables.roster import RosterRow, roster_rows, roster_table
from planner.text import Text
from ui.tables.hints import Hint
from ui.tables.page_source import Chip, TableSource

_EMPTY = Text(
    "还没有人员。\n打开已有文件、导入花名册(Excel、CSV,无需模板),或点“新增人员…”。",
    "Nobody here yet.\nOpen a file, import a roster (Excel or CSV, no template needed),"
    " or press “Add a person…”.",
)


def is_doubtful(row: RosterRow) -> bool:
    """Return whether something about a person waits for the user to confirm or fill in."""
    person = row.person
    return (
        person.category is Category.UNKNOWN
        or person.serving is Serving.UNKNOWN
        or person.made_up_name
        or person.made_up_badge
        or row.posting.unit is None
        or (row.secondment is not None and row.secondment.to_verify)
    )


def _in_station(row: RosterRow) -> bool:
    unit = row.state.unit(row.placed.home)
    return row.placed.standing.counts and unit is not None and unit.is_station


def _in_headquarters(row: RosterRow) -> bool:
    return row.placed.standing.counts and not _in_station(row)


CHIPS = (
    Chip("stations", Text("派出所", "Stations"), _in_station),
    Chip("headquarters", Text("机关", "Headquarters"), _in_headquarters),
    Chip("drawn_off", Text("抽调中", "Drawn off"), lambda row: row.placed.drawn_off),
    Chip("away", Text("在外", "Working elsewhere"), lambda row: row.secondment is not None),
    Chip("absent", Text("请假", "Absent"), lambda row: row.absence is not None),
    Chip("pinned", Text("锁定", "Pinned"), lambda row: bool(row.person.pin)),
    Chip("community", Text("社区民警", "Community"), lambda row: row.placed.post is Post.COMMUNITY),
    Chip("leaders", Text("领导", "Unit heads"), lambda row: row.placed.post is Post.LEADER),
    Chip("not_counted", Text("不计警力", "Not counted"), lambda row: not row.placed.standing.counts),
    Chip("doubtful", Text("待核实", "To verify"), is_doubtful),
)


def _hint(row: RosterRow, key: str) -> Hint | None:
    placed = row.placed
    if not placed.standing.counts:
        return Hint.QUIET
    if key in ("standing", "working_place"):
        return _standing_hint(row)
    if key == "pin" and row.person.pin:
        return Hint.NOTE
    if (key == "name" and row.person.made_up_name) or (key == "badge_number" and row.person.made_up_badge):
        return Hint.WARNING
    if key == "unit" and placed.home is None:
        return Hint.WARNING
    if key == "seconded_to" and row.secondment is not None and row.secondment.to_verify:
        return Hint.WARNING
    return None


def _standing_hint(row: RosterRow) -> Hint | None:
    if row.placed.drawn_off:
        return Hint.WARNING if row.state.is_kept(row.placed) else Hint.GRAVE
    return None if row.standing == Standing.AT_HOME else Hint.NOTE


SOURCE = TableSource(
    table=roster_table,
    rows=lambda audit: roster_rows(audit.state),
    searched=("name", "badge_number", "unit", "working_place", "position", "pin", "remarks"),
    empty=_EMPTY,
    row_words=lambda row: row.person.name,
    chips=CHIPS,
    hinting=_hint,
    person_of=lambda row: row.id,
)
